import type { Page } from 'playwright-core';

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** The processor's time. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
};

/** Milliseconds until the page has settled, and between two keys. */
const [settled, between] = [1000, 80];

/**
 * For each key that is typed, the milliseconds of processor time of the page's main thread until the frame with the
 * character, on a processor slowed four times. From a trace, so that neither waiting for the screen nor other programs
 * count.
 */
export async function keyTimes(
  page: Page,
  input: string,
  text: string,
): Promise<readonly number[]> {
  await page.bringToFront();
  await page.focus(input);
  await page.waitForTimeout(settled);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const browser = await page.context().browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('There is no browser.');
  const events: TraceEvent[] = [];
  browser.on('Tracing.dataCollected', ({ value }) =>
    events.push(...(value as never as TraceEvent[])),
  );
  await browser.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'],
    },
  });
  for (const key of text) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForTimeout(between);
  }
  const complete = new Promise((resolve) => browser.once('Tracing.tracingComplete', resolve));
  await browser.send('Tracing.end');
  await complete;
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return workPerKey(events);
}

function workPerKey(events: readonly TraceEvent[]): readonly number[] {
  const isKey = ({ name, args }: TraceEvent) =>
    name === 'EventDispatch' && args?.data?.type === 'keydown';
  const key = events.find(isKey);
  const onMain = events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === key?.pid && tid === key.tid)
    .toSorted((a, b) => a.ts - b.ts);
  const tasks = onMain.filter(({ name }) => name === 'RunTask');
  const commits = onMain.filter(({ name }) => name === 'Commit');
  return onMain.filter(isKey).map(({ ts }) => {
    const commit = commits.find((it) => it.ts > ts);
    const end = commit ? endOf(commit) : ts;
    const own = tasks.filter((it) => endOf(it) >= ts && it.ts <= end);
    return own.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
  });
}

function endOf({ ts, dur = 0 }: TraceEvent): number {
  return ts + dur;
}
