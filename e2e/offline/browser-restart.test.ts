import { expect } from 'vitest';
import { noFault, pausedRequest, requestLost } from '../testing/network/network-faults.ts';
import {
  putSession,
  openApp,
  seesNothingWaiting,
  seesSaved,
  submitEntry,
} from '../testing/offline/app-on-device.ts';
import { test } from '../testing/offline/offline-test.ts';
import { syncsOf } from '../testing/offline/service-worker-registration.ts';
import { kill, newBrowserProfile } from '../testing/browser/browser-profile.ts';
import { newSession } from '../testing/offline/amplify-session.ts';

test('a browser that is killed between saving and sending delivers after a restart', async ({
  fixture,
}) => {
  await using profile = newBrowserProfile();
  const session = await newSession(fixture.backend.cloud);
  const first = await profile.start();
  const page = await openApp(first, fixture.appUrl);
  await putSession(page, session);
  const paused = pausedRequest();
  fixture.network.api.inject(paused.fault, noFault);
  await submitEntry(page, 'Mickey');
  await seesSaved(page);
  await paused.arrived;
  await kill(first);
  expect(await fixture.stored(session)).toEqual([]);
  paused.release(requestLost);

  const second = await profile.start();
  await seesNothingWaiting(await openApp(second, fixture.appUrl));
  expect(await fixture.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 2 }]);
});

test('in airplane mode the installed app starts, saves an entry, and delivers it the next time', async ({
  fixture,
}) => {
  await using profile = newBrowserProfile();
  const session = await newSession(fixture.backend.cloud);
  const online = await profile.start();
  await putSession(await openApp(online, fixture.appUrl), session);
  await online.close();

  const offline = await profile.start();
  await offline.setOffline(true);
  const page = await openApp(offline, fixture.appUrl);
  await submitEntry(page, 'Mickey');
  await seesSaved(page);
  // A browser that is closing is no longer offline, and may deliver before it ends.
  await fixture.network.api.cut();
  await offline.close();
  expect(await fixture.stored(session)).toEqual([]);

  await fixture.network.api.restore();
  const onlineAgain = await profile.start();
  await seesNothingWaiting(await openApp(onlineAgain, fixture.appUrl));
  expect(await fixture.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});

test('without an open window the browser delivers as soon as there is a network', async ({
  fixture,
}) => {
  await using profile = newBrowserProfile();
  const session = await newSession(fixture.backend.cloud);
  const browser = await profile.start();
  const page = await openApp(browser, fixture.appUrl);
  await putSession(page, session);
  await browser.setOffline(true);
  // For the browser a page that is closing is no longer offline, and would send the entry as well.
  await page.evaluate(() => void (window.fetch = () => Promise.reject(new TypeError('Offline'))));
  await submitEntry(page, 'Mickey');
  await seesSaved(page);
  await expect.poll(() => syncsOf(page)).toContain('formstead:outbox');
  await page.close();
  await browser.setOffline(false);
  await expect.poll(() => fixture.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});
