/**
 * What a failed test of the app leaves behind: a trace and a screenshot of every page that was open.
 *
 * A test closes its contexts when it ends, before anybody knows whether it has failed. So `await using`
 * closes a recorded context, and its browser, only after the test: journey-test-setup.ts.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';

/** Ignored by git. */
const keptIn = '.local/failed-tests';

/** Without the DOM after each step, which costs a seventh of a journey's processor time. */
const tracing = { snapshots: false };

const recorded = new Set<BrowserContext>();
/** What the test has ended, but not closed. */
const ended = new Set<Browser | BrowserContext>();
let isRecording = false;

/** From now on every context is recorded. */
export function startRecording(): void {
  isRecording = true;
}

/**
 * Records every context of a browser. Only in tests: a script has nobody to close its contexts later.
 * @param defaults of each context, and of each page with a context of its own
 */
export function recordBrowser(browser: Browser, defaults: BrowserContextOptions = {}): Browser {
  const newContext = browser.newContext.bind(browser);
  const withDefaults = (options: BrowserContextOptions = {}) =>
    newContext({ ...defaults, ...options });
  if (!isRecording) return Object.assign(browser, { newContext: withDefaults });
  return Object.assign(browser, {
    newContext: async (options?: BrowserContextOptions) =>
      recordContext(await withDefaults(options)),
    [Symbol.asyncDispose]: async () => void ended.add(browser),
  });
}

export async function recordContext(context: BrowserContext): Promise<BrowserContext> {
  if (!isRecording) return context;
  await context.tracing.start(tracing);
  recorded.add(context);
  context.once('close', () => recorded.delete(context));
  return Object.assign(context, {
    [Symbol.asyncDispose]: async () => void ended.add(context),
  });
}

/** Saves what the open contexts recorded. Returns the folder, or nothing if no page was open. */
export async function keepRecordings(test: string): Promise<string | undefined> {
  if (recorded.size === 0) return undefined;
  const folder = join(keptIn, test.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100));
  mkdirSync(folder, { recursive: true });
  let count = 0;
  for (const context of recorded) {
    count += 1;
    for (const [index, page] of context.pages().entries()) {
      const path = join(folder, `page-${count}-${index + 1}.png`);
      // A page that does not respond has no screenshot, but its trace.
      await page.screenshot({ path, timeout: 10_000 }).catch(() => undefined);
    }
    await context.tracing.stop({ path: join(folder, `trace-${count}.zip`) });
    await context.tracing.start(tracing);
  }
  return folder;
}

/** Closes what a test has ended. */
export async function closeEnded(): Promise<void> {
  for (const it of ended) await it.close();
  ended.clear();
}
