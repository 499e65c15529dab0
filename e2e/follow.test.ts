import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from './person.ts';
import { startCopy, type Started } from './started.ts';

const mickey = { fname: 'Mickey', lname: 'Mouse' };
let started: Started;
let person: Person;

beforeAll(async () => {
  started = await startCopy();
  ({ person } = started);
});

afterAll(() => started[Symbol.asyncDispose]());

test('a form, a handler and the backend can change while it runs; entries and sessions stay', async () => {
  const first = (await (await person.submit('pwausers', mickey)).json()) as { id: string };

  await change(
    'forms/pwausers.ts',
    "'Successfully added user!'",
    "'Changed while running'",
    'Backend updated',
  );
  expect(await (await person.submit('pwausers', mickey)).json()).toMatchObject({
    Message: 'Changed while running',
  });

  await change('amplify/api/call.ts', "'no-store'", "'private, no-store'", 'Backend updated');
  const answer = await person.get('pwausers');
  expect(answer.headers.get('Cache-Control')).toBe('private, no-store');

  await change(
    'amplify/gateway/resource.ts',
    "'Access-Control-Allow-Origin': \"'*'\"",
    "'Access-Control-Allow-Origin': \"'https://changed.example'\"",
    'Backend updated',
  );
  const refusal = await person.get('pwausers/a/b/c');
  expect(refusal.headers.get('Access-Control-Allow-Origin')).toBe('https://changed.example');

  expect((await person.get(`pwausers/${first.id}`)).status).toBe(200);
});

test('a mistake is told, and what ran before keeps running', async () => {
  await change(
    'amplify/backend.ts',
    'defineBackend({',
    'defineBackendd({',
    'The backend from before is still running',
  );
  expect(started.said()).toContain('defineBackendd is not defined');
  expect((await person.submit('pwausers', mickey)).status).toBe(201);
  await change('amplify/backend.ts', 'defineBackendd({', 'defineBackend({', 'Backend updated');
});

test('a file that says the same as before starts nothing', async () => {
  started.forget();
  const file = join(started.copy, 'forms/pwausers.ts');
  writeFileSync(file, readFileSync(file));
  await wait(1500);
  expect(started.said()).not.toContain('Backend updated');
});

/** Saves the file with other words in it, and waits until the terminal says what came of it. */
async function change(path: string, before: string, after: string, outcome: string): Promise<void> {
  const file = join(started.copy, path);
  const source = readFileSync(file, 'utf8');
  expect(source).toContain(before);
  started.forget();
  writeFileSync(file, source.replace(before, after));
  await started.until(outcome);
}
