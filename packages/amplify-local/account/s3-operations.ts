import type { AwsResponse, AwsRequest, AwsService } from '../machine/aws-request.ts';
import { failureFrom, failWith } from '../machine/aws-failure.ts';
import { element, type Content } from '../machine/xml.ts';
import { etagOf, type Bucket, type StoredObject } from './buckets.ts';
import { putObjectBody } from './put-object-body.ts';

const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** As much of S3 (with path-style addresses) as uploading a deployment takes. Other operations are refused by name. */
export function createS3(buckets: readonly Bucket[]): AwsService {
  return async (request) => {
    try {
      const [name = '', ...rest] = request.path.slice(1).split('/').map(decodeURIComponent);
      const bucket = buckets.find((it) => it.name === name);
      if (!bucket) return failWith('NoSuchBucket', `The local S3 has no bucket "${name}".`);
      const key = rest.join('/');
      return await (key === ''
        ? handleBucket(bucket, request)
        : handleObject(bucket, key, request));
    } catch (thrown) {
      const { code, message, status } = failureFrom(thrown);
      return {
        status: code.startsWith('NoSuch') || code === 'NotFound' ? 404 : status,
        headers: { 'content-type': 'application/xml' },
        body: element('Error', { Code: code, Message: message }),
      };
    }
  };
}

function handleBucket(bucket: Bucket, { method, query }: AwsRequest): AwsResponse {
  if (method === 'HEAD') return { status: 200, body: '' };
  if (method === 'GET' && query.has('location')) return xml('LocationConstraint', undefined);
  if (method === 'GET' && query.has('encryption'))
    return xml('ServerSideEncryptionConfiguration', {
      Rule: { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } },
    });
  if (method === 'GET' && query.get('list-type') === '2')
    return xml('ListBucketResult', listObjects(bucket, query.get('prefix') ?? ''));
  return notImplemented(`${method} /bucket?${[...query.keys()].join('&')}`);
}

async function handleObject(
  bucket: Bucket,
  key: string,
  request: AwsRequest,
): Promise<AwsResponse> {
  const { method, query, headers } = request;
  const operation = `${method} /bucket/key?${[...query.keys()].join('&')}`;
  // The SDK names its operation in `x-id`; other parameters select subresources such as tags.
  if ([...query.keys()].some((it) => it !== 'x-id')) return notImplemented(operation);
  if (method === 'PUT' && headers['x-amz-copy-source'] === undefined) {
    const body = putObjectBody(request);
    await bucket.put(key, body);
    return { status: 200, headers: { etag: etagOf({ body }) }, body: '' };
  }
  if (method !== 'GET' && method !== 'HEAD') return notImplemented(operation);
  const object = bucket.object(key);
  if (!object) return failWith('NoSuchKey', `There is nothing under ${key}.`);
  return { status: 200, headers: headersOf(object), body: object.body };
}

function listObjects(bucket: Bucket, prefix: string): Content {
  const found = bucket.keys().filter((it) => it.startsWith(prefix));
  return {
    Name: bucket.name,
    Prefix: prefix,
    KeyCount: found.length,
    MaxKeys: found.length,
    IsTruncated: false,
    Contents: found.flatMap((key) => {
      const object = bucket.object(key);
      if (!object) return [];
      const { body, changedAt } = object;
      return [{ Key: key, LastModified: changedAt, ETag: etagOf(object), Size: body.length }];
    }),
  };
}

function headersOf(object: StoredObject): Record<string, string> {
  return {
    etag: etagOf(object),
    'last-modified': object.changedAt.toUTCString(),
    'content-length': String(object.body.length),
    'content-type': 'binary/octet-stream',
  };
}

function xml(name: string, content: Content): AwsResponse {
  const headers = { 'content-type': 'application/xml' };
  return { status: 200, headers, body: element(name, content, namespace) };
}

function notImplemented(what: string): never {
  return failWith('NotImplemented', `The local S3 does not support ${what.replace(/\?$/, '')}.`);
}
