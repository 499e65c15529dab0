import { expect } from 'vitest';
import { fair, held, requestLost } from '../fates.ts';
import { beSignedIn, openApp, seesNothingWaiting, seesSaved, send } from './device.ts';
import { test } from './field-test.ts';
import { kill, newProfile } from './profile.ts';
import { newSession } from './session.ts';

test('a browser that is killed between saving and sending delivers when it is started again', async ({
  field,
}) => {
  await using profile = newProfile();
  const session = await newSession(field.world.cloud);
  const first = await profile.start();
  const page = await openApp(first, field.appUrl);
  await beSignedIn(page, session);
  const call = held();
  field.weather.api.brings(call.fate, fair);
  await send(page, 'Mickey');
  await seesSaved(page);
  await call.arrived;
  await kill(first);
  expect(await field.stored(session)).toEqual([]);
  call.release(requestLost);

  const second = await profile.start();
  await seesNothingWaiting(await openApp(second, field.appUrl));
  expect(await field.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 2 }]);
});

test('in airplane mode the installed app starts cold, takes an entry, and delivers it the next time', async ({
  field,
}) => {
  await using profile = newProfile();
  const session = await newSession(field.world.cloud);
  const athome = await profile.start();
  await beSignedIn(await openApp(athome, field.appUrl), session);
  await athome.close();

  const aloft = await profile.start();
  await aloft.setOffline(true);
  const page = await openApp(aloft, field.appUrl);
  await send(page, 'Mickey');
  await seesSaved(page);
  await aloft.close();
  expect(await field.stored(session)).toEqual([]);

  const landed = await profile.start();
  await seesNothingWaiting(await openApp(landed, field.appUrl));
  expect(await field.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});

test('with no window open the browser itself delivers once there is a network', async ({
  field,
}) => {
  await using profile = newProfile();
  const session = await newSession(field.world.cloud);
  const browser = await profile.start();
  const page = await openApp(browser, field.appUrl);
  await beSignedIn(page, session);
  await browser.setOffline(true);
  await send(page, 'Mickey');
  await seesSaved(page);
  await page.close();
  await browser.setOffline(false);
  await expect
    .poll(() => field.stored(session), { timeout: 20_000 })
    .toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});
