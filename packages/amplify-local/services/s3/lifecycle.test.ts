import { expect, test } from 'vitest';
import { Bucket } from '../../testing/bucket-resources.ts';
import { testS3 } from '../../testing/test-s3.ts';
import type { Properties } from '../../template/resource.ts';

const day = 24 * 60 * 60 * 1000;
const Body = 'x';

/** A bucket with one rule, and a clock that can be put forward. */
async function withRule(rule: Properties, versioning?: 'Enabled') {
  let days = 0;
  const it = await testS3({
    now: () => Date.now() + days * day,
    properties: {
      LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ...rule }] },
      ...(versioning && { VersioningConfiguration: { Status: versioning } }),
    },
  });
  return {
    ...it,
    /** Sweeps after so many days; requests are sent at the usual time again. */
    after: async (more: number) => {
      days = more;
      await it.server.sweep();
      days = 0;
    },
    keys: async () =>
      ((await it.s3.listObjectsV2({ Bucket })).Contents ?? []).map(({ Key }) => Key),
    versions: async () => {
      const listed = await it.s3.listObjectVersions({ Bucket });
      return [listed.Versions?.length ?? 0, listed.DeleteMarkers?.length ?? 0];
    },
  };
}

test('objects expire at the midnight after their days', async () => {
  const { s3, after, keys } = await withRule({ ExpirationInDays: 3, Prefix: 'tmp/' });
  await s3.putObject({ Bucket, Key: 'tmp/a', Body });
  await s3.putObject({ Bucket, Key: 'kept', Body });
  await after(2.99);
  expect(await keys()).toEqual(['kept', 'tmp/a']);
  await after(4);
  expect(await keys()).toEqual(['kept']);
});

test('a rule can be for tags and sizes', async () => {
  const { s3, after, keys } = await withRule({
    ExpirationInDays: 1,
    TagFilters: [{ Key: 'state', Value: 'unreferenced' }],
    ObjectSizeGreaterThan: 1,
  });
  await s3.putObject({ Bucket, Key: 'both', Body: 'xx', Tagging: 'state=unreferenced&a=b' });
  await s3.putObject({ Bucket, Key: 'small', Body, Tagging: 'state=unreferenced' });
  await s3.putObject({ Bucket, Key: 'other', Body: 'xx', Tagging: 'state=used' });
  await after(2);
  expect(await keys()).toEqual(['other', 'small']);
});

test('broken uploads are aborted', async () => {
  const { s3, after } = await withRule({
    AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
  });
  const { UploadId } = await s3.createMultipartUpload({ Bucket, Key: 'k' });
  await after(0.99);
  expect((await s3.listMultipartUploads({ Bucket })).Uploads).toMatchObject([{ UploadId }]);
  await after(2);
  expect(await s3.listMultipartUploads({ Bucket })).not.toHaveProperty('Uploads');
});

test('with versions, an expired object is hidden, and former versions expire later', async () => {
  const rule = {
    ExpirationInDays: 1,
    NoncurrentVersionExpiration: { NoncurrentDays: 10, NewerNoncurrentVersions: 1 },
  };
  const { s3, after, keys, versions } = await withRule(rule, 'Enabled');
  for (const text of ['one', 'two', 'three']) await s3.putObject({ Bucket, Key: 'k', Body: text });
  await after(2);
  expect([await keys(), await versions()]).toEqual([[], [3, 1]]);
  await after(20);
  expect(await versions()).toEqual([1, 1]);
});

test('a tombstone that hides nothing is deleted', async () => {
  const { s3, after, versions } = await withRule({ ExpiredObjectDeleteMarker: true }, 'Enabled');
  await s3.deleteObject({ Bucket, Key: 'k' });
  await s3.putObject({ Bucket, Key: 'l', Body });
  await s3.deleteObject({ Bucket, Key: 'l' });
  await after(0);
  expect(await versions()).toEqual([1, 1]);
});

test('a rule that is off deletes nothing', async () => {
  const { s3, after, keys } = await withRule({ Status: 'Disabled', ExpirationInDays: 1 });
  await s3.putObject({ Bucket, Key: 'k', Body });
  await after(30);
  expect(await keys()).toEqual(['k']);
});
