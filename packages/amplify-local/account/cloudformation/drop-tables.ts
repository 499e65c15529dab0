import type { Cloud } from '../../cloud.ts';
import { callEngine } from '../../services/dynamodb/call-engine.ts';
import type { Change } from './deployment-changes.ts';

/** Deletes the tables that a deployment removed, or had created before it failed. */
export async function dropTables(
  { database }: Pick<Cloud, 'database'>,
  changes: readonly Change[],
  kind: Change['kind'],
): Promise<void> {
  const tables = changes.filter(
    (it) => it.kind === kind && it.resource.type === 'AWS::DynamoDB::Table',
  );
  for (const { resource } of tables)
    await callEngine(database.engineUrl, 'DeleteTable', { TableName: resource.id }).catch(
      (error: Error) => {
        if (error.name !== 'ResourceNotFoundException') throw error;
      },
    );
}
