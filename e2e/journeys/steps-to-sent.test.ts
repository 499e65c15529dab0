import { afterAll, beforeAll, expect, test } from 'vitest';
import { untilAppIsDrawn } from '../testing/browser/app-is-drawn.ts';
import { password } from '../testing/backend/signed-in-person.ts';
import { openBrowserFixture, type BrowserFixture } from '../testing/browser/browser-fixture.ts';
import { newWalk, walkToSent, type Walk } from '../testing/browser/walk-to-sent.ts';

/** How many screens and taps it takes a new person on a phone until "Sent". More would be a step backwards. */

let fixture: BrowserFixture;

beforeAll(async () => {
  fixture = await openBrowserFixture();
});

afterAll(() => fixture[Symbol.asyncDispose]());

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

test('a new person opens a link, fills in the form, creates an account, and it is sent', async () => {
  const { backend, appUrl, browser } = fixture;
  await using context = await browser.newContext(phone);
  const page = await context.newPage();
  const walk = newWalk();
  await page.goto(`${appUrl}/pwausers`);
  await untilAppIsDrawn(page);
  await walkToSent(page, { email: 'new@example.com', password, cloud: backend.cloud }, walk);
  report('online', walk);
  expect(walk.screens.length).toBeLessThanOrEqual(4);
  expect(walk.taps).toBeLessThanOrEqual(9);
});

test('without a network they fill it in, and create the account later', async () => {
  const { backend, appUrl, browser } = fixture;
  await using context = await browser.newContext(phone);
  const page = await context.newPage();
  const person = { email: 'later@example.com', password, cloud: backend.cloud };
  const walk = newWalk();
  await page.goto(`${appUrl}/pwausers`);
  await untilAppIsDrawn(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await context.setOffline(true);
  const saved = page.getByRole('heading', { name: 'Saved on this device' });
  await walkToSent(page, person, walk, saved);
  await context.setOffline(false);
  await walkToSent(page, person, walk);
  report('offline, signed in later', walk);
  expect(walk.screens.length).toBeLessThanOrEqual(5);
  expect(walk.taps).toBeLessThanOrEqual(10);
});

function report(what: string, { screens, taps, typed }: Walk): void {
  const list = screens.map((it) => it.replaceAll('\n', ' ')).join(' → ');
  process.stdout.write(
    `${what}: ${screens.length} screens, ${taps} taps, ${typed} boxes: ${list}\n`,
  );
}
