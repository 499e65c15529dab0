import { S3 } from '@aws-sdk/client-s3';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { testAccount } from '../testing/test-account.ts';

const Bucket = 'cdk-hnb659fds-assets-000000000000-us-east-1';

test('an object can be stored, listed, inspected and read back byte for byte', async () => {
  const s3 = new S3((await testAccount()).client);
  const Body = Buffer.from([0, 255, 13, 10, 0, 128]);
  const { ETag } = await s3.putObject({ Bucket, Key: 'a/b c.zip', Body });
  expect((await s3.listObjectsV2({ Bucket, Prefix: 'a/' })).Contents).toMatchObject([
    { Key: 'a/b c.zip', Size: 6, ETag },
  ]);
  expect(await s3.headObject({ Bucket, Key: 'a/b c.zip' })).toMatchObject({ ContentLength: 6 });
  const got = await s3.getObject({ Bucket, Key: 'a/b c.zip' });
  expect(Buffer.from((await got.Body?.transformToByteArray()) ?? [])).toEqual(Body);
});

test('a body sent in chunks, as streams are, is assembled', async () => {
  const s3 = new S3((await testAccount()).client);
  const text = 'a line\r\n'.repeat(40_000);
  const Body = Readable.from([text.slice(0, 100_000), text.slice(100_000)]);
  await s3.putObject({ Bucket, Key: 'long', Body, ContentLength: text.length });
  const got = await s3.getObject({ Bucket, Key: 'long' });
  expect(await got.Body?.transformToString()).toBe(text);
});

test('a corrupted body is refused', async () => {
  const s3 = new S3((await testAccount()).client);
  const broken = { Bucket, Key: 'broken', Body: 'one', ChecksumCRC32: 'AAAAAA==' };
  await expect(s3.putObject(broken)).rejects.toThrow(
    expect.objectContaining({ name: 'BadDigest' }),
  );
  expect((await s3.listObjectsV2({ Bucket })).KeyCount).toBe(0);
});

test('CDK’s requests about its bucket are answered', async () => {
  const s3 = new S3((await testAccount()).client);
  await s3.headBucket({ Bucket });
  await s3.getBucketLocation({ Bucket });
  const { ServerSideEncryptionConfiguration } = await s3.getBucketEncryption({ Bucket });
  expect(ServerSideEncryptionConfiguration?.Rules).toHaveLength(1);
});

test('a missing object is not found, and an unsupported operation is refused by name', async () => {
  const s3 = new S3((await testAccount()).client);
  await expect(s3.getObject({ Bucket, Key: 'none' })).rejects.toThrow(
    expect.objectContaining({ name: 'NoSuchKey' }),
  );
  await expect(s3.listObjectsV2({ Bucket: 'none' })).rejects.toThrow(
    expect.objectContaining({ name: 'NoSuchBucket' }),
  );
  await expect(s3.getBucketPolicy({ Bucket })).rejects.toThrow(/GET \/bucket\?policy/);
  await expect(s3.deleteObject({ Bucket, Key: 'none' })).rejects.toThrow(/DELETE/);
  await expect(s3.createMultipartUpload({ Bucket, Key: 'big' })).rejects.toThrow(/uploads/);
});
