import { expect, test } from 'vitest';
import { aScan } from '#core/testing/scan-events.ts';
import { objectKey, smallObjectKey } from '../object-key.ts';
import { scanEventIn } from './scan-event.ts';

const bucket = 'files';
const key = {
  form: 'house',
  username: 'ada/1',
  id: '018f3c2e-7b1a-7000-8000-000000000001',
  file: '018f3c2e-7b1a-7000-8000-0000000000a1',
};
const object = { bucketName: bucket, objectKey: objectKey(key), eTag: 'abc' };

test.each([
  ['NO_THREATS_FOUND', 'clean'],
  ['THREATS_FOUND', 'malware'],
  ['UNSUPPORTED', 'impossible'],
  ['ACCESS_DENIED', 'impossible'],
  ['FAILED', 'impossible'],
  ['SOMETHING_NEW', 'impossible'],
  ['constructor', 'impossible'],
])('a scan that ends in %s has the result %j', (status, result) => {
  const scan = { tag: 'abc', result };
  expect(scanEventIn(aScan(status, object), bucket)).toEqual({ key, isSmall: false, scan });
});

test('a small copy is told from its file', () => {
  const small = { ...object, objectKey: smallObjectKey(key) };
  expect(scanEventIn(aScan('THREATS_FOUND', small), bucket)).toMatchObject({ key, isSmall: true });
});

test.each([
  ['another bucket', aScan('THREATS_FOUND', { ...object, bucketName: 'other' })],
  ['GuardDuty’s own object', aScan('NO_THREATS_FOUND', { ...object, objectKey: 'validation' })],
  ['an object without a tag', aScan('NO_THREATS_FOUND', { ...object, eTag: null })],
  ['something else', { 'detail-type': 'Scheduled Event', detail: {} }],
  ['nothing', undefined],
])('an event about %s is not ours', (_, event) => {
  expect(scanEventIn(event, bucket)).toBeUndefined();
});
