import { expect } from 'vitest';
import { forms } from '#forms/index.ts';
import { beSignedIn, openApp } from './device.ts';
import { test } from './field-test.ts';
import { newSession } from './session.ts';

const everywhere = [
  '/',
  '/about',
  '/account',
  '/api',
  '/outbox',
  '/sign-in',
  '/no/such/page',
  ...forms.flatMap(({ id }) =>
    ['', '/entries', '/responses', '/entries/nope', '/sent/nope'].map((it) => `/${id}${it}`),
  ),
];

test('every page that is opened without a network is shown, or says that it needs one', async ({
  field,
}) => {
  const session = await newSession(field.world.cloud);
  await using context = await field.browser.newContext();
  const page = await openApp(context, field.appUrl);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  for (const who of ['nobody', 'somebody']) {
    if (who === 'somebody') await beSignedIn(page, session);
    await context.setOffline(true);
    for (const path of everywhere) {
      await page.goto(field.appUrl + path);
      await page.locator('h1').waitFor();
      await page.locator('main:not([aria-busy])').waitFor();
      const shown = await page.locator('main').innerText();
      expect(`${who} ${path} ${shown}`).not.toContain('could not be shown');
      expect(shown.length).toBeGreaterThan(20);
    }
    await page.goto(`${field.appUrl}/sign-in`);
    if (who === 'nobody') await page.getByText('Signing in needs a network').waitFor();
    await page.goto(`${field.appUrl}/pwausers/responses`);
    // Whoever comes second finds in the browser's own cache what the first has loaded.
    const isLoaded = who === 'somebody';
    await page.getByText(isLoaded ? /^Only the owners/ : 'This page needs a connection').waitFor();
    await context.setOffline(false);
    await expect.poll(() => page.getByText('This page needs a connection').count()).toBe(0);
  }
});
