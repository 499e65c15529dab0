import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoAccounts, demoPassword } from '../../local/demo-accounts.ts';
import { launchBrowser } from '../../tools/browser.js';
import { startCopy, type Started } from '../started.ts';
import { seesDelivered, seesTyped, fill } from './device.ts';
import { dumpOf } from './dump.ts';

const { email = '' } = demoAccounts[0] ?? {};
const number = '+49 30 1234567';
let started: Started;
let browser: Browser;

/** A copy of the house whose first form asks for something sensitive. */
beforeAll(async () => {
  started = await startCopy((house) => {
    const form = join(house, 'forms/pwausers.ts');
    const before = readFileSync(form, 'utf8');
    const after = before.replace("label: 'Phone number',", '$& sensitive: true,');
    expect(after).not.toBe(before);
    writeFileSync(form, after);
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await started[Symbol.asyncDispose]();
});

test('a form that asks something sensitive is sent online only, says why, and keeps nothing', async () => {
  await using context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(started.appUrl);
  await page.getByText('This form can only be sent while you are online').waitFor();
  await page.getByText('so nothing of it is kept here').waitFor();
  await fill(page, 'Secretive');
  await page.getByLabel('Phone number').fill(number);
  await page.getByRole('button', { name: 'Join' }).press('Enter');
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.keyboard.press('Enter');
  await page.getByText('Check your answers and send them').waitFor();
  await seesTyped(page, 'Secretive');
  await expectNothingKept(page);

  await context.setOffline(true);
  await page.getByRole('button', { name: 'Join' }).press('Enter');
  await page.getByText('Not delivered yet').waitFor();
  await seesTyped(page, 'Secretive');
  await expectNothingKept(page);

  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await seesDelivered(page);
  await expectNothingKept(page);
  const { items } = (await (await started.person.get('pwausers')).json()) as { items: object[] };
  expect(items).toMatchObject([{ answers: { fname: 'Secretive' } }]);
  await page.reload();
  await seesTyped(page, '');
});

async function expectNothingKept(page: Page): Promise<void> {
  const { text, records } = await dumpOf(page);
  expect(records).toMatchObject({ drafts: 0, parcels: 0 });
  const storages = await page.evaluate(() =>
    JSON.stringify([localStorage, sessionStorage].map((it) => Object.values(it))),
  );
  for (const kept of [text, storages]) {
    expect(kept).not.toContain('Secretive');
    expect(kept).not.toContain('1234567');
  }
}
