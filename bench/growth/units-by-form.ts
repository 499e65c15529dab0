import { join } from 'node:path';
import { marshall } from '@aws-sdk/util-dynamodb';
import { submit } from '../../core/entries/submit.ts';
import { loadFields, type Form } from '../../core/form/define-form.ts';
import { createMemoryStore } from '../../core/testing/memory-store.ts';
import { newId } from '../../core/values/id.ts';
import { createRespondent } from '../../e2e/testing/answers/generated-respondent.ts';
import { toItem } from '../../e2e/testing/backend/put-entries.ts';
import { callEngine } from '../../packages/amplify-local/services/dynamodb/call-engine.ts';
import { startEngine } from '../../packages/amplify-local/services/dynamodb/engine.ts';
import { ensureTables } from '../../packages/amplify-local/services/dynamodb/ensure-tables.ts';
import { resolveAssembly } from '../../packages/amplify-local/resolve-assembly.ts';
import { readAssembly } from '../../packages/amplify-local/template/assembly.ts';

/** What it costs to store one entry: its size as JSON in bytes, and DynamoDB's write units with the index. */
export type EntryCost = {
  readonly form: string;
  readonly answers: number;
  readonly bytes: number;
  readonly writeUnits: number;
};

const now = new Date('2026-06-01T10:00:00.000Z');
const today = '2026-06-01';

/** Stores what a generated person answers to all that each form asks, and what the table says it cost. */
export async function unitsByForm(
  assembly: string,
  folder: string,
  forms: readonly Form[],
): Promise<readonly EntryCost[]> {
  const { resources } = resolveAssembly(readAssembly(assembly));
  await using opened = new AsyncDisposableStack();
  const databaseFile = join(folder, 'units.sqlite');
  const engine = opened.adopt(await startEngine({ databaseFile }), (it) => it.close());
  await ensureTables(engine.url, resources);
  const table = resources.find(({ type }) => type === 'AWS::DynamoDB::Table')?.id ?? '';
  const costs: EntryCost[] = [];
  for (const form of forms) {
    const { answers, item } = await entryOf(form);
    const { ConsumedCapacity } = await callEngine<{
      readonly ConsumedCapacity: { readonly CapacityUnits: number };
    }>(engine.url, 'PutItem', {
      TableName: table,
      Item: marshall(item, { removeUndefinedValues: true }),
      ReturnConsumedCapacity: 'TOTAL',
    });
    const bytes = Buffer.byteLength(JSON.stringify(item));
    costs.push({ form: form.id, answers, bytes, writeUnits: ConsumedCapacity.CapacityUnits });
  }
  return costs;
}

async function entryOf(form: Form) {
  await loadFields(form);
  const respondent = createRespondent(form, { seed: 1, today });
  for (const fields of form.pages?.map((it) => it.fields) ?? [Object.keys(form.fields)])
    respondent.answer(fields);
  const id = newId({ now: now.getTime(), random: new Uint8Array(10) });
  const submitted = await submit(
    { store: createMemoryStore(), now: () => now, random: () => 0.5, digest: (text) => text },
    {
      form,
      formVersion: form.version,
      body: respondent.values,
      begunOn: today,
      username: id,
      id,
    },
  );
  if (!submitted.ok) throw new Error(`${form.id}: ${submitted.problem.code}`);
  const { entry } = submitted.value;
  return { answers: Object.keys(entry.answers).length, item: toItem(entry) };
}
