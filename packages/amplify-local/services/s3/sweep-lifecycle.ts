import { setImmediate as pause } from 'node:timers/promises';
import type { BucketSettings } from './bucket-settings.ts';
import { expiredVersions, isUploadExpired } from './lifecycle-rules.ts';
import type { ObjectVersion } from './storage/object-version.ts';
import type { Storage } from './storage/open-storage.ts';

const versionsAtOnce = 500;
/** Milliseconds that the answer to a completed upload is remembered. */
const day = 24 * 60 * 60 * 1000;

/** Deletes what the lifecycle rules of the buckets say, as S3 does by itself. */
export async function sweepLifecycle(
  buckets: readonly BucketSettings[],
  storage: Storage,
): Promise<void> {
  storage.multipart.forgetCompleted(storage.now() - day);
  for (const bucket of buckets.filter((it) => it.lifecycleRules.length > 0)) {
    abortUploads(bucket, storage);
    for await (const versions of versionsByKey(bucket.name, storage))
      deleteExpired(bucket, versions, storage);
  }
}

function abortUploads({ name, lifecycleRules }: BucketSettings, { multipart, now }: Storage): void {
  for (const upload of multipart.list(name, { key: '', id: '' }))
    if (lifecycleRules.some((rule) => isUploadExpired(rule, upload, now())))
      multipart.abort(upload.id);
}

function deleteExpired(
  bucket: BucketSettings,
  versions: readonly ObjectVersion[],
  { store, now }: Storage,
): void {
  const expired = new Set(
    bucket.lifecycleRules.flatMap((rule) => expiredVersions(rule, versions, now())),
  );
  for (const { key, version, isLatest, isTombstone } of expired) {
    if (isLatest && !isTombstone) store.delete(bucket, key, 'LifecycleExpiration');
    else store.deleteVersion(bucket.name, key, version, 'LifecycleExpiration:Delete');
  }
}

/** All versions of each key, the newest first. It pauses, so that requests are answered meanwhile. */
async function* versionsByKey(
  bucket: string,
  { lists }: Storage,
): AsyncGenerator<readonly ObjectVersion[]> {
  let after: { readonly key: string; readonly version?: string } | undefined = { key: '' };
  let ofKey: ObjectVersion[] = [];
  while (after) {
    const { key, version } = after;
    const listing = {
      prefix: '',
      delimiter: '',
      after: key,
      limit: versionsAtOnce,
      ...(version !== undefined && { afterVersion: version }),
    };
    const page = lists.versions(bucket, listing);
    for (const one of page.versions) {
      if (ofKey.length > 0 && ofKey[0]?.key !== one.key) {
        yield ofKey;
        ofKey = [];
      }
      ofKey.push(one);
    }
    after = page.next;
    await pause();
  }
  if (ofKey.length > 0) yield ofKey;
}
