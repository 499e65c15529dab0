import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choice } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { startEngine, type Engine } from '../../packages/amplify-local/services/dynamodb/engine.ts';
import { ensureTables } from '../../packages/amplify-local/services/dynamodb/ensure-tables.ts';
import { readAssembly } from '../../packages/amplify-local/template/assembly.ts';
import { resolveAssembly } from '../../packages/amplify-local/resolve-assembly.ts';
import { synthesizeOnce } from '../../tools/testing/synthesize-once.ts';
import { awsSdkCall } from '../testing/aws-sdk-call.ts';
import { anEvent, createInMemoryApi, withKey } from '../testing/in-memory-api.ts';
import { createDynamoStore } from './dynamo-store.ts';
import { createTable } from './dynamo-table.ts';

let engine: Engine;
let table: string;

/** The table that backend.ts declares, in the local DynamoDB engine. */
beforeAll(async () => {
  const { resources } = resolveAssembly(readAssembly(await synthesizeOnce()));
  const folder = mkdtempSync(join(tmpdir(), 'formstead-seats-'));
  engine = await startEngine({ databaseFile: join(folder, 'data.sqlite') });
  await ensureTables(engine.url, resources);
  table = resources.find(({ type }) => type === 'AWS::DynamoDB::Table')?.id ?? '';
});

afterAll(() => engine.close());

const workshop = defineForm({
  id: 'workshop',
  version: 1,
  title: 'Workshop',
  action: 'Book',
  limits: { perOption: { day: { mon: 10 } } },
  fields: {
    day: choice({
      label: 'Day',
      options: [
        ['mon', 'Monday'],
        ['tue', 'Tuesday'],
      ],
    }),
  },
});

const now = () => new Date('2026-01-01T12:00:00Z');

/** The API on the engine, where every third answer of a transaction is lost. */
function lossyApi() {
  const call = awsSdkCall(engine.url);
  let count = 0;
  const lossy: typeof call = async (operation, input) => {
    const output = await call(operation, input);
    if (operation === 'TransactWriteItems' && (count += 1) % 3 === 0)
      throw Object.assign(new Error('reset'), { code: 'ECONNRESET' });
    return output;
  };
  const store = createDynamoStore(createTable({ call: lossy, name: table, spend: () => {} }));
  return createInMemoryApi(now, store, undefined, () => workshop);
}

/** A person whose device sends an entry until it is answered. Every fifth loses the first answer. */
function aPerson(api: ReturnType<typeof lossyApi>, n: number) {
  const id = randomUUID();
  const username = randomUUID();
  const until = async (event: Parameters<typeof anEvent>[0]) => {
    for (let attempt = 0; ; attempt += 1)
      try {
        const answer = await api(anEvent(event, username));
        if (attempt > 0 || n % 5 > 0) return answer;
      } catch (error) {
        if ((error as { code?: string }).code !== 'ECONNRESET') throw error;
      }
  };
  const path = '/workshop';
  return {
    submit: () => until({ path, headers: withKey(id), body: '{"day":"mon"}' }),
    withdraw: () =>
      until({
        path: `${path}/${id}`,
        httpMethod: 'DELETE',
        headers: withKey(randomUUID()),
        body: null,
      }),
    read: () => until({ path: `${path}/${id}`, httpMethod: 'GET', body: null }),
  };
}

test('of 400 people at once exactly as many get a seat as there are, whichever answers are lost, and a withdrawal frees one', async () => {
  const api = lossyApi();
  const people = Array.from({ length: 400 }, (_, n) => aPerson(api, n));
  const answers = await Promise.all(people.map((it) => it.submit()));
  const isStored = answers.map(({ statusCode }) => statusCode < 300);
  expect(isStored.filter(Boolean)).toHaveLength(10);
  const refused = answers.filter((_, n) => !isStored[n]);
  expect(new Set(refused.map(({ body }) => body['code']))).toEqual(new Set(['full']));
  const reads = await Promise.all(people.map((it) => it.read()));
  expect(reads.map(({ statusCode }) => statusCode === 200)).toEqual(isStored);

  const [first, late] = [isStored.indexOf(true), isStored.indexOf(false)];
  await people[first]?.withdraw();
  expect((await people[late]?.submit())?.statusCode).toBeLessThan(300);
  const another = people[isStored.indexOf(false, late + 1)];
  expect((await another?.submit())?.body['code']).toBe('full');
});
