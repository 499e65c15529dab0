import { createHash, randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CreateMultipartUploadCommand, UploadPartCommand, type S3 } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { expect, test } from 'vitest';
import { Bucket } from '../../testing/bucket-resources.ts';
import { testS3 } from '../../testing/test-s3.ts';

const Key = 'film.mp4';
const fiveMiB = 5 * 1024 ** 2;
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64');
const named = (name: string) => expect.objectContaining({ name });

async function begin(s3: S3, more = {}): Promise<string> {
  const { UploadId = '' } = await s3.createMultipartUpload({ Bucket, Key, ...more });
  return UploadId;
}

async function put(s3: S3, UploadId: string, PartNumber: number, Body: Buffer, more = {}) {
  const { ETag } = await s3.uploadPart({ Bucket, Key, UploadId, PartNumber, Body, ...more });
  return { PartNumber, ETag };
}

const complete = (s3: S3, UploadId: string, Parts: object[]) =>
  s3.completeMultipartUpload({ Bucket, Key, UploadId, MultipartUpload: { Parts } });

async function contentOf(s3: S3, Range?: string): Promise<Buffer> {
  const got = await s3.getObject({ Bucket, Key, ...(Range && { Range }) });
  return Buffer.from((await got.Body?.transformToByteArray()) ?? []);
}

const blobs = (folder: string) => readdirSync(join(folder, 's3/blobs'));

test('parts become one object, in the order of their numbers, once all of them are there', async () => {
  const { s3, folder } = await testS3();
  const UploadId = await begin(s3, { ContentType: 'video/mp4', Metadata: { by: 'me' } });
  const [one, two] = [randomBytes(fiveMiB), randomBytes(1000)];
  const last = await put(s3, UploadId, 7, two);
  await put(s3, UploadId, 2, randomBytes(fiveMiB));
  const first = await put(s3, UploadId, 2, one);
  await put(s3, UploadId, 9, randomBytes(10));
  await expect(s3.headObject({ Bucket, Key })).rejects.toThrow(named('NotFound'));
  const { ETag } = await complete(s3, UploadId, [first, last]);

  expect(await contentOf(s3)).toEqual(Buffer.concat([one, two]));
  expect(await contentOf(s3, `bytes=${fiveMiB - 2}-${fiveMiB + 1}`)).toEqual(
    Buffer.concat([one.subarray(-2), two.subarray(0, 2)]),
  );
  expect(ETag).toMatch(/^"[0-9a-f]{32}-2"$/);
  const head = {
    ContentType: 'video/mp4',
    Metadata: { by: 'me' },
    ContentLength: fiveMiB + 1000,
    ETag,
  };
  expect(await s3.headObject({ Bucket, Key })).toMatchObject(head);
  await expect.poll(() => blobs(folder).length).toBe(2);
});

test('a completion that is repeated, because its response was lost, succeeds again', async () => {
  const it = await testS3();
  const UploadId = await begin(it.s3);
  const part = await put(it.s3, UploadId, 1, Buffer.from('x'));
  const first = await complete(it.s3, UploadId, [part]);
  const { s3 } = await it.restart();
  expect(await complete(s3, UploadId, [part])).toMatchObject({ ETag: first.ETag });
  await expect(put(s3, UploadId, 2, Buffer.from('y'))).rejects.toThrow(named('NoSuchUpload'));
});

test('after a restart the parts that arrived can be listed, and the rest sent', async () => {
  const it = await testS3();
  const UploadId = await begin(it.s3);
  const first = await put(it.s3, UploadId, 1, randomBytes(fiveMiB));
  const { s3 } = await it.restart();
  expect(await s3.listMultipartUploads({ Bucket })).toMatchObject({ Uploads: [{ Key, UploadId }] });
  const second = await put(s3, UploadId, 2, randomBytes(10));
  const { Parts, ...page } = await s3.listParts({ Bucket, Key, UploadId, MaxParts: 1 });
  expect(Parts).toMatchObject([{ ...first, Size: fiveMiB }]);
  expect(page).toMatchObject({ IsTruncated: true, ['NextPartNumberMarker']: '1' });
  expect((await s3.listParts({ Bucket, Key, UploadId })).Parts).toMatchObject([first, second]);
  await complete(s3, UploadId, [first, second]);
  expect(await s3.listMultipartUploads({ Bucket })).not.toHaveProperty('Uploads');
});

test('an aborted upload leaves nothing', async () => {
  const { s3, folder } = await testS3();
  const UploadId = await begin(s3);
  await put(s3, UploadId, 1, randomBytes(1000));
  await s3.abortMultipartUpload({ Bucket, Key, UploadId });
  await expect(put(s3, UploadId, 2, randomBytes(10))).rejects.toThrow(named('NoSuchUpload'));
  await expect(s3.listParts({ Bucket, Key, UploadId })).rejects.toThrow(named('NoSuchUpload'));
  await expect.poll(() => blobs(folder)).toEqual([]);
});

test('a list of parts that does not fit is refused, and the upload stays', async () => {
  const { s3 } = await testS3();
  const UploadId = await begin(s3);
  const [one, two] = [
    await put(s3, UploadId, 1, Buffer.from('x')),
    await put(s3, UploadId, 2, Buffer.from('y')),
  ];
  await expect(complete(s3, UploadId, [one, two])).rejects.toThrow(named('EntityTooSmall'));
  await expect(complete(s3, UploadId, [two, one])).rejects.toThrow(named('InvalidPartOrder'));
  await expect(complete(s3, UploadId, [{ ...one, ETag: two.ETag }])).rejects.toThrow(
    named('InvalidPart'),
  );
  await expect(complete(s3, UploadId, [{ PartNumber: 3, ETag: one.ETag }])).rejects.toThrow(
    named('InvalidPart'),
  );
  await expect(complete(s3, UploadId, [])).rejects.toThrow(named('MalformedXML'));
  await expect(put(s3, UploadId, 10_001, Buffer.from('x'))).rejects.toThrow(
    named('InvalidArgument'),
  );
  await expect(complete(s3, 'other', [one])).rejects.toThrow(named('NoSuchUpload'));
  await complete(s3, UploadId, [one]);
});

test('each part’s checksum is verified, and the object has the checksum of them', async () => {
  const { s3 } = await testS3();
  const UploadId = await begin(s3, { ChecksumAlgorithm: 'SHA256' });
  const [one, two] = [randomBytes(fiveMiB), randomBytes(10)];
  await expect(put(s3, UploadId, 1, one, { ChecksumSHA256: sha256(two) })).rejects.toThrow(
    named('BadDigest'),
  );
  const parts = [
    await put(s3, UploadId, 1, one, { ChecksumSHA256: sha256(one) }),
    await put(s3, UploadId, 2, two, { ChecksumSHA256: sha256(two) }),
  ];
  await complete(s3, UploadId, parts);
  const ofParts = sha256(
    Buffer.concat([one, two].map((it) => createHash('sha256').update(it).digest())),
  );
  expect(await s3.headObject({ Bucket, Key, ChecksumMode: 'ENABLED' })).toMatchObject({
    ChecksumSHA256: `${ofParts}-2`,
    ChecksumType: 'COMPOSITE',
  });
});

test('a part without the checksum that the upload promised is refused', async () => {
  const { s3, client } = await testS3();
  const UploadId = await begin(s3, { ChecksumAlgorithm: 'SHA256' });
  const plain = client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
  await expect(put(plain, UploadId, 1, Buffer.from('x'))).rejects.toThrow(named('InvalidRequest'));
});

test('a page uploads a part with a URL for that part', async () => {
  const s3 = (await testS3()).client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key }));
  const url = await getSignedUrl(
    s3,
    new UploadPartCommand({ Bucket, Key, UploadId, PartNumber: 1 }),
  );
  const other = url.replace('partNumber=1', 'partNumber=2');
  expect((await fetch(other, { method: 'PUT', body: 'x' })).status).toBe(403);
  const response = await fetch(url, { method: 'PUT', body: 'x' });
  await complete(s3, UploadId ?? '', [{ PartNumber: 1, ETag: response.headers.get('etag') }]);
  expect(String(await contentOf(s3))).toBe('x');
});

test('a copy onto itself has the checksum of all bytes, unless the object has changed', async () => {
  const { s3 } = await testS3();
  const UploadId = await begin(s3, { ContentType: 'video/mp4', Tagging: 'x=1' });
  const bytes = randomBytes(fiveMiB + 7);
  const parts = [
    await put(s3, UploadId, 1, bytes.subarray(0, fiveMiB)),
    await put(s3, UploadId, 2, bytes.subarray(fiveMiB)),
  ];
  const { ETag = '' } = await complete(s3, UploadId, parts);
  const copy = () =>
    s3.copyObject({
      Bucket,
      Key,
      CopySource: `${Bucket}/${Key}`,
      IfMatch: ETag,
      ChecksumAlgorithm: 'SHA256',
      MetadataDirective: 'REPLACE',
      ContentType: 'video/mp4',
      TaggingDirective: 'REPLACE',
      Tagging: 'x=2',
    });
  const ChecksumSHA256 = sha256(bytes);
  const { CopyObjectResult } = await copy();
  const expected = { ChecksumSHA256, ChecksumType: 'FULL_OBJECT' };
  expect(CopyObjectResult).toMatchObject({
    ...expected,
    ETag: `"${createHash('md5').update(bytes).digest('hex')}"`,
  });
  expect(await s3.headObject({ Bucket, Key, ChecksumMode: 'ENABLED' })).toMatchObject(expected);
  expect(await contentOf(s3)).toEqual(bytes);
  await expect(copy()).rejects.toThrow(named('PreconditionFailed'));
});
