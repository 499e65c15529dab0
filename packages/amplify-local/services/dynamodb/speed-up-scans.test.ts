import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { callEngine } from './call-engine.ts';
import { startEngine } from './engine.ts';
import { speedUpScans } from './speed-up-scans.ts';

type Page = {
  readonly Items: readonly { readonly id: { readonly S: string } }[];
  readonly LastEvaluatedKey?: object;
};

test('pages of a scan follow an index, in the order that they had without', async () => {
  const databaseFile = join(mkdtempSync(join(tmpdir(), 'formstead-scan-')), 'local.db');
  const { url, close } = await startEngine({ databaseFile });
  onTestFinished(close);
  await callEngine(url, 'CreateTable', {
    TableName: 'Notes',
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
  });
  const put = (id: string) =>
    callEngine(url, 'PutItem', { TableName: 'Notes', Item: { id: { S: id } } });
  for (let n = 0; n < 20; n += 1) await put(`note ${n}`);
  const before = await scannedIds(url);
  speedUpScans(databaseFile);
  speedUpScans(databaseFile);
  expect(await scannedIds(url)).toEqual(before);
  await put('another');
  expect((await scannedIds(url)).toSorted()).toEqual([...before, 'another'].toSorted());
  using database = new DatabaseSync(databaseFile);
  const plan = database
    .prepare('EXPLAIN QUERY PLAN SELECT * FROM Notes ORDER BY hash_prefix, pk, sk LIMIT 9')
    .all();
  expect(JSON.stringify(plan)).toContain('USING INDEX Notes::scan');
});

async function scannedIds(url: string): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: object | undefined;
  do {
    const input = { TableName: 'Notes', Limit: 3, ExclusiveStartKey: after };
    const page: Page = await callEngine(url, 'Scan', input);
    ids.push(...page.Items.map(({ id }) => id.S));
    after = page.LastEvaluatedKey;
  } while (after);
  return ids;
}
