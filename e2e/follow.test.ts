import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoAccounts, demoPassword } from '../local/demo-accounts.ts';
import { copyHouse } from '../tools/copy-house.js';
import type { Outputs } from '../tools/sign-in.ts';
import { signInTo, type Person } from './person.ts';

const mickey = { fname: 'Mickey', lname: 'Mouse' };
let copy: string;
let command: ChildProcess;
let said = '';
let person: Person;

/** `npm start` as a person runs it, in a copy of the house that can be changed. */
beforeAll(async () => {
  copy = copyHouse();
  command = spawn(process.execPath, ['local/start.ts'], { cwd: copy });
  for (const stream of [command.stdout, command.stderr])
    stream?.on('data', (data) => (said += String(data)));
  await until('Formstead is running');
  const outputs = JSON.parse(
    readFileSync(join(copy, '.local/amplify_outputs.json'), 'utf8'),
  ) as Outputs;
  const username = demoAccounts[0]?.email ?? '';
  person = await signInTo(outputs, { username, password: demoPassword });
});

afterAll(async () => {
  command.kill('SIGINT');
  await once(command, 'exit');
  rmSync(copy, { recursive: true, force: true });
});

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
  expect(said).toContain('defineBackendd is not defined');
  expect((await person.submit('pwausers', mickey)).status).toBe(201);
  await change('amplify/backend.ts', 'defineBackendd({', 'defineBackend({', 'Backend updated');
});

test('a file that says the same as before starts nothing', async () => {
  said = '';
  const file = join(copy, 'forms/pwausers.ts');
  writeFileSync(file, readFileSync(file));
  await wait(1500);
  expect(said).not.toContain('Backend updated');
});

/** Saves the file with other words in it, and waits until the terminal says what came of it. */
async function change(path: string, before: string, after: string, outcome: string): Promise<void> {
  const file = join(copy, path);
  const source = readFileSync(file, 'utf8');
  expect(source).toContain(before);
  said = '';
  writeFileSync(file, source.replace(before, after));
  await until(outcome);
}

async function until(words: string): Promise<void> {
  for (let tries = 0; tries < 300 && !said.includes(words); tries += 1) await wait(100);
  if (!said.includes(words)) throw new Error(`The terminal never said “${words}”, but: ${said}`);
}
