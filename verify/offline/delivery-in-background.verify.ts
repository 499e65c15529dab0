import { expect } from 'vitest';
import {
  putSession,
  openApp,
  seesSaved,
  submitEntry,
} from '../../e2e/testing/offline/app-on-device.ts';
import { registrationOf } from '../../e2e/testing/offline/service-worker-registration.ts';
import { test } from '../../e2e/testing/offline/offline-test.ts';
import { newBrowserProfile } from '../../e2e/testing/browser/browser-profile.ts';
import {
  withExpiredTokens,
  newSession,
  putTokens,
} from '../../e2e/testing/offline/amplify-session.ts';

test('the service worker renews an expired token and delivers without an open window', async ({
  fixture,
}) => {
  await using profile = newBrowserProfile();
  const session = await newSession(fixture.backend.cloud);
  const browser = await profile.start();
  const page = await openApp(browser, fixture.appUrl);
  await putSession(page, session);
  const devtools = await browser.newCDPSession(browser.pages()[0] ?? page);
  const registrationId = await registrationOf(devtools, fixture.appUrl);
  await fixture.network.api.cut();
  await submitEntry(page, 'Mickey');
  await seesSaved(page);
  await putTokens(page, withExpiredTokens(session));
  await page.close();
  await fixture.network.api.restore();
  await devtools.send('ServiceWorker.dispatchSyncEvent', {
    origin: fixture.appUrl,
    registrationId,
    tag: 'formstead:outbox',
    lastChance: false,
  });
  await expect
    .poll(() => fixture.stored(session), { timeout: 20_000 })
    .toMatchObject([{ name: 'Mickey', attempts: 1 }]);
  expect(fixture.network.cognito.requests.map(({ operation }) => operation)).toEqual([
    'GetTokensFromRefreshToken',
  ]);
});
