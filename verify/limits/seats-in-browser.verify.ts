import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFormsFixture } from '../../e2e/testing/app/build-with-forms.ts';
import { password } from '../../e2e/testing/backend/signed-in-person.ts';
import { storedEntryRows } from '../../e2e/testing/backend/table-rows.ts';
import { accessibilityViolations } from '../../e2e/testing/browser/accessibility.ts';
import {
  withoutServiceWorker,
  type BrowserFixture,
} from '../../e2e/testing/browser/browser-fixture.ts';
import { openResponses } from '../../e2e/testing/browser/open-responses.ts';
import { seesDelivered } from '../../e2e/testing/offline/app-on-device.ts';
import { writeWorkshop } from './write-workshop.ts';

/** Milliseconds: the app is built with forms of its own. */
const timeout = 600_000;

const email = 'owner@example.com';
const phone = { width: 360, height: 740 };

let fixture: BrowserFixture;

beforeAll(async () => {
  fixture = await openFormsFixture(writeWorkshop);
  await fixture.backend.cloud.cognito.createPerson({ email, password, groups: ['owners'] });
}, timeout);

afterAll(() => fixture?.[Symbol.asyncDispose]());

/** Opens the form on a device of its own. */
async function openForm(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await fixture.browser.newContext({ ...withoutServiceWorker, ...options });
  const page = await context.newPage();
  await page.goto(`${fixture.appUrl}/booking`);
  return page;
}

/** Milliseconds: what is filled in faster is put on hold. */
const reading = 1500;

async function book(page: Page, name: string, session: RegExp): Promise<void> {
  await sleep(reading);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel(session).check();
  await page.getByRole('button', { name: 'Book', exact: true }).press('Enter');
  await seesDelivered(page);
}

const entryOf = async (name: string) => {
  const rows = await storedEntryRows(fixture.backend.cloud);
  return rows.filter(({ answers }) => (answers as { name?: string } | undefined)?.name === name);
};

test(
  'a form shows the seats that are left, and a device that comes later finds fewer; axe finds nothing',
  async () => {
    const first = await openForm({ viewport: phone });
    await first.getByLabel('Morning – 1 of 1 left').waitFor();
    await first.getByText('4 of 4 entries left.').first().waitFor();
    expect(await accessibilityViolations(first)).toEqual([]);
    const waiting = await openForm({ viewport: phone, colorScheme: 'dark' });
    await waiting.getByLabel('Morning – 1 of 1 left').check();
    await book(first, 'Ada', /Morning/);

    for (const options of [{ colorScheme: 'dark' as const }, { locale: 'ar' }, {}]) {
      const later = await openForm({ viewport: phone, ...options });
      const morning = later.getByLabel(/Morning/);
      await later.getByLabel(/Morning.*(Full|اكتمل)/).waitFor();
      await expect.poll(() => morning.isDisabled()).toBe(true);
      expect(await accessibilityViolations(later)).toEqual([]);
      const width = await later.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(phone.width);
    }

    // Who has chosen it keeps it, and learns from the server that somebody was quicker.
    await waiting.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await waiting.getByLabel('Morning – Full').waitFor();
    await expect.poll(() => waiting.getByLabel('Morning – Full').isChecked()).toBe(true);
    await waiting.context().setOffline(true);
    await waiting.getByLabel('Morning', { exact: true }).waitFor();
    await expect
      .poll(() => waiting.getByLabel('Morning', { exact: true }).isDisabled())
      .toBe(false);
  },
  timeout,
);

test(
  'a program that fills in every input of the form is put on hold, and takes no seat',
  async () => {
    const page = await openForm();
    await page.getByLabel(/Afternoon/).waitFor();
    for (const input of await page.locator('form input:not([type=radio])').all())
      await input.fill('https://spam.example', { force: true });
    await page.getByLabel(/Afternoon/).check();
    await page.getByRole('button', { name: 'Book', exact: true }).press('Enter');
    await seesDelivered(page);
    const [entry, ...others] = await entryOf('https://spam.example');
    expect(others).toEqual([]);
    expect(entry?.['onHold']).toContain('honeypot');

    const person = await openForm();
    await person.getByLabel('Afternoon – 3 of 3 left').waitFor();
    await book(person, 'Grace', /Afternoon/);
    const [honest] = await entryOf('Grace');
    expect(honest).not.toHaveProperty('onHold');
  },
  timeout,
);

test(
  'owners see how many seats are taken',
  async () => {
    const page = await openResponses(fixture, { form: 'booking', email });
    await page.getByText('Entries: 2 of 4').press('Enter');
    await page.getByText('1 of 1 · full').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
  },
  timeout,
);
