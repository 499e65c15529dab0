import type { Attribute, Key, TableDefinition } from './table-definition.ts';

/**
 * A table's keys and local indexes cannot change. CloudFormation would create a new, empty table with
 * another name; here that is refused, so that nobody loses data unasked.
 */
export function refuseReplacement(
  path: string,
  wanted: TableDefinition,
  found: TableDefinition,
): void {
  refuseChange(path, 'key', keyOf(wanted), keyOf(found));
  refuseChange(path, 'local indexes', localIndexesOf(wanted), localIndexesOf(found));
}

function refuseChange(path: string, what: string, wanted: string, found: string): void {
  if (wanted === found) return;
  throw new Error(
    `${path}: its ${what} changed from ${found} to ${wanted}. In AWS that replaces the table and ` +
      `loses its data. If this is what you want here, run \`npm run reset\`, which clears all local data.`,
  );
}

/** `pk (S), sk (S)`: hash key first. */
export function keyNames(schema: readonly Key[], attributes: readonly Attribute[]): string {
  return schema
    .toSorted((one, other) => one.KeyType.localeCompare(other.KeyType))
    .map(({ AttributeName: name }) => {
      const type = attributes.find(({ AttributeName }) => AttributeName === name)?.AttributeType;
      return `${name} (${type})`;
    })
    .join(', ');
}

function keyOf({ KeySchema, AttributeDefinitions }: TableDefinition): string {
  return keyNames(KeySchema, AttributeDefinitions);
}

function localIndexesOf({
  LocalSecondaryIndexes = [],
  AttributeDefinitions,
}: TableDefinition): string {
  const written = LocalSecondaryIndexes.map(
    ({ IndexName, KeySchema }) => `${IndexName} on ${keyNames(KeySchema, AttributeDefinitions)}`,
  );
  return written.toSorted().join('; ') || 'none';
}
