import type { BrowserContext } from 'playwright-core';
import { expect } from 'vitest';
import { serverError, noFault } from '../../e2e/testing/network/network-faults.ts';
import {
  putSession,
  openApp,
  seesDelivered,
  seesSaved,
  submitEntry,
  signIn,
} from '../../e2e/testing/offline/app-on-device.ts';
import { test } from '../../e2e/testing/offline/offline-test.ts';
import { newSession } from '../../e2e/testing/offline/amplify-session.ts';

const hour = 3_600_000;
const clocks = [
  ['two hours ahead', 2 * hour],
  ['two hours behind', -2 * hour],
  ['ten years ahead', 87_660 * hour],
  ['ten years behind', -87_660 * hour],
] as const;

test.for(clocks)(
  'with a clock %s a person signs in, sends, and waits no longer',
  async ([, offset], { fixture }) => {
    const session = await newSession(fixture.backend.cloud);
    await using context = await fixture.browser.newContext();
    await setClockOff(context, offset);
    const page = await openApp(context, fixture.appUrl);
    await signIn(page, session);
    fixture.network.api.inject(serverError, noFault);
    await submitEntry(page, 'Mickey');
    await seesDelivered(page);
    expect(await fixture.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 2 }]);
    const [row] = await fixture.rowsOf(session);
    expect(Math.abs(Date.parse(String(row?.['createdAt'])) - Date.now())).toBeLessThan(hour);
  },
);

test.for(clocks)(
  'a clock that turns out %s while something waits holds nothing up',
  async ([, offset], { fixture }) => {
    const session = await newSession(fixture.backend.cloud);
    await using context = await fixture.browser.newContext();
    const page = await openApp(context, fixture.appUrl);
    await putSession(page, session);
    await fixture.network.api.cut();
    await submitEntry(page, 'Mickey');
    await seesSaved(page);
    await fixture.network.api.restore();
    await setClockOff(context, offset);
    await page.reload();
    await expect
      .poll(() => fixture.stored(session), { timeout: 20_000 })
      .toMatchObject([{ name: 'Mickey', attempts: 1 }]);
  },
);

/** For pages opened from now on. Time goes on normally, from another hour. */
async function setClockOff(context: BrowserContext, milliseconds: number): Promise<void> {
  await context.addInitScript((offset) => {
    const RightDate = Date;
    globalThis.Date = class extends RightDate {
      constructor(...given: [] | [number]) {
        super(...(given.length === 0 ? ([RightDate.now() + offset] as const) : given));
      }
      static override now = () => RightDate.now() + offset;
    } as DateConstructor;
  }, milliseconds);
}
