import type { Readable } from 'node:stream';
import { bucketArn, onObject, type Call, type Operation } from './operation.ts';
import { versionHeader } from './object-headers.ts';
import { failMissing } from './find-object.ts';
import { failS3 } from '../protocol/s3-failure.ts';
import { checkWriteConditions } from './preconditions.ts';
import { algorithmNamed, startChecksum } from '../protocol/checksums.ts';
import { readDescription } from '../protocol/read-description.ts';
import { addressOf, headerOf, refuseLongKey, type S3Request } from '../protocol/s3-request.ts';
import { xmlResponse } from '../protocol/xml-response.ts';
import type { Checksum } from '../storage/object-version.ts';
import type { BucketSettings } from '../bucket-settings.ts';

/** The largest object that can be copied at once: 5 GiB. */
const largestCopy = 5 * 1024 ** 3;

/**
 * Copies an object without copying its bytes: both refer to the same files. They are read only if another checksum
 * is requested, which is then that of all of them, also of an object that was uploaded in parts.
 */
export const copyObject: Operation = {
  actions(call) {
    const { bucket, key, version } = sourceOf(call);
    const resourceArn = `${bucketArn(bucket)}/${key}`;
    const ofVersion = version === undefined ? '' : 'Version';
    const withTags = directive(call, 'x-amz-tagging-directive') === 'COPY';
    const hasTags = withTags || headerOf(call.request, 'x-amz-tagging') !== undefined;
    return [
      { action: `s3:GetObject${ofVersion}`, resourceArn },
      ...onObject('PutObject')(call),
      ...(!withTags && hasTags ? onObject('PutObjectTagging')(call) : []),
    ];
  },
  async run(call, storage) {
    const { store } = storage;
    const source = sourceOf(call);
    const found = store.find(source.bucket.name, source.key, source.version);
    if (!found || found.isTombstone)
      return failMissing({ ...call, bucket: source.bucket }, 'NoSuchKey');
    if (found.size > largestCopy)
      failS3(
        'InvalidRequest',
        'The specified copy source is larger than the maximum allowable size for a copy source: 5368709120',
      );
    const { request, bucket, key } = call;
    const replacesMetadata = directive(call, 'x-amz-metadata-directive') === 'REPLACE';
    const replacesTags = directive(call, 'x-amz-tagging-directive') === 'REPLACE';
    const isItself = bucket.name === source.bucket.name && key === source.key;
    if (isItself && !replacesMetadata && source.version === undefined)
      failS3(
        'InvalidRequest',
        'This copy request is illegal because it is trying to copy an object to itself without changing the object’s metadata.',
      );
    const given = readDescription(request);
    const description = {
      ...(replacesMetadata
        ? { ...found.description, headers: given.headers, metadata: given.metadata }
        : found.description),
      tags: replacesTags ? given.tags : found.description.tags,
    };
    const segments = store.segmentsOf(found);
    const digests = await requestedDigests(request, () =>
      storage.blobs.read(segments, 0, found.size - 1),
    );
    const current = store.find(source.bucket.name, source.key, source.version);
    // It was replaced while it was read.
    if (current?.id !== found.id) return copyObject.run(call, storage);
    checkWriteConditions(request, store.find(bucket.name, key));
    const { etag, checksum } = { ...found, ...digests };
    const object = {
      key,
      segments,
      etag,
      description: { ...description, ...(checksum && { checksum }) },
    };
    const stored = store.put(bucket, object, 'ObjectCreated:Copy');
    const response = xmlResponse('CopyObjectResult', {
      LastModified: new Date(stored.changedAt),
      ETag: `"${stored.etag}"`,
      ...(checksum && {
        [`Checksum${checksum.algorithm}`]: checksum.value,
        ChecksumType: 'FULL_OBJECT',
      }),
    });
    return {
      ...response,
      headers: {
        ...response.headers,
        ...versionHeader(bucket, stored),
        'x-amz-copy-source-version-id': source.bucket.versioning && found.version,
        'x-amz-server-side-encryption': 'AES256',
      },
    };
  },
};

/** The digests of all bytes, if the copy is to have another checksum than its source. */
async function requestedDigests(
  request: S3Request,
  read: () => Readable,
): Promise<{ readonly etag?: string; readonly checksum?: Checksum }> {
  const name = headerOf(request, 'x-amz-checksum-algorithm');
  if (name === undefined) return {};
  const algorithm = algorithmNamed(name);
  const [running, md5] = [startChecksum(algorithm), startChecksum('MD5')];
  for await (const piece of read() as AsyncIterable<Buffer>)
    for (const it of [running, md5]) it.update(piece);
  const value = running.digest().toString('base64');
  return { etag: md5.digest().toString('hex'), checksum: { algorithm, value } };
}

type Source = {
  readonly bucket: BucketSettings;
  readonly key: string;
  readonly version: string | undefined;
};

/** `bucket/key?versionId=…`, URL-encoded. */
function sourceOf({ request, bucketNamed }: Call): Source {
  const header = headerOf(request, 'x-amz-copy-source') ?? '';
  const [path = '', query] = header.split('?', 2);
  const { bucket, key } = addressOf({ path: path.startsWith('/') ? path : `/${path}` });
  if (key === '')
    failS3(
      'InvalidArgument',
      'Copy Source must mention the source bucket and key: sourcebucket/sourcekey',
    );
  refuseLongKey(key);
  const version = new URLSearchParams(query).get('versionId') ?? undefined;
  return { bucket: bucketNamed(bucket), key, version };
}

function directive({ request }: Call, header: string): 'COPY' | 'REPLACE' {
  const value = headerOf(request, header) ?? 'COPY';
  return value === 'COPY' || value === 'REPLACE' ? value : failS3('InvalidArgument');
}
