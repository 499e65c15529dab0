import { onObject, onVersion, type Call, type Operation } from './operation.ts';
import type { Storage } from '../storage/open-storage.ts';
import { failureOf, failS3 } from '../protocol/s3-failure.ts';
import { refuseLongKey } from '../protocol/s3-request.ts';
import { readXml } from '../protocol/xml-body.ts';
import { xmlResponse } from '../protocol/xml-response.ts';

export const deleteObject: Operation = {
  parameters: ['versionId'],
  actions: onVersion('DeleteObject', 'DeleteObjectVersion'),
  run(call, storage) {
    const version = call.request.query.get('versionId') ?? undefined;
    const deleted = deleteOne(call, { key: call.key, version }, storage);
    return {
      status: 204,
      headers: {
        'x-amz-version-id': deleted.version,
        'x-amz-delete-marker': deleted.isTombstone ? 'true' : undefined,
      },
    };
  },
};

const mostKeys = 1000;

/** Deletes up to a thousand objects. Each is authorized, deleted and reported for itself. */
export const deleteObjects: Operation = {
  // Each key requires its own.
  actions: () => [],
  async run(call, storage) {
    const body = await readXml(call.request, 'Delete');
    const wanted = body.all('Object').map((it) => ({
      key: it.requiredText('Key'),
      version: it.text('VersionId'),
    }));
    if (wanted.length === 0 || wanted.length > mostKeys) failS3('MalformedXML');
    const isQuiet = body.text('Quiet') === 'true';
    const results = wanted.map((it) => deletion(call, it, storage));
    return xmlResponse('DeleteResult', {
      Deleted: isQuiet ? [] : results.flatMap(({ deleted }) => deleted ?? []),
      Error: results.flatMap(({ error }) => error ?? []),
    });
  },
};

type Wanted = { readonly key: string; readonly version: string | undefined };

function deletion(call: Call, wanted: Wanted, storage: Storage) {
  const { key, version } = wanted;
  const VersionId = version;
  try {
    refuseLongKey(key);
    const action = version === undefined ? 'DeleteObject' : 'DeleteObjectVersion';
    for (const it of onObject(action)({ ...call, key })) call.require(it);
    const deleted = deleteOne(call, wanted, storage);
    const tombstone = deleted.isTombstone && {
      DeleteMarker: true,
      DeleteMarkerVersionId: deleted.version,
    };
    return { deleted: { Key: key, VersionId, ...tombstone } };
  } catch (thrown) {
    return { error: { Key: key, VersionId, ...failureOf(thrown) } };
  }
}

/** Deleting what is not there succeeds, as in S3. */
function deleteOne(
  { bucket }: Call,
  { key, version }: Wanted,
  { store }: Storage,
): { readonly version: string | undefined; readonly isTombstone: boolean } {
  if (version === undefined) {
    const tombstone = store.delete(bucket, key);
    return { version: tombstone?.version, isTombstone: tombstone !== undefined };
  }
  const deleted = store.deleteVersion(bucket.name, key, version);
  return { version, isTombstone: deleted?.isTombstone ?? false };
}
