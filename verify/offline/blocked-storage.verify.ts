import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { fillFirstForm, seesDelivered } from '../../e2e/testing/offline/app-on-device.ts';
import { test } from '../../e2e/testing/offline/offline-test.ts';
import { newBrowserProfile } from '../../e2e/testing/browser/browser-profile.ts';
import { newSession } from '../../e2e/testing/offline/amplify-session.ts';
import { password } from '../../e2e/testing/backend/signed-in-person.ts';
import { signInOnPage } from '../../e2e/testing/browser/sign-in-steps.ts';

/** Chromium's setting “Don't allow sites to save data on your device”. */
const keepNothing = { profile: { default_content_setting_values: { cookies: 2 } } };

test('in a browser that stores nothing, a person can fill in a form, sign in and send it', async ({
  fixture,
}) => {
  await using profile = newBrowserProfile((folder) => {
    mkdirSync(join(folder, 'Default'), { recursive: true });
    writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(keepNothing));
  });
  const session = await newSession(fixture.backend.cloud);
  const page = await (await profile.start()).newPage();
  await page.goto(`${fixture.appUrl}/pwausers`);
  const refused = await page.evaluate(() => {
    try {
      return String(localStorage.length);
    } catch (error) {
      return (error as Error).name;
    }
  });
  expect(refused).toBe('SecurityError');
  await fillFirstForm(page, 'Mickey');
  await page.getByText('This browser does not save anything for this app').waitFor();
  await page.getByLabel('Last name').press('Enter');
  await page.getByText(/signed in only until you close or reload this page/).waitFor();
  await signInOnPage(page, { email: session.email, password });
  await seesDelivered(page);
  expect(await fixture.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});
