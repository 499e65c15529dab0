import type { BrowserContext } from 'playwright-core';
import { expect } from 'vitest';
import { crash, fair } from '../fates.ts';
import { beSignedIn, openApp, seesDelivered, seesSaved, send, signIn } from './device.ts';
import { test } from './field-test.ts';
import { newSession } from './session.ts';

const hour = 3_600_000;
const clocks = [
  ['two hours ahead', 2 * hour],
  ['two hours behind', -2 * hour],
  ['ten years ahead', 87_660 * hour],
  ['ten years behind', -87_660 * hour],
] as const;

test.for(clocks)(
  'with a clock %s a person signs in, sends, and waits no longer',
  async ([, off], { field }) => {
    const session = await newSession(field.world.cloud);
    await using context = await field.browser.newContext();
    await putClockOff(context, off);
    const page = await openApp(context, field.appUrl);
    await signIn(page, session);
    field.weather.api.brings(crash, fair);
    await send(page, 'Mickey');
    await seesDelivered(page);
    expect(await field.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 2 }]);
    const [row] = await field.rowsOf(session);
    expect(Math.abs(Date.parse(String(row?.['createdAt'])) - Date.now())).toBeLessThan(hour);
  },
);

test.for(clocks)(
  'a clock that turns out %s while something waits holds nothing up',
  async ([, off], { field }) => {
    const session = await newSession(field.world.cloud);
    await using context = await field.browser.newContext();
    const page = await openApp(context, field.appUrl);
    await beSignedIn(page, session);
    await field.weather.api.cut();
    await send(page, 'Mickey');
    await seesSaved(page);
    await field.weather.api.mend();
    await putClockOff(context, off);
    await page.reload();
    await expect
      .poll(() => field.stored(session), { timeout: 20_000 })
      .toMatchObject([{ name: 'Mickey', attempts: 1 }]);
  },
);

/** For pages that are opened from now on. Time goes on as ever, from another hour. */
async function putClockOff(context: BrowserContext, milliseconds: number): Promise<void> {
  await context.addInitScript((off) => {
    const RightDate = Date;
    globalThis.Date = class extends RightDate {
      constructor(...given: [] | [number]) {
        super(...(given.length === 0 ? ([RightDate.now() + off] as const) : given));
      }
      static override now = () => RightDate.now() + off;
    } as DateConstructor;
  }, milliseconds);
}
