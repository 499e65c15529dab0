import { bucketArn, type Call } from './operation.ts';
import type { Storage } from '../storage/open-storage.ts';
import { failS3 } from '../protocol/s3-failure.ts';
import type { ObjectVersion } from '../storage/object-version.ts';

/** The object, or the version, that a request names. Throws if there is none. */
export function findObject(call: Call, { store }: Pick<Storage, 'store'>): ObjectVersion {
  const { request, bucket, key } = call;
  const version = request.query.get('versionId') ?? undefined;
  const found = store.find(bucket.name, key, version);
  if (!found) return failMissing(call, version === undefined ? 'NoSuchKey' : 'NoSuchVersion');
  if (!found.isTombstone) return found;
  const headers = { 'x-amz-delete-marker': 'true', 'x-amz-version-id': found.version };
  if (version !== undefined)
    return failS3('MethodNotAllowed', undefined, { headers: { ...headers, allow: 'DELETE' } });
  return failMissing(call, 'NoSuchKey', headers);
}

/** Who may not list a bucket does not learn either which objects it lacks. */
export function failMissing(
  { bucket, may }: Call,
  code: 'NoSuchKey' | 'NoSuchVersion',
  headers: Readonly<Record<string, string>> = {},
): never {
  const mayKnow = may({
    action: 's3:ListBucket',
    resourceArn: bucketArn(bucket),
    conditionKeys: { 's3:prefix': undefined },
  });
  return mayKnow ? failS3(code, undefined, { headers }) : failS3('AccessDenied');
}
