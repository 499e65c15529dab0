import { changeTable } from './change-table.ts';
import { keyNames } from './refuse-replacement.ts';
import type { Index, TableDefinition } from './table-definition.ts';

/** Adds the template's global indexes that the table lacks, and drops those it no longer has. */
export async function changeIndexes(
  engineUrl: string,
  path: string,
  wanted: TableDefinition,
  found: TableDefinition,
): Promise<void> {
  const existing = shapesOf(found);
  const desired = shapesOf(wanted);
  const { TableName, AttributeDefinitions } = wanted;
  for (const [IndexName] of existing) {
    if (desired.has(IndexName)) continue;
    const update = { TableName, GlobalSecondaryIndexUpdates: [{ Delete: { IndexName } }] };
    await changeTable(engineUrl, 'UpdateTable', update);
  }
  for (const [IndexName, { index, shape }] of desired) {
    const before = existing.get(IndexName)?.shape;
    if (before === shape) continue;
    // CloudFormation also refuses this, but only while deploying.
    if (before !== undefined)
      throw new Error(
        `${path}: index ${IndexName} changed from ${before} to ${shape}. ` +
          `An index cannot change; give the new one another name.`,
      );
    const GlobalSecondaryIndexUpdates = [{ Create: index }];
    const update = { TableName, AttributeDefinitions, GlobalSecondaryIndexUpdates };
    await changeTable(engineUrl, 'UpdateTable', update);
  }
}

type Shaped = { readonly index: Index; readonly shape: string };

/** A description of each index by its name: `formKey (S), formOrder (S), ALL`. */
function shapesOf(table: TableDefinition): ReadonlyMap<string, Shaped> {
  return new Map(
    (table.GlobalSecondaryIndexes ?? []).map((index) => {
      const { ProjectionType, NonKeyAttributes = [] } = index.Projection;
      const key = keyNames(index.KeySchema, table.AttributeDefinitions);
      const shape = [key, ProjectionType, ...NonKeyAttributes.toSorted()].join(', ');
      return [index.IndexName, { index, shape }];
    }),
  );
}
