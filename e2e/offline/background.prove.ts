import { expect } from 'vitest';
import { beSignedIn, openApp, seesSaved, send } from './device.ts';
import { test } from './field-test.ts';
import { newProfile } from './profile.ts';
import { expired, newSession, putTokens } from './session.ts';

test('the service worker renews an expired token and delivers, with no window open', async ({
  field,
}) => {
  await using profile = newProfile();
  const session = await newSession(field.world.cloud);
  const browser = await profile.start();
  const page = await openApp(browser, field.appUrl);
  await beSignedIn(page, session);
  const devtools = await browser.newCDPSession(browser.pages()[0] ?? page);
  const registered = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [registration] = registrations.filter((it) => it.scopeURL.startsWith(field.appUrl));
      if (registration) resolve(registration.registrationId);
    });
  });
  await devtools.send('ServiceWorker.enable');
  const registrationId = await registered;
  await field.weather.api.cut();
  await send(page, 'Mickey');
  await seesSaved(page);
  await putTokens(page, expired(session));
  await page.close();
  await field.weather.api.mend();
  await devtools.send('ServiceWorker.dispatchSyncEvent', {
    origin: field.appUrl,
    registrationId,
    tag: 'formstead:outbox',
    lastChance: false,
  });
  await expect
    .poll(() => field.stored(session), { timeout: 20_000 })
    .toMatchObject([{ name: 'Mickey', attempts: 1 }]);
  expect(field.weather.cognito.calls.map(({ operation }) => operation)).toEqual([
    'GetTokensFromRefreshToken',
  ]);
});
