import { expect } from 'vitest';
import {
  putSession,
  openApp,
  openOutbox,
  seesSaved,
  submitEntry,
} from '../../e2e/testing/offline/app-on-device.ts';
import { fillStorage } from '../../e2e/testing/offline/fill-storage.ts';
import { test } from '../../e2e/testing/offline/offline-test.ts';
import { newSession } from '../../e2e/testing/offline/amplify-session.ts';

test('a queued entry is sent once, even if the device has become full since', async ({
  fixture,
}) => {
  const session = await newSession(fixture.backend.cloud);
  await using context = await fixture.browser.newContext();
  const devtools = await context.newCDPSession(await context.newPage());
  const origin = fixture.appUrl;
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 20_000_000 });
  const page = await openApp(context, origin);
  await putSession(page, session);
  await fixture.network.api.cut();
  await submitEntry(page, 'Mickey');
  await seesSaved(page);
  await fillStorage(page);
  await fixture.network.api.restore();
  await openOutbox(page);
  // It may be sent by itself just before the button is pressed.
  const sent = page.getByText('Everything has been sent').waitFor();
  await Promise.any([page.getByRole('button', { name: 'Send now' }).press('Enter'), sent]);
  await sent;
  expect(await fixture.stored(session)).toMatchObject([{ name: 'Mickey' }]);
});
