import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { fill, seesDelivered, seesTyped, send } from './device.ts';
import { test } from './field-test.ts';
import { newProfile } from './profile.ts';
import { newSession } from './session.ts';
import { password } from '../person.ts';
import { signInOnPage } from '../sign-in-page.ts';

/** As Chromium keeps the setting “Don't allow sites to save data on your device”. */
const keepNothing = { profile: { default_content_setting_values: { cookies: 2 } } };

test('in a browser that keeps nothing somebody fills a form, signs in, and sends it', async ({
  field,
}) => {
  await using profile = newProfile((folder) => {
    mkdirSync(join(folder, 'Default'), { recursive: true });
    writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(keepNothing));
  });
  const session = await newSession(field.world.cloud);
  const page = await (await profile.start()).newPage();
  await page.goto(`${field.appUrl}/pwausers`);
  const refused = await page.evaluate(() => {
    try {
      return String(localStorage.length);
    } catch (error) {
      return (error as Error).name;
    }
  });
  expect(refused).toBe('SecurityError');
  await fill(page, 'Mickey');
  await page.getByText('This browser keeps nothing for this site').waitFor();
  await page.getByLabel('Last name').press('Enter');
  await page.getByText(/signed in only until you close or reload this page/).waitFor();
  await signInOnPage(page, { email: session.email, password });
  await seesTyped(page, 'Mickey');
  await send(page, 'Mickey');
  await seesDelivered(page);
  expect(await field.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});
