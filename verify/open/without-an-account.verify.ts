import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFormsFixture } from '../../e2e/testing/app/build-with-forms.ts';
import { tableRows } from '../../e2e/testing/backend/table-rows.ts';
import type { BrowserFixture } from '../../e2e/testing/browser/browser-fixture.ts';
import { newSession } from '../../e2e/testing/offline/amplify-session.ts';
import { seesDelivered, seesSaved, signIn } from '../../e2e/testing/offline/app-on-device.ts';
import { writeOpenForms } from './write-open-forms.ts';

/** Milliseconds: the app is built with forms of its own. */
const timeout = 600_000;

let fixture: BrowserFixture;

beforeAll(async () => {
  fixture = await openFormsFixture(writeOpenForms);
}, timeout);

afterAll(() => fixture?.[Symbol.asyncDispose]());

async function openForm(page: Page): Promise<void> {
  await page.goto(`${fixture.appUrl}/feedback`);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

async function send(page: Page, comment: string): Promise<void> {
  await page.getByLabel('What should we know?').fill(comment);
  await page.getByRole('button', { name: 'Send', exact: true }).press('Enter');
}

/** The stored entries with answers, by what they say. */
async function stored(comment: string) {
  const rows = await tableRows(fixture.backend.cloud);
  return rows.filter(({ answers }) => {
    const { comment: said } = (answers ?? {}) as { comment?: string };
    return said === comment;
  });
}

test(
  'a form that anyone may fill in is sent offline without an account, delivered once, and changed from the same device alone',
  async () => {
    await using context = await fixture.browser.newContext();
    const page = await context.newPage();
    const requests: string[] = [];
    page.on('request', (it) => requests.push(it.url()));
    await openForm(page);
    expect(await page.getByText('You need an account').count()).toBe(0);
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    await context.setOffline(true);
    await send(page, 'All was well.');
    await seesSaved(page);
    expect(
      await page
        .getByRole('main')
        .getByText(/sign in/i)
        .count(),
    ).toBe(0);
    await context.setOffline(false);
    await seesDelivered(page);
    const [entry, ...others] = await stored('All was well.');
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ username: expect.stringMatching(/^open#/), version: 1 });
    expect(entry).not.toHaveProperty('onHold');

    await page.getByRole('main').getByRole('link', { name: 'My entries' }).press('Enter');
    await page.getByText('sent from this device without an account').waitFor();
    await page.getByRole('main').getByRole('link', { name: 'All was well.' }).press('Enter');
    await page.getByRole('link', { name: 'Edit' }).press('Enter');
    await page.getByLabel('What should we know?').fill('Nearly all was well.');
    await page.getByRole('button', { name: 'Save changes' }).press('Enter');
    await seesDelivered(page);
    await expect
      .poll(() => stored('Nearly all was well.'))
      .toMatchObject([{ id: entry?.['id'], version: 2 }]);

    await using stranger = await fixture.browser.newContext();
    const other = await stranger.newPage();
    await other.goto(`${fixture.appUrl}/entries/feedback/${String(entry?.['id'])}`);
    await other.getByRole('heading', { name: 'Entry not found' }).waitFor();
    expect(requests.filter((it) => /authenticator|amplify-identity/.test(it))).toEqual([]);
  },
  timeout,
);

test(
  'whoever signs in on the device adopts what it has sent, once, and can be asked again after a failure',
  async () => {
    await using context = await fixture.browser.newContext();
    const page = await context.newPage();
    const session = await newSession(fixture.backend.cloud);
    await openForm(page);
    await send(page, 'Mine to keep');
    await seesDelivered(page);
    await signIn(page, session);
    await page.getByText('An entry was sent from this device without an account').waitFor();
    await page.route('**/me/adoption', (it) => it.abort());
    await page.getByRole('button', { name: 'Add to my entries' }).press('Enter');
    await page.getByText('Could not reach the server').first().waitFor();
    await page.unroute('**/me/adoption');
    await page.getByRole('button', { name: 'Add to my entries' }).press('Enter');
    await page.getByText('without an account').waitFor({ state: 'detached', timeout: 30_000 });
    await expect
      .poll(() => stored('Mine to keep'))
      .toMatchObject([{ username: session.username, isAdopted: true }]);
    await page.goto(`${fixture.appUrl}/entries`);
    await page.getByRole('main').getByRole('link', { name: 'Mine to keep' }).waitFor();
  },
  timeout,
);

test(
  'everything that a device has sent is erased without an account, and it can send again',
  async () => {
    await using context = await fixture.browser.newContext();
    const page = await context.newPage();
    await openForm(page);
    await send(page, 'To be erased');
    await seesDelivered(page);
    await page.getByRole('main').getByRole('link', { name: 'My entries' }).press('Enter');
    await page.getByRole('link', { name: 'Erase all of them' }).press('Enter');
    await page.getByRole('button', { name: 'Erase everything' }).press('Enter');
    await page.getByRole('heading', { name: '1 entry has been erased' }).waitFor();
    expect(await stored('To be erased')).toEqual([]);
    await page.goto(`${fixture.appUrl}/feedback`);
    await send(page, 'Here again');
    await seesDelivered(page);
    expect(await stored('Here again')).toHaveLength(1);
  },
  timeout,
);
