import type { LocalBackend } from '../../start-backend.ts';
import type { Change } from './deployment-changes.ts';

/** Deletes the tables and buckets that a deployment removed, or had created before it failed. */
export async function dropData(
  { database, s3 }: Pick<LocalBackend, 'database' | 's3'>,
  changes: readonly Change[],
  kind: Change['kind'],
): Promise<void> {
  for (const { kind: found, resource } of changes) {
    if (found !== kind) continue;
    if (resource.type === 'AWS::DynamoDB::Table') await database.dropTable(resource.id);
    if (resource.type === 'AWS::S3::Bucket') s3.dropBucket(resource.id);
  }
}
