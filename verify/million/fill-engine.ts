import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { toAttributes } from '../../amplify/dynamodb/attribute-values.ts';
import type { Item } from '../../amplify/entries/dynamo-table.ts';
import { byFormIndex } from '../../amplify/entries/by-form-index.ts';

/** Items in one transaction of SQLite. */
const atOnce = 5000;

/**
 * Puts items into the table of the local engine without asking the engine, which takes a thousandth of a second for
 * each: into its own SQLite file, in the rows that it writes itself. The engine may run meanwhile. There is no record
 * of them in the stream, and none of the items may be there before.
 */
export function fillEngine(databaseFile: string, items: Iterable<Item>): void {
  using database = new DatabaseSync(databaseFile, { timeout: 10_000 });
  const table = tableIn(database);
  const put = database.prepare(
    `INSERT INTO "${table}" (pk, sk, item_json, item_size, hash_prefix) VALUES (?, ?, ?, ?, ?)`,
  );
  const putInIndex = database.prepare(
    `INSERT INTO "${table}::gsi::${byFormIndex}" (gsi_pk, gsi_sk, table_pk, table_sk, item_json) VALUES (?, ?, ?, ?, ?)`,
  );
  let count = 0;
  database.exec('PRAGMA synchronous = OFF; BEGIN');
  for (const item of items) {
    const { pk, sk, formKey, formOrder } = item;
    const json = JSON.stringify(toAttributes(withoutUndefined(item)));
    const key = [`S:${String(pk)}`, `S:${String(sk)}`] as const;
    put.run(...key, json, sizeOf(item), hashPrefix(String(pk)));
    if (typeof formKey === 'string' && typeof formOrder === 'string')
      putInIndex.run(`S:${formKey}`, `S:${formOrder}`, ...key, json);
    count += 1;
    if (count % atOnce === 0) database.exec('COMMIT; BEGIN');
  }
  database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
}

function tableIn(database: DatabaseSync): string {
  const [table] = database.prepare('SELECT table_name FROM _tables').all();
  if (!table) throw new Error('The engine has no table yet.');
  return String(table['table_name']);
}

function withoutUndefined(item: Item): Item {
  return JSON.parse(JSON.stringify(item)) as Item;
}

/** By which the engine orders a scan, as dynalite did. */
function hashPrefix(pk: string): string {
  return createHash('md5').update(`Outliers${pk}`).digest('hex').slice(0, 6);
}

/**
 * In bytes, as DynamoDB counts them: names and texts, 3 for each list or object and 1 for each value in it, and about
 * half a byte for each digit.
 */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(Math.abs(value)).length / 2) + 1;
  if (typeof value === 'boolean' || value === null) return 1;
  const parts = Object.entries(value as object);
  const isArray = Array.isArray(value);
  return parts.reduce(
    (sum, [name, it]) => sum + 1 + (isArray ? 0 : Buffer.byteLength(name)) + sizeOf(it),
    3,
  );
}
