import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callEngine } from '../../packages/amplify-local/services/dynamodb/call-engine.ts';
import { signInAs, type SignedInPerson } from '../testing/backend/signed-in-person.ts';
import { tableRows } from '../testing/backend/table-rows.ts';
import { startTestBackend, type TestBackend } from '../testing/backend/test-backend.ts';

const mickey = { fname: 'Mickey', lname: 'Mouse' };
let backend: TestBackend;
let person: SignedInPerson;

beforeAll(async () => {
  backend = await startTestBackend();
  person = await signInAs(backend.cloud, 'mickey@example.com');
});

afterAll(() => backend[Symbol.asyncDispose]());

/** The counts of the form by the status of its entries. */
const statuses = () => countsBy('statuses');

/** By what reviewers have decided. */
const reviews = () => countsBy('reviews');

async function countsBy(what: 'statuses' | 'reviews') {
  const rows = await tableRows(backend.cloud);
  const parts = rows.filter(({ pk, sk }) => pk === 'counts#pwausers' && sk !== 'recounted');
  const [counted] = parts.flatMap(({ counts }) => {
    const { [what]: found = {} } = JSON.parse(String(counts)) as Record<typeof what, object>;
    return Object.keys(found).length > 0 ? [found] : [];
  });
  return counted;
}

test(
  'entries are counted when they are stored, and again when they are changed',
  { tags: 'counts-kept' },
  async () => {
    const [kept, gone] = [randomUUID(), randomUUID()];
    for (const id of [kept, gone]) {
      const { status } = await person.submit('pwausers', mickey, { 'Idempotency-Key': id });
      expect(status).toBe(201);
    }
    await expect.poll(() => statuses()).toEqual({ live: 2 });
    await person.send('DELETE', `pwausers/${gone}?permanent=true`);
    await expect.poll(() => statuses()).toEqual({ live: 1, erased: 1 });
    const rows = await tableRows(backend.cloud);
    const left = rows.find(({ sk }) => sk === `counted#pwausers#${gone}`);
    expect(left?.['counts']).toBe('{"days":{},"fields":{},"statuses":{"erased":1}}');

    // A review makes no version, and counts all the same.
    const owner = await signInAs(backend.cloud, 'owner@example.com', ['owners']);
    for (const state of ['rejected', 'approved']) {
      const { status } = await owner.send(
        'POST',
        `pwausers/responses/${person.username}/${kept}/reviews`,
        {
          headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
          body: JSON.stringify({ version: 1, state }),
        },
      );
      expect(status).toBe(201);
    }
    await expect.poll(() => reviews()).toEqual({ approved: 1 });
  },
);

/** Runs `npm run recount` against the local cloud, the same way as against AWS. */
async function recount(): Promise<string> {
  const env = { ...process.env, AWS_ENDPOINT_URL: backend.cloud.awsUrl };
  const program = [process.execPath, ['tools/operate/run-recount.ts'], { env }] as const;
  const { stdout } = await promisify(execFile)(...program).catch(
    (failed: { stdout: string }) => failed,
  );
  return stdout;
}

test(
  '`npm run recount` says what was wrong, and corrects it',
  { tags: 'counts-recounted' },
  async () => {
    const id = randomUUID();
    await person.submit('pwausers', mickey, { 'Idempotency-Key': id });
    const record = async () =>
      (await tableRows(backend.cloud)).find(({ sk }) => sk === `counted#pwausers#${id}`);
    await expect.poll(() => record()).toBeDefined();
    const before = await statuses();
    const { engineUrl } = backend.cloud.database;
    const tables = await callEngine<{ TableNames: string[] }>(engineUrl, 'ListTables', {});
    await callEngine(engineUrl, 'DeleteItem', {
      TableName: tables.TableNames[0],
      Key: { pk: { S: `user#${person.username}` }, sk: { S: `counted#pwausers#${id}` } },
    });
    expect(await recount()).toMatch(
      /^pwausers: \d+ entries, 1 of them had not been counted; \d+ counts were wrong/m,
    );
    expect(await statuses()).toEqual(before);
    expect(await recount()).toMatch(/^pwausers: .* 0 of them .*; the counts were right$/m);
  },
);
