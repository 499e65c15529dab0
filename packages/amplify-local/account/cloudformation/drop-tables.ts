import type { LocalBackend } from '../../start-backend.ts';
import type { Change } from './deployment-changes.ts';

/** Deletes the tables that a deployment removed, or had created before it failed. */
export async function dropTables(
  { database }: Pick<LocalBackend, 'database'>,
  changes: readonly Change[],
  kind: Change['kind'],
): Promise<void> {
  const tables = changes.filter(
    (it) => it.kind === kind && it.resource.type === 'AWS::DynamoDB::Table',
  );
  for (const { resource } of tables) await database.dropTable(resource.id);
}
