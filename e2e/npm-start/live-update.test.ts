import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoAccounts, demoPassword } from '../../dev/demo-accounts.ts';
import { runGuideTests } from '../../tools/testing/run-guide-tests.ts';
import { openEntry } from '../testing/browser/entries-steps.ts';
import { signInOnPage } from '../testing/browser/sign-in-steps.ts';
import { recordBrowser } from '../testing/browser/recorded-contexts.ts';
import { launchBrowser } from '../../tools/chromium.js';
import { addExampleForm } from '../testing/app/add-example-form.ts';
import { acceptedForeignRequests } from '../testing/attacks/foreign-requests.ts';
import { readableFiles } from '../testing/attacks/readable-files.ts';
import type { SignedInPerson } from '../testing/backend/signed-in-person.ts';
import { startProjectCopy, type RunningCopy } from '../testing/app/running-copy.ts';

const { email = '' } = demoAccounts[0] ?? {};
const mickey = { fname: 'Mickey', lname: 'Mouse' };
const wrong = 'defineBackendd({';
const right = 'defineBackend({';
let running: RunningCopy;
let person: SignedInPerson;
/** What the terminal and the page showed before there was a backend to run. */
let before: { readonly terminal: string; readonly page: string };

/** A server on the app's port. If something else listens there already, that works too. */
const neighbour = createServer().on('error', () => undefined);

/** Starts with a mistake in the backend, which is then fixed, while another server has its port. */
beforeAll(async () => {
  neighbour.listen(5173, 'localhost');
  running = await startProjectCopy(
    (copy) => rewrite(copy, 'amplify/backend.ts', [right, wrong], overwrite),
    async ({ copy, output, until }) => {
      await until('Not started yet');
      const [, url = ''] = /(http:\S+) shows why/.exec(output()) ?? [];
      before = { terminal: output(), page: await (await fetch(url)).text() };
      rewrite(copy, 'amplify/backend.ts', [wrong, right], byRename);
    },
  );
  ({ person } = running);
});

afterAll(async () => {
  neighbour.close();
  await running[Symbol.asyncDispose]();
});

test('the terminal reports a port that is taken, and what depends on its address', () => {
  const { port } = new URL(running.appUrl);
  expect(port).not.toBe('5173');
  expect(running.output()).toContain(`Port 5173 is in use, so the app is on port ${port}.`);
  expect(running.output()).toContain(
    'The browser keeps drafts, the outbox and sign-in for http://localhost:5173.',
  );
});

test('a mistake at the start is shown in the terminal and on the page; fixing it starts everything', async () => {
  expect(before.terminal).toContain('defineBackendd is not defined');
  expect(before.page).toContain('defineBackendd is not defined');
  expect(await (await fetch(running.appUrl)).text()).toContain('id="app"');
});

test('a form, a handler and the backend can change while it runs, however they are saved; entries and sessions stay', async () => {
  const first = (await (await person.submit('pwausers', mickey)).json()) as { id: string };

  const servedForm = async () => (await fetch(`${running.appUrl}forms/pwausers.ts`)).text();
  // Vite caches what it has served until it learns of a change.
  expect(await servedForm()).toContain('Successfully added user!');
  await change('forms/pwausers.ts', ["'Successfully added user!'", "'Changed once'"], byRename);
  expect(await (await person.submit('pwausers', mickey)).json()).toMatchObject({
    Message: 'Changed once',
  });

  const origin = "'Access-Control-Allow-Origin': ";
  running.clearOutput();
  rewrite(
    running.copy,
    'amplify/gateway/resource.ts',
    [`${origin}"'*'"`, `${origin}"'https://changed.example'"`],
    overwrite,
  );
  await change('amplify/api/lambda-adapter.ts', ["'no-store'", "'private, no-store'"], byRename);
  const answer = await person.get('pwausers');
  expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
  const denied = await person.get('pwausers/a/b/c');
  expect(denied.headers.get('Access-Control-Allow-Origin')).toBe('https://changed.example');

  await change('forms/pwausers.ts', ["'Changed once'", "'Changed twice'"], byRename);
  expect(await (await person.submit('pwausers', mickey)).json()).toMatchObject({
    Message: 'Changed twice',
  });
  // The page agrees.
  expect(await servedForm()).toContain('Changed twice');
  expect((await person.get(`pwausers/${first.id}`)).status).toBe(200);
});

test('an invalid new form is shown in the terminal and over the page; the old version runs until it is fixed, which is announced', async () => {
  await using browser = recordBrowser(await launchBrowser());
  const page = await browser.newPage();
  await page.goto(`${running.appUrl}pwausers`);
  await page.getByRole('heading', { name: 'Join us', level: 1 }).waitFor();
  const overlay = page.locator('vite-error-overlay');

  running.clearOutput();
  addExampleForm(running.copy);
  await change(
    'forms/visit.ts',
    ['version: 1', 'version: 0'],
    byRename,
    'Still running the last good backend',
  );
  const sentence = 'Form "visit": version must be 1, 2, 3, …';
  expect(running.output()).toContain(sentence);
  await overlay.getByText(sentence).waitFor();
  expect((await person.submit('pwausers', mickey)).status).toBe(201);
  await page.reload();
  await overlay.getByText(sentence).waitFor();

  await change('forms/visit.ts', ['version: 0', 'version: 1'], byRename);
  await running.until(`+ Announce a visit: ${running.appUrl}visit`);
  await overlay.waitFor({ state: 'detached' });
  const visit = { guest: 'Minnie', day: '2026-12-24', people: 2 };
  expect((await person.submit('visit', visit)).status).toBe(201);
});

test('the terminal has a short line for each request, and the log file all details', async () => {
  running.clearOutput();
  await person.submit('pwausers', mickey);
  await running.until('POST /pwausers 201');
  // Lines of other requests, and of the mail about it, may be there by then.
  const lines = running.output().split('\n');
  expect(lines.filter((it) => it.includes('/pwausers'))).toEqual([
    expect.stringMatching(/^POST \/pwausers 201 \d+ ms$/),
  ]);
  const log = readFileSync(join(running.copy, '.local/cloud.log'), 'utf8');
  expect(log).toContain('"Submissions":1');
});

// The form of docs/add-a-form.md, which a test above has added.
test('the new form has a page; an entry is delivered and listed', async () => {
  const { appUrl: app } = running;
  await using browser = recordBrowser(await launchBrowser());
  const page = await browser.newPage();
  await page.goto(`${app}visit`);
  await page.getByRole('heading', { name: 'Announce a visit', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Announce' }).click();
  await page.getByRole('link', { name: 'Enter the day of the visit' }).waitFor();
  await page.getByLabel('Name').fill('Minnie Mouse');
  await page.getByLabel('Day of the visit').fill('2026-12-24');
  await page.getByLabel('How many of you').fill('2');
  await page.getByLabel('Dinner').check();
  await page.getByRole('button', { name: 'Announce' }).click();

  await signInOnPage(page, { email, password: demoPassword });
  await page.getByRole('heading', { name: 'Sent', exact: true }).waitFor();

  await page.getByRole('main').getByRole('link', { name: 'My entries' }).click();
  await openEntry(page, 'Minnie Mouse');
  await page.getByText('Dinner').waitFor();
  await page.goto(`${app}api?form=visit`);
  await page.getByText('/visit/{id}').first().waitFor();
  expect(await (await fetch(`${app}openapi.json`)).json()).toMatchObject({
    paths: { '/visit': { post: { operationId: 'visit.submit' } } },
  });
});

test('its API accepts the form’s answers, and adds defaults', async () => {
  const answers = { guest: 'Mickey', day: '2028-02-29', people: 1 };
  const response = await person.submit('visit', answers);
  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({ answers: { ...answers, meal: 'none' } });
});

test.each([
  '2026-02-30',
  '2027-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-1-1',
  '24.12.2026',
  '2026-12-24T00:00:00Z',
  '+002026-12-24',
  '2025-12-31',
  '2037-01-01',
  'tomorrow',
  20261224,
  null,
])('a visit on %j is refused', async (day) => {
  const response = await person.submit('visit', { guest: 'Mickey', day, people: 1 });
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ code: 'invalid', errors: [{ field: 'day' }] });
});

test('the tests for every form also run for it', () => {
  const ran = runGuideTests(running.copy, '--project=meaning', 'forms/forms');
  expect(ran.passedCases('form-example-accepted')).toContainEqual(expect.stringContaining('visit'));
  expect(ran.failed).toBe(false);
});

test.runIf(process.platform === 'linux')(
  'no server accepts requests from a foreign page, by its own address or through DNS rebinding',
  async () => {
    const { servers, accepted } = await acceptedForeignRequests(running.pid);
    expect(accepted).toEqual([]);
    // The app, the API, Cognito, the inbox, AWS, S3, the mail provider and the database; most at two addresses.
    expect(servers).toBeGreaterThanOrEqual(8);
  },
);

test('the development server serves no accounts, entries or other private files', async () => {
  const { appUrl, copy } = running;
  expect(await readableFiles(appUrl, copy, '.local')).toEqual([]);
  expect(await readableFiles(appUrl, copy, 'forms/ar')).not.toEqual([]);
});

type Save = (file: string, text: string) => void;

const overwrite: Save = (file, text) => writeFileSync(file, text);

/** Like `sed -i` and most editors: writes a new file and renames it. */
const byRename: Save = (file, text) => {
  writeFileSync(`${file}.tmp`, text);
  renameSync(`${file}.tmp`, file);
};

/** Saves a file with another text in it, and waits until the terminal reports the result. */
async function change(
  file: string,
  replacement: readonly [string, string],
  save: Save,
  outcome = 'Backend updated',
): Promise<void> {
  running.clearOutput();
  rewrite(running.copy, file, replacement, save);
  await running.until(outcome);
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
