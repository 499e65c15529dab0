import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { canonicalJson } from '../../core/values/canonical-json.ts';
import { fromAttributes, type Attributes } from '../../amplify/dynamodb/attribute-values.ts';

/** How many responses there are, and a sum over all of their contents, whatever their order. */
export type Checksum = { readonly count: number; readonly sum: string };

type Checked = {
  readonly id?: unknown;
  readonly username?: unknown;
  readonly version?: unknown;
  readonly createdAt?: unknown;
  readonly answers?: unknown;
};

export async function checksumOf(
  responses: AsyncIterable<Checked> | Iterable<Checked>,
): Promise<Checksum> {
  let count = 0;
  let sum = 0n;
  for await (const { id, username, version, createdAt, answers } of responses) {
    const text = canonicalJson({ id, username, version, createdAt, answers });
    sum += createHash('sha256').update(text).digest().readBigUInt64BE();
    count += 1;
  }
  return { count, sum: BigInt.asUintN(64, sum).toString(16) };
}

/** The entries of a form as the engine has them on the disk. */
export function* entriesOnDisk(databaseFile: string, form: string): Generator<Checked> {
  using database = new DatabaseSync(databaseFile, { readOnly: true });
  const [table] = database.prepare('SELECT table_name FROM _tables').all();
  const rows = database
    .prepare(`SELECT item_json FROM "${String(table?.['table_name'])}" WHERE sk GLOB ?`)
    .iterate(`S:entry#${form}#*`);
  for (const { item_json: json } of rows)
    yield fromAttributes(JSON.parse(String(json)) as Attributes);
}
