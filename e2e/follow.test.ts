import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../tools/browser.js';
import { addForm } from './add-form.ts';
import { letInBy } from './strangers.ts';
import { givenAway } from './served-files.ts';
import type { Person } from './person.ts';
import { startCopy, type Started } from './started.ts';

const mickey = { fname: 'Mickey', lname: 'Mouse' };
const wrong = 'defineBackendd({';
const right = 'defineBackend({';
let started: Started;
let person: Person;
/** What the terminal and the page said before there was anything to run. */
let before: { readonly terminal: string; readonly page: string };

/** Somebody who has the app's port. When it is somebody else already, that will do as well. */
const neighbour = createServer().on('error', () => undefined);

/** It is started with a mistake in the backend, which is then repaired, beside a neighbour. */
beforeAll(async () => {
  neighbour.listen(5173, 'localhost');
  started = await startCopy(
    (copy) => rewrite(copy, 'amplify/backend.ts', [right, wrong], inPlace),
    async ({ copy, said, until }) => {
      await until('Nothing runs yet');
      const [, url = ''] = /(http:\S+) says why/.exec(said()) ?? [];
      before = { terminal: said(), page: await (await fetch(url)).text() };
      rewrite(copy, 'amplify/backend.ts', [wrong, right], byRename);
    },
  );
  ({ person } = started);
});

afterAll(async () => {
  neighbour.close();
  await started[Symbol.asyncDispose]();
});

test('a port that is taken is said, and what belongs to its address', () => {
  const { port } = new URL(started.appUrl);
  expect(port).not.toBe('5173');
  expect(started.said()).toContain(`Port 5173 is taken, so the app is on ${port} today.`);
  expect(started.said()).toContain('who is signed in belong to http://localhost:5173:');
});

test('a mistake that is there from the start is told in the terminal and on the page; its repair starts everything', async () => {
  expect(before.terminal).toContain('defineBackendd is not defined');
  expect(before.page).toContain('defineBackendd is not defined');
  expect(await (await fetch(started.appUrl)).text()).toContain('id="app"');
});

test('a form, a handler and the backend can change while it runs, however they are saved; entries and sessions stay', async () => {
  const first = (await (await person.submit('pwausers', mickey)).json()) as { id: string };

  const servedForm = async () => (await fetch(`${started.appUrl}forms/pwausers.ts`)).text();
  // Vite keeps what it has served once, until it is told of a change.
  expect(await servedForm()).toContain('Successfully added user!');
  await change('forms/pwausers.ts', ["'Successfully added user!'", "'Changed once'"], byRename);
  expect(await (await person.submit('pwausers', mickey)).json()).toMatchObject({
    Message: 'Changed once',
  });

  const origin = "'Access-Control-Allow-Origin': ";
  started.forget();
  rewrite(
    started.copy,
    'amplify/gateway/resource.ts',
    [`${origin}"'*'"`, `${origin}"'https://changed.example'"`],
    inPlace,
  );
  await change('amplify/api/call.ts', ["'no-store'", "'private, no-store'"], byRename);
  const answer = await person.get('pwausers');
  expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
  const refusal = await person.get('pwausers/a/b/c');
  expect(refusal.headers.get('Access-Control-Allow-Origin')).toBe('https://changed.example');

  await change('forms/pwausers.ts', ["'Changed once'", "'Changed twice'"], byRename);
  expect(await (await person.submit('pwausers', mickey)).json()).toMatchObject({
    Message: 'Changed twice',
  });
  // The page is of the same mind.
  expect(await servedForm()).toContain('Changed twice');
  expect((await person.get(`pwausers/${first.id}`)).status).toBe(200);
});

test('a new form that could not work is told in the terminal and over the page; what ran before goes on until the repair, which is announced', async () => {
  await using browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(`${started.appUrl}pwausers`);
  await page.getByRole('heading', { name: 'Join us', level: 1 }).waitFor();
  const overlay = page.locator('vite-error-overlay');

  started.forget();
  addForm(started.copy);
  await change('forms/visit.ts', ['version: 1', 'version: 0'], byRename, 'The backend from before');
  const sentence = 'Form "visit": version must be 1, 2, 3, …';
  expect(started.said()).toContain(sentence);
  await overlay.getByText(sentence).waitFor();
  expect((await person.submit('pwausers', mickey)).status).toBe(201);
  await page.reload();
  await overlay.getByText(sentence).waitFor();

  await change('forms/visit.ts', ['version: 0', 'version: 1'], byRename);
  await started.until(`+ Announce a visit: ${started.appUrl}visit`);
  await overlay.waitFor({ state: 'detached' });
  const visit = { guest: 'Minnie', day: '2026-12-24', people: 2 };
  expect((await person.submit('visit', visit)).status).toBe(201);
});

test('the terminal has a short line for a request, and the file all there is to know', async () => {
  started.forget();
  await person.submit('pwausers', mickey);
  await started.until('POST /pwausers 201');
  // The mail about it may be sent by then.
  expect(started.said().trim().split('\n')[0]).toMatch(/^POST \/pwausers 201 \d+ ms$/);
  const log = readFileSync(join(started.copy, '.local/cloud.log'), 'utf8');
  expect(log).toContain('"Submissions":1');
});

test.runIf(process.platform === 'linux')(
  'no server that runs lets a page of the web in, by its own address or by a name turned to this machine',
  async () => {
    const { servers, letIn } = await letInBy(started.pid);
    expect(letIn).toEqual([]);
    // The app, the API, sign-in, the inbox, AWS, the mail provider and the database, most at two addresses.
    expect(servers).toBeGreaterThanOrEqual(7);
  },
);

test('the page’s server gives nothing away of accounts, entries and the rest that is kept', async () => {
  const { appUrl, copy } = started;
  expect(await givenAway(appUrl, copy, '.local')).toEqual([]);
  expect(await givenAway(appUrl, copy, 'forms')).not.toEqual([]);
});

type Save = (file: string, text: string) => void;

const inPlace: Save = (file, text) => writeFileSync(file, text);

/** As `sed -i` and most editors do. */
const byRename: Save = (file, text) => {
  writeFileSync(`${file}.tmp`, text);
  renameSync(`${file}.tmp`, file);
};

/** Saves a file with other words in it, and waits until the terminal says what came of it. */
async function change(
  file: string,
  words: readonly [string, string],
  save: Save,
  outcome = 'Backend updated',
): Promise<void> {
  started.forget();
  rewrite(started.copy, file, words, save);
  await started.until(outcome);
}

function rewrite(
  folder: string,
  path: string,
  [before, after]: readonly [string, string],
  save: Save,
): void {
  const file = join(folder, path);
  const source = readFileSync(file, 'utf8');
  expect(source).toContain(before);
  save(file, source.replace(before, after));
}
