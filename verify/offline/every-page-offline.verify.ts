import { expect } from 'vitest';
import { forms } from '#forms/index.ts';
import { putSession, openApp } from '../../e2e/testing/offline/app-on-device.ts';
import { test } from '../../e2e/testing/offline/offline-test.ts';
import { newSession } from '../../e2e/testing/offline/amplify-session.ts';

const allPaths = [
  '/',
  '/about',
  '/account',
  '/api',
  '/outbox',
  '/sign-in',
  '/no/such/page',
  '/entries',
  '/responses',
  ...forms.flatMap(({ id }) => [
    `/${id}`,
    `/${id}/sent/nope`,
    `/entries/${id}/nope`,
    `/entries/${id}/nope/edit`,
    `/responses/${id}`,
  ]),
];

test('offline every page is shown, or says that it needs a network', async ({ fixture }) => {
  const session = await newSession(fixture.backend.cloud);
  await using context = await fixture.browser.newContext();
  const page = await openApp(context, fixture.appUrl);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  for (const who of ['nobody', 'somebody']) {
    if (who === 'somebody') await putSession(page, session);
    await context.setOffline(true);
    for (const path of allPaths) {
      await page.goto(fixture.appUrl + path);
      await page.locator('h1').waitFor();
      await page.locator('main:not([aria-busy])').waitFor();
      const shown = await page.locator('main').innerText();
      expect(`${who} ${path} ${shown}`).not.toContain('This page could not be loaded');
      expect(shown.length).toBeGreaterThan(20);
    }
    await page.goto(`${fixture.appUrl}/sign-in`);
    if (who === 'nobody') await page.getByText('You need to be online to sign in').waitFor();
    await page.goto(`${fixture.appUrl}/responses/pwausers`);
    // The second person finds in the browser's cache what the first one loaded.
    const isLoaded = who === 'somebody';
    await page
      .getByText(
        isLoaded
          ? /^Could not find out what you may see/
          : 'You need to be online to open this page',
      )
      .waitFor();
    await context.setOffline(false);
    await expect
      .poll(() => page.getByText('You need to be online to open this page').count())
      .toBe(0);
  }
});
