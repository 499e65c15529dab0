import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { Bucket } from '../../testing/bucket-resources.ts';
import { testS3 } from '../../testing/test-s3.ts';

const Body = 'a picture';
const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('base64');
const named = (name: string) => expect.objectContaining({ name });

test('an object comes back as it was stored, with everything that was said about it', async () => {
  const { s3 } = await testS3();
  const Metadata = { taken: 'yesterday' };
  const put = await s3.putObject({
    Bucket,
    Key: 'a/b.txt',
    Body,
    ContentType: 'text/plain',
    CacheControl: 'no-store',
    ContentDisposition: 'attachment',
    Metadata,
    ChecksumSHA256: sha256(Body),
    Tagging: 'state=new&by=me',
  });
  const ETag = `"${createHash('md5').update(Body).digest('hex')}"`;
  expect(put).toMatchObject({ ETag, ChecksumSHA256: sha256(Body) });
  const got = await s3.getObject({ Bucket, Key: 'a/b.txt', ChecksumMode: 'ENABLED' });
  expect(await got.Body?.transformToString()).toBe(Body);
  expect(got).toMatchObject({
    ContentLength: Body.length,
    ContentType: 'text/plain',
    CacheControl: 'no-store',
    ContentDisposition: 'attachment',
    Metadata,
    TagCount: 2,
    ChecksumSHA256: sha256(Body),
    ChecksumType: 'FULL_OBJECT',
    ServerSideEncryption: 'AES256',
    ETag,
  });
  const head = await s3.headObject({ Bucket, Key: 'a/b.txt', ChecksumMode: 'ENABLED' });
  expect(head).toMatchObject({
    ContentLength: Body.length,
    Metadata,
    ChecksumSHA256: sha256(Body),
  });
});

test('a stream is stored, with the checksum that follows it', async () => {
  const { s3 } = await testS3();
  const chunks = Array.from({ length: 40 }, (_, index) => Buffer.alloc(50_000, index));
  const ContentLength = 2_000_000;
  await s3.putObject({ Bucket, Key: 'stream', Body: Readable.from(chunks), ContentLength });
  const got = await s3.getObject({ Bucket, Key: 'stream' });
  const bytes = Buffer.from((await got.Body?.transformToByteArray()) ?? []);
  expect(bytes.equals(Buffer.concat(chunks))).toBe(true);
});

test('nothing is stored under a wrong checksum', async () => {
  const { s3 } = await testS3();
  for (const wrong of [
    { ChecksumSHA256: sha256('other') },
    { ChecksumCRC32: 'AAAAAA==' },
    { ContentMD5: createHash('md5').update('other').digest('base64') },
  ])
    await expect(s3.putObject({ Bucket, Key: 'k', Body, ...wrong })).rejects.toThrow(
      named('BadDigest'),
    );
  await expect(s3.getObject({ Bucket, Key: 'k' })).rejects.toThrow(named('NoSuchKey'));
});

test('a range of the bytes is sent, and a range behind the end is refused', async () => {
  const { s3 } = await testS3();
  await s3.putObject({ Bucket, Key: 'k', Body: '0123456789' });
  const part = async (Range: string) => {
    const got = await s3.getObject({ Bucket, Key: 'k', Range });
    return [await got.Body?.transformToString(), got.ContentRange];
  };
  expect(await part('bytes=2-4')).toEqual(['234', 'bytes 2-4/10']);
  expect(await part('bytes=7-')).toEqual(['789', 'bytes 7-9/10']);
  expect(await part('bytes=-3')).toEqual(['789', 'bytes 7-9/10']);
  expect(await part('bytes=8-99')).toEqual(['89', 'bytes 8-9/10']);
  expect(await part('bytes=4-2')).toEqual(['0123456789', undefined]);
  expect(await part('lines=1-2')).toEqual(['0123456789', undefined]);
  await expect(part('bytes=10-')).rejects.toThrow(named('InvalidRange'));
});

test('an object of no bytes is one', async () => {
  const { s3 } = await testS3();
  await s3.putObject({ Bucket, Key: 'empty', Body: '', ContentLength: 0 });
  const got = await s3.getObject({ Bucket, Key: 'empty' });
  expect([got.ContentLength, await got.Body?.transformToString()]).toEqual([0, '']);
  await expect(s3.getObject({ Bucket, Key: 'empty', Range: 'bytes=0-0' })).rejects.toThrow(
    named('InvalidRange'),
  );
});

const oddKeys = [
  '../../etc/passwd',
  '..',
  '.',
  'a/../b',
  'a//b///',
  '/leading',
  '//',
  'nul\u0000inside',
  'line\nbreak\rand\ttab',
  '\u0001\u001b[2J',
  'photo-\u202egnp.exe',
  'C:\\Windows\\system32',
  'a b+c%20d%2Fe&f=g?h#i',
  "it's (a) *star*!",
  '<Key>&amp;"</Key>',
  '\u{1f4f7}'.repeat(256),
  'é'.normalize('NFD'),
  'é'.normalize('NFC'),
  'constructor',
  '__proto__',
  'COM1',
  'con.txt',
  'x'.repeat(1024),
];

test('a key may be any text up to 1024 bytes, and never reaches another file', async () => {
  const { s3, folder } = await testS3();
  for (const Key of oddKeys) await s3.putObject({ Bucket, Key, Body: `of ${Key}` });
  for (const Key of oddKeys) {
    const got = await s3.getObject({ Bucket, Key });
    expect(await got.Body?.transformToString()).toBe(`of ${Key}`);
  }
  const { Contents = [] } = await s3.listObjectsV2({ Bucket, EncodingType: 'url' });
  const listed = Contents.map((it) => decodeURIComponent(it.Key ?? ''));
  const inOrder = oddKeys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  expect(listed).toEqual(inOrder);
  const { Contents: plain = [] } = await s3.listObjectsV2({ Bucket });
  expect(plain.map((it) => it.Key)).toEqual(inOrder);
  const files = readdirSync(folder, { recursive: true }).map(String);
  expect(
    files.filter(
      (it) =>
        !/^(s3|s3.blobs|s3.blobs.[0-9a-f-]{36}|s3.objects\.sqlite(-wal|-shm)?|function-credentials\.key)$/.test(
          it,
        ),
    ),
  ).toEqual([]);

  const Delete = { Objects: oddKeys.map((Key) => ({ Key })) };
  expect(await s3.deleteObjects({ Bucket, Delete })).not.toHaveProperty('Errors');
  expect(await s3.listObjectsV2({ Bucket })).toMatchObject({ KeyCount: 0 });
});

test('a key of more than 1024 bytes is refused', async () => {
  const { s3 } = await testS3();
  for (const Key of ['x'.repeat(1025), 'é'.repeat(513)])
    await expect(s3.putObject({ Bucket, Key, Body })).rejects.toThrow(named('KeyTooLongError'));
});

test('metadata of more than 2 kB is refused', async () => {
  const { s3 } = await testS3();
  const put = (length: number) =>
    s3.putObject({ Bucket, Key: 'k', Body, Metadata: { a: 'x'.repeat(length) } });
  await put(2047);
  await expect(put(2048)).rejects.toThrow(named('MetadataTooLarge'));
});

test('more than 5 GiB are refused before they are sent', async () => {
  const { s3 } = await testS3();
  const upload = s3.putObject({
    Bucket,
    Key: 'k',
    Body: Readable.from([Buffer.alloc(10)]),
    ContentLength: 5 * 1024 ** 3 + 1,
  });
  await expect(upload).rejects.toThrow(named('EntityTooLarge'));
});

test('writing and reading can depend on what is there', async () => {
  const { s3 } = await testS3();
  const { ETag } = await s3.putObject({ Bucket, Key: 'k', Body, IfNoneMatch: '*' });
  await expect(s3.putObject({ Bucket, Key: 'k', Body: 'b', IfNoneMatch: '*' })).rejects.toThrow(
    named('PreconditionFailed'),
  );
  await expect(s3.putObject({ Bucket, Key: 'k', Body: 'b', IfMatch: '"0"' })).rejects.toThrow(
    named('PreconditionFailed'),
  );
  await expect(s3.getObject({ Bucket, Key: 'k', IfMatch: '"0"' })).rejects.toThrow(
    named('PreconditionFailed'),
  );
  await expect(s3.getObject({ Bucket, Key: 'k', IfNoneMatch: ETag })).rejects.toMatchObject({
    $metadata: { httpStatusCode: 304 },
  });
  await s3.putObject({ Bucket, Key: 'k', Body: 'b', IfMatch: ETag });
});

test('an object is deleted, and deleting what is not there succeeds', async () => {
  const { s3 } = await testS3();
  await s3.putObject({ Bucket, Key: 'k', Body });
  await s3.deleteObject({ Bucket, Key: 'k' });
  await s3.deleteObject({ Bucket, Key: 'k' });
  await expect(s3.headObject({ Bucket, Key: 'k' })).rejects.toThrow(named('NotFound'));
  await expect(s3.getObject({ Bucket: 'other', Key: 'k' })).rejects.toThrow(named('NoSuchBucket'));
});

test('lists have pages, prefixes and groups, in the order of the bytes', async () => {
  const { s3 } = await testS3();
  const keys = ['a/1', 'a/2', 'a/b/3', 'b', 'c/4', 'ç', 'z', 'Z'];
  for (const Key of keys) await s3.putObject({ Bucket, Key, Body });
  const list = async (more: object) => {
    const pages: (readonly (string | undefined)[])[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await s3.listObjectsV2({
        Bucket,
        ...more,
        ...(ContinuationToken && { ContinuationToken }),
      });
      const { Contents = [], CommonPrefixes = [] } = page;
      pages.push([...Contents.map((it) => it.Key), ...CommonPrefixes.map((it) => it.Prefix)]);
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken);
    return pages;
  };
  expect(await list({})).toEqual([['Z', 'a/1', 'a/2', 'a/b/3', 'b', 'c/4', 'z', 'ç']]);
  expect(await list({ MaxKeys: 3 })).toEqual([
    ['Z', 'a/1', 'a/2'],
    ['a/b/3', 'b', 'c/4'],
    ['z', 'ç'],
  ]);
  expect(await list({ Prefix: 'a/' })).toEqual([['a/1', 'a/2', 'a/b/3']]);
  expect(await list({ Prefix: 'a/', Delimiter: '/' })).toEqual([['a/1', 'a/2', 'a/b/']]);
  expect(await list({ Delimiter: '/' })).toEqual([['Z', 'b', 'z', 'ç', 'a/', 'c/']]);
  expect(await list({ Delimiter: '/', MaxKeys: 2 })).toEqual([
    ['Z', 'a/'],
    ['b', 'c/'],
    ['z', 'ç'],
  ]);
  expect(await list({ StartAfter: 'b' })).toEqual([['c/4', 'z', 'ç']]);
  expect(await list({ MaxKeys: 0 })).toEqual([[]]);
});

test('a copy is an object of its own', async () => {
  const { s3 } = await testS3();
  const Metadata = { from: 'here' };
  await s3.putObject({
    Bucket,
    Key: 'a b',
    Body,
    Metadata,
    ContentType: 'text/plain',
    Tagging: 'x=1',
  });
  const copy = (Key: string, more = {}) =>
    s3.copyObject({ Bucket, Key, CopySource: `${Bucket}/a%20b`, ...more });
  await copy('same');
  await copy('new', {
    MetadataDirective: 'REPLACE',
    ContentType: 'image/png',
    TaggingDirective: 'REPLACE',
    Tagging: 'y=2',
  });
  await s3.deleteObject({ Bucket, Key: 'a b' });
  const same = await s3.getObject({ Bucket, Key: 'same' });
  expect(same).toMatchObject({ Metadata, ContentType: 'text/plain', TagCount: 1 });
  expect(await same.Body?.transformToString()).toBe(Body);
  expect(await s3.headObject({ Bucket, Key: 'new' })).toMatchObject({
    Metadata: {},
    ContentType: 'image/png',
  });
  expect(await s3.getObjectTagging({ Bucket, Key: 'new' })).toMatchObject({
    TagSet: [{ Key: 'y', Value: '2' }],
  });
  await expect(copy('same', { CopySource: `${Bucket}/gone` })).rejects.toThrow(named('NoSuchKey'));
  await expect(copy('same', { CopySource: `${Bucket}/same` })).rejects.toThrow(
    named('InvalidRequest'),
  );
});

const tags = (...keys: string[]) => ({ TagSet: keys.map((Key) => ({ Key, Value: '<&>' })) });

test('tags are replaced and deleted, with S3’s limits', async () => {
  const { s3 } = await testS3();
  await s3.putObject({ Bucket, Key: 'k', Body });
  const put = (...keys: string[]) =>
    s3.putObjectTagging({ Bucket, Key: 'k', Tagging: tags(...keys) });
  await put('a', 'b');
  expect(await s3.getObjectTagging({ Bucket, Key: 'k' })).toMatchObject(tags('a', 'b'));
  await expect(put(...Array.from('abcdefghijk'))).rejects.toThrow(named('InvalidTag'));
  await expect(put('a', 'a')).rejects.toThrow(named('InvalidTag'));
  await s3.deleteObjectTagging({ Bucket, Key: 'k' });
  expect(await s3.getObjectTagging({ Bucket, Key: 'k' })).toMatchObject(tags());
});

test('with versions, what is replaced or deleted can be read again', async () => {
  const { s3 } = await testS3({ properties: { VersioningConfiguration: { Status: 'Enabled' } } });
  const Key = 'k';
  const first = await s3.putObject({ Bucket, Key, Body: 'one' });
  const second = await s3.putObject({ Bucket, Key, Body: 'two' });
  const hidden = await s3.deleteObject({ Bucket, Key });
  expect(hidden).toMatchObject({ DeleteMarker: true });
  await expect(s3.getObject({ Bucket, Key })).rejects.toThrow(named('NoSuchKey'));
  await expect(s3.getObject({ Bucket, Key, VersionId: hidden.VersionId })).rejects.toThrow(
    named('MethodNotAllowed'),
  );
  const old = await s3.getObject({ Bucket, Key, VersionId: first.VersionId });
  expect(await old.Body?.transformToString()).toBe('one');

  const all = await s3.listObjectVersions({ Bucket });
  expect(all.DeleteMarkers).toMatchObject([{ Key, VersionId: hidden.VersionId, IsLatest: true }]);
  expect(all.Versions).toMatchObject([
    { VersionId: second.VersionId, IsLatest: false },
    { VersionId: first.VersionId, IsLatest: false },
  ]);
  const page = await s3.listObjectVersions({ Bucket, MaxKeys: 2 });
  const behind = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
  expect(behind.VersionIdMarker).toBe(second.VersionId);
  expect(await s3.listObjectVersions({ Bucket, ...behind })).toMatchObject({
    IsTruncated: false,
    Versions: [{ VersionId: first.VersionId }],
  });

  await s3.deleteObject({ Bucket, Key, VersionId: hidden.VersionId });
  expect(await (await s3.getObject({ Bucket, Key })).Body?.transformToString()).toBe('two');
  await s3.deleteObject({ Bucket, Key, VersionId: second.VersionId });
  expect(await (await s3.getObject({ Bucket, Key })).Body?.transformToString()).toBe('one');
  await expect(s3.getObject({ Bucket, Key, VersionId: second.VersionId })).rejects.toThrow(
    named('NoSuchVersion'),
  );
});

test('what is not supported is refused by name', async () => {
  const { s3 } = await testS3();
  await s3.putObject({ Bucket, Key: 'k', Body });
  await expect(s3.getObjectAcl({ Bucket, Key: 'k' })).rejects.toThrow(/\/bucket\/key\?acl/);
  await expect(s3.putObject({ Bucket, Key: 'k', Body, ACL: 'public-read' })).rejects.toThrow(
    named('AccessControlListNotSupported'),
  );
  for (const more of [
    { ServerSideEncryption: 'aws:kms' },
    { ObjectLockLegalHoldStatus: 'ON' },
  ] as const)
    await expect(s3.putObject({ Bucket, Key: 'k', Body, ...more })).rejects.toThrow(
      named('NotImplemented'),
    );
});
