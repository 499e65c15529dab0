import { expect, test } from 'vitest';
import { zip } from '../testing/test-zip.ts';
import { unzip } from './unzip.ts';

test('files and folders are extracted unchanged', () => {
  const archive = zip([
    { path: 'index.mjs', text: 'export {};'.repeat(100) },
    { path: 'lib/', text: '', stored: true },
    { path: 'lib/plain.txt', text: 'plain', stored: true },
  ]);
  expect(unzip(archive).map(({ path, content }) => [path, content.toString()])).toEqual([
    ['index.mjs', 'export {};'.repeat(100)],
    ['lib/plain.txt', 'plain'],
  ]);
});

test.each([
  ['is not a ZIP', Buffer.from('hello')],
  ['was cut off', zip([{ path: 'a', text: 'abc' }]).subarray(0, 40)],
  ['has content that does not match its checksum', zip([{ path: 'a', text: 'abc', crc: 1 }])],
  ['would write beside the folder', zip([{ path: '../a', text: 'abc' }])],
  ['would write anywhere', zip([{ path: '/a', text: 'abc' }])],
])('an archive that %s is refused', (_, archive) => {
  expect(() => unzip(archive)).toThrow(/^The archive has /);
});
