import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoAccounts, demoPassword } from '../../dev/demo-accounts.ts';
import { recordBrowser } from '../testing/browser/recorded-contexts.ts';
import { launchBrowser } from '../../tools/chromium.js';
import { runGuideTests } from '../../tools/testing/run-guide-tests.ts';
import { addExampleForm } from '../testing/app/add-example-form.ts';
import type { SignedInPerson } from '../testing/backend/signed-in-person.ts';
import { startProjectCopy, type RunningCopy } from '../testing/app/running-copy.ts';
import { signInOnPage } from '../testing/browser/sign-in-steps.ts';
import { openEntry } from '../testing/browser/entries-steps.ts';

const { email = '' } = demoAccounts[0] ?? {};
let started: RunningCopy;
let person: SignedInPerson;
let browser: Browser;
let page: Page;

/** A copy of the project that contains the form of `docs/add-a-form.md`. */
beforeAll(async () => {
  started = await startProjectCopy(addExampleForm);
  ({ person } = started);
  browser = recordBrowser(await launchBrowser());
  page = await browser.newPage();
});

afterAll(async () => {
  await browser?.close();
  await started[Symbol.asyncDispose]();
});

test('the new form has a page; an entry is delivered and listed', async () => {
  const { appUrl: app } = started;
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
  const ran = runGuideTests(started.copy, '--project=meaning', 'forms/forms');
  expect(ran.passedCases('form-example-accepted')).toContainEqual(expect.stringContaining('visit'));
  expect(ran.failed).toBe(false);
});
