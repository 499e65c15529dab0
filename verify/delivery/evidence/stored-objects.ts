import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { openFunctionCredentials } from '../../../packages/amplify-local/services/iam/function-credentials.ts';
import { startLocalS3 } from '../../../packages/amplify-local/services/s3/local-s3.ts';
import { openStorage } from '../../../packages/amplify-local/services/s3/storage/open-storage.ts';
import { readAssembly } from '../../../packages/amplify-local/template/assembly.ts';
import { resolveAssembly } from '../../../packages/amplify-local/resolve-assembly.ts';

/** An object in the bucket, by its own bytes. */
export type StoredObject = {
  /** The id of its file, and whether it is the small copy. */
  readonly file: string;
  readonly isSmall: boolean;
  readonly entry: string;
  readonly size: number;
  readonly sha256: string;
};

type Folders = { readonly assembly: string; readonly state: string };

/** Milliseconds: longer than the lifecycle rules give to what nobody confirmed. */
const aWeekAndADay = 8 * 24 * 60 * 60 * 1000;

/** Has the lifecycle rules delete what is due in a week, and then reads every byte that is left on the disk. */
export async function objectsInAWeek({
  assembly,
  state,
}: Folders): Promise<readonly StoredObject[]> {
  const { resources } = resolveAssembly(readAssembly(assembly));
  const s3 = await startLocalS3({
    resources,
    folder: state,
    port: 0,
    credentials: openFunctionCredentials(state),
    functionNamed: () => undefined,
    now: inAWeek,
    log: () => {},
  });
  await s3.sweep();
  await s3.close();
  const bucket = resources.find(({ type }) => type === 'AWS::S3::Bucket')?.id ?? '';
  const storage = openStorage(join(state, 's3'), { now: inAWeek });
  const all = { prefix: '', delimiter: '', after: '', limit: Number.MAX_SAFE_INTEGER };
  const objects: StoredObject[] = [];
  for (const version of storage.lists.versions(bucket, all).versions) {
    const hash = createHash('sha256');
    for await (const bytes of storage.blobs.read(
      storage.store.segmentsOf(version),
      0,
      version.size - 1,
    ))
      hash.update(bytes as Buffer);
    const [, , entry = '', name = ''] = version.key.split('/');
    const [file = '', small] = name.split('.');
    const sha256 = hash.digest('base64');
    objects.push({ file, isSmall: small !== undefined, entry, size: version.size, sha256 });
  }
  storage.close();
  return objects;
}

function inAWeek(): number {
  return Date.now() + aWeekAndADay;
}
