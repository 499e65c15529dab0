import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { throughWeather } from '../weather.ts';
import { buildChanged } from './changed-app.ts';
import { fill, openApp, seesDelivered, seesTyped, signIn } from './device.ts';
import { dumpOf } from './dump.ts';
import { built, openField, type Field } from './field.ts';
import { newSession } from './session.ts';

const folder = mkdtempSync(join(tmpdir(), 'formstead-sensitive-'));
const served = join(folder, 'app');
let field: Field;

/** The first form asks for something sensitive. */
beforeAll(async () => {
  mkdirSync(served);
  field = await openField(served);
  await buildChanged({
    words: ["label: 'Phone number',", "label: 'Phone number', sensitive: true,"],
    outputs: throughWeather(await field.world.cloud.outputs(), built().ports),
    outDir: served,
  });
});

afterAll(async () => {
  await field[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

test('a form that asks something sensitive is sent online only, says why, and keeps nothing', async () => {
  const session = await newSession(field.world.cloud);
  await using context = await field.browser.newContext();
  const page = await openApp(context, field.appUrl);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await page.getByText('This form can only be sent while you are online').waitFor();
  await page.getByText('so nothing of it is kept here').waitFor();
  await fill(page, 'Secretive');
  await page.getByLabel('Phone number').fill('+49 30 1234567');
  await signIn(page, session);
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
  expect(await field.stored(session)).toMatchObject([{ name: 'Secretive', attempts: 1 }]);
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
