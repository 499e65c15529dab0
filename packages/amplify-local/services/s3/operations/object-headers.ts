import type { Call } from './operation.ts';
import { checksumHeader } from '../protocol/checksums.ts';
import { headerOf } from '../protocol/s3-request.ts';
import type { ObjectVersion } from '../storage/object-version.ts';

type Headers = Record<string, string | undefined>;

/** The headers that describe an object, in responses that have its bytes and in those that could. */
export function objectHeaders({ request, bucket }: Call, version: ObjectVersion): Headers {
  const { headers, metadata, tags, checksum } = version.description;
  const tagCount = Object.keys(tags).length;
  return {
    ...headers,
    ...Object.fromEntries(
      Object.entries(metadata).map(([name, value]) => [`x-amz-meta-${name}`, value]),
    ),
    // The checksum is of all bytes, so it is not sent with some of them.
    ...(headerOf(request, 'x-amz-checksum-mode') === 'ENABLED' &&
      headerOf(request, 'range') === undefined &&
      checksum && {
        [checksumHeader(checksum.algorithm)]: checksum.value,
        'x-amz-checksum-type': checksum.value.includes('-') ? 'COMPOSITE' : 'FULL_OBJECT',
      }),
    etag: `"${version.etag}"`,
    'last-modified': new Date(version.changedAt).toUTCString(),
    'accept-ranges': 'bytes',
    'x-amz-server-side-encryption': 'AES256',
    'x-amz-tagging-count': tagCount > 0 ? String(tagCount) : undefined,
    ...versionHeader(bucket, version),
  };
}

/** Names the version, in buckets that have versions. */
export function versionHeader(
  { versioning }: Call['bucket'],
  { version }: Pick<ObjectVersion, 'version'>,
): Headers {
  return versioning === undefined ? {} : { 'x-amz-version-id': version };
}
