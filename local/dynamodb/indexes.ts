import { changeTable } from './change-table.ts';
import { keyNames } from './replacement.ts';
import type { Index, TableDefinition } from './table-definition.ts';

/** Adds the global indexes the template has and the table lacks, and drops those it no longer has. */
export async function changeIndexes(
  engineUrl: string,
  path: string,
  wanted: TableDefinition,
  found: TableDefinition,
): Promise<void> {
  const there = shapesOf(found);
  const wish = shapesOf(wanted);
  const { TableName, AttributeDefinitions } = wanted;
  for (const [IndexName] of there) {
    if (wish.has(IndexName)) continue;
    const update = { TableName, GlobalSecondaryIndexUpdates: [{ Delete: { IndexName } }] };
    await changeTable(engineUrl, 'UpdateTable', update);
  }
  for (const [IndexName, { index, shape }] of wish) {
    const before = there.get(IndexName)?.shape;
    if (before === shape) continue;
    // CloudFormation refuses this too, but only while deploying.
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

/** By name, each index with what makes it itself: `formKey (S), formOrder (S), ALL`. */
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
