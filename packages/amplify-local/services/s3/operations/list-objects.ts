import { bucketArn, type Call, type Operation, type RequiredAction } from './operation.ts';
import { failS3 } from '../protocol/s3-failure.ts';
import { xmlResponse } from '../protocol/xml-response.ts';
import { account } from '../../../template/arn.ts';
import type { Listing } from '../storage/list-keys.ts';
import type { ObjectVersion } from '../storage/object-version.ts';

const mostKeys = 1000;

export const listObjects: Operation = {
  parameters: [
    'list-type',
    'prefix',
    'delimiter',
    'max-keys',
    'start-after',
    'continuation-token',
    'encoding-type',
    'fetch-owner',
  ],
  actions: listing('ListBucket'),
  run({ request, bucket }, { lists }) {
    const { query } = request;
    if (query.get('list-type') !== '2')
      failS3('NotImplemented', 'The local S3 lists objects with list-type=2 only.');
    const token = query.get('continuation-token');
    const after = token === null ? (query.get('start-after') ?? '') : keyOfToken(token);
    const wanted = { ...listingFrom(query), after };
    const { versions, groups, next } = lists.objects(bucket.name, wanted);
    const text = encoderFor(query);
    return xmlResponse('ListBucketResult', {
      Name: bucket.name,
      Prefix: text(wanted.prefix),
      Delimiter: wanted.delimiter === '' ? undefined : text(wanted.delimiter),
      StartAfter: query.has('start-after') ? text(query.get('start-after') ?? '') : undefined,
      EncodingType: query.get('encoding-type') ?? undefined,
      KeyCount: versions.length + groups.length,
      MaxKeys: wanted.limit,
      IsTruncated: next !== undefined,
      ContinuationToken: token ?? undefined,
      NextContinuationToken: next && tokenOfKey(next.key),
      Contents: versions.map((it) => ({
        Key: text(it.key),
        ...described(it),
        ...(query.get('fetch-owner') === 'true' && { Owner: { ID: account } }),
      })),
      CommonPrefixes: groups.map((it) => ({ Prefix: text(it) })),
    });
  },
};

export const listVersions: Operation = {
  parameters: [
    'prefix',
    'delimiter',
    'max-keys',
    'key-marker',
    'version-id-marker',
    'encoding-type',
  ],
  actions: listing('ListBucketVersions'),
  run({ request, bucket }, { lists }) {
    const { query } = request;
    const after = query.get('key-marker') ?? '';
    const afterVersion = query.get('version-id-marker') ?? undefined;
    const wanted = {
      ...listingFrom(query),
      after,
      ...(afterVersion !== undefined && { afterVersion }),
    };
    const { versions, groups, next } = lists.versions(bucket.name, wanted);
    const text = encoderFor(query);
    const item = (it: ObjectVersion) => ({
      Key: text(it.key),
      VersionId: it.version,
      IsLatest: it.isLatest,
      Owner: { ID: account },
    });
    return xmlResponse('ListVersionsResult', {
      Name: bucket.name,
      Prefix: text(wanted.prefix),
      Delimiter: wanted.delimiter === '' ? undefined : text(wanted.delimiter),
      KeyMarker: text(after),
      VersionIdMarker: afterVersion ?? '',
      EncodingType: query.get('encoding-type') ?? undefined,
      MaxKeys: wanted.limit,
      IsTruncated: next !== undefined,
      NextKeyMarker: next && text(next.key),
      NextVersionIdMarker: next?.version,
      Version: versions
        .filter((it) => !it.isTombstone)
        .map((it) => ({ ...item(it), ...described(it) })),
      DeleteMarker: versions
        .filter((it) => it.isTombstone)
        .map((it) => ({ ...item(it), LastModified: new Date(it.changedAt) })),
      CommonPrefixes: groups.map((it) => ({ Prefix: text(it) })),
    });
  },
};

function listing(action: string): (call: Call) => readonly RequiredAction[] {
  return ({ request: { query }, bucket }) => [
    {
      action: `s3:${action}`,
      resourceArn: bucketArn(bucket),
      conditionKeys: {
        's3:prefix': query.get('prefix') ?? undefined,
        's3:delimiter': query.get('delimiter') ?? undefined,
        's3:max-keys': query.get('max-keys') ?? undefined,
      },
    },
  ];
}

export function listingFrom(query: URLSearchParams): Omit<Listing, 'after'> {
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    limit: limitIn(query, 'max-keys'),
  };
}

export function limitIn(query: URLSearchParams, name: string): number {
  const given = query.get(name) ?? String(mostKeys);
  if (!/^\d{1,9}$/.test(given)) failS3('InvalidArgument');
  return Math.min(Number(given), mostKeys);
}

/** Keys may contain what XML cannot, so a client can ask for them to be encoded. */
export function encoderFor(query: URLSearchParams): (text: string) => string {
  const encoding = query.get('encoding-type');
  if (encoding === null) return (text) => text;
  if (encoding !== 'url') failS3('InvalidArgument');
  return (text) => encodeURIComponent(text).replaceAll('%2F', '/');
}

function described({ etag, size, changedAt, description: { checksum } }: ObjectVersion) {
  return {
    LastModified: new Date(changedAt),
    ETag: `"${etag}"`,
    ChecksumAlgorithm: checksum?.algorithm,
    Size: size,
    StorageClass: 'STANDARD',
  };
}

function tokenOfKey(key: string): string {
  return Buffer.from(key).toString('base64url');
}

function keyOfToken(token: string): string {
  if (!/^[\w-]+$/.test(token))
    failS3('InvalidArgument', 'The continuation token provided is incorrect');
  return Buffer.from(token, 'base64url').toString('utf8');
}
