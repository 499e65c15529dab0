import type { AwsAnswer, AwsCall, AwsService } from '../aws/call.ts';
import { failureFrom, failWith } from '../aws/failure.ts';
import { element, type Content } from '../aws/xml.ts';
import { tagOf, type Bucket, type StoredObject } from './buckets.ts';
import { sentBody } from './sent-body.ts';

const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** As much of S3, addressed by path, as uploading a deployment takes. The rest is refused by name. */
export function createS3(buckets: readonly Bucket[]): AwsService {
  return async (call) => {
    try {
      const [name = '', ...rest] = call.path.slice(1).split('/').map(decodeURIComponent);
      const bucket = buckets.find((it) => it.name === name);
      if (!bucket) return failWith('NoSuchBucket', `The local S3 has no bucket "${name}".`);
      const key = rest.join('/');
      return await (key === '' ? answerBucket(bucket, call) : answerObject(bucket, key, call));
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

function answerBucket(bucket: Bucket, { method, query }: AwsCall): AwsAnswer {
  if (method === 'HEAD') return { status: 200, body: '' };
  if (method === 'GET' && query.has('location')) return xml('LocationConstraint', undefined);
  if (method === 'GET' && query.has('encryption'))
    return xml('ServerSideEncryptionConfiguration', {
      Rule: { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } },
    });
  if (method === 'GET' && query.get('list-type') === '2')
    return xml('ListBucketResult', listed(bucket, query.get('prefix') ?? ''));
  return refused(`${method} /bucket?${[...query.keys()].join('&')}`);
}

async function answerObject(bucket: Bucket, key: string, call: AwsCall): Promise<AwsAnswer> {
  const { method, query, headers } = call;
  const asked = `${method} /bucket/key?${[...query.keys()].join('&')}`;
  // The SDK names its operation in `x-id`; a key's other faces, such as its tags, are other parameters.
  if ([...query.keys()].some((it) => it !== 'x-id')) return refused(asked);
  if (method === 'PUT' && headers['x-amz-copy-source'] === undefined) {
    const body = sentBody(call);
    await bucket.put(key, body);
    return { status: 200, headers: { etag: tagOf({ body }) }, body: '' };
  }
  if (method !== 'GET' && method !== 'HEAD') return refused(asked);
  const object = bucket.object(key);
  if (!object) return failWith('NoSuchKey', `There is nothing under ${key}.`);
  return { status: 200, headers: headersOf(object), body: object.body };
}

function listed(bucket: Bucket, prefix: string): Content {
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
      return [{ Key: key, LastModified: changedAt, ETag: tagOf(object), Size: body.length }];
    }),
  };
}

function headersOf(object: StoredObject): Record<string, string> {
  return {
    etag: tagOf(object),
    'last-modified': object.changedAt.toUTCString(),
    'content-length': String(object.body.length),
    'content-type': 'binary/octet-stream',
  };
}

function xml(name: string, content: Content): AwsAnswer {
  const headers = { 'content-type': 'application/xml' };
  return { status: 200, headers, body: element(name, content, namespace) };
}

function refused(what: string): never {
  return failWith('NotImplemented', `The local S3 does not do ${what.replace(/\?$/, '')}.`);
}
