import type { Page } from 'playwright-core';

/** The parts of a trace that are read. */
type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  /** Microseconds, and how many of them the processor worked. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string; readonly duration?: number } };
};

export type KeyTimes = {
  /** For each key, the milliseconds until the next frame was on the screen. */
  readonly toFrame: readonly number[];
  /** How long handling the keys took, of the processor time for it. Above 1, other programs took the processor. */
  readonly waited: number;
};

/** Milliseconds until the page has settled, and between two keys. */
const [settled, between] = [1000, 80];

/**
 * Types a text, on a processor slowed four times. What is measured is the `duration` of the Event Timing standard,
 * which pages get rounded to 8 ms, and the trace exactly: from the key, with all that it waits for, until the next
 * frame is presented. https://www.w3.org/TR/event-timing/
 */
export async function keyTimes(page: Page, input: string, text: string): Promise<KeyTimes> {
  await page.bringToFront();
  await page.fill(input, '');
  await page.focus(input);
  // At the edge of the headless window, a change is never presented.
  await page.locator(input).evaluate((it) => it.scrollIntoView({ block: 'center' }));
  await page.waitForTimeout(settled);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const browser = await page.context().browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('There is no browser.');
  const events: TraceEvent[] = [];
  browser.on('Tracing.dataCollected', ({ value }) =>
    events.push(...(value as never as TraceEvent[])),
  );
  // Nothing else: tracing takes time as well.
  const traceConfig = { includedCategories: ['devtools.timeline'] };
  await browser.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
  for (const key of text) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForTimeout(between);
  }
  await page.waitForTimeout(settled);
  const complete = new Promise((resolve) => browser.once('Tracing.tracingComplete', resolve));
  await browser.send('Tracing.end');
  await complete;
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await browser.detach();
  const toFrame = events.flatMap(durationOfKey);
  if (toFrame.length !== text.length)
    throw new Error(`Of ${text.length} keys, ${toFrame.length} had a frame.`);
  return { toFrame, waited: waitedIn(events) };
}

function durationOfKey({ name, ph, args }: TraceEvent): readonly number[] {
  const { type, duration } = args?.data ?? {};
  return name === 'EventTiming' && ph === 'b' && type === 'keydown' && duration ? [duration] : [];
}

function waitedIn(events: readonly TraceEvent[]): number {
  const handled = events.filter(
    ({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keypress',
  );
  const sum = (of: 'dur' | 'tdur') => handled.reduce((total, it) => total + (it[of] ?? 0), 0);
  return sum('dur') / sum('tdur');
}
