import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { launchProfile } from '../../../tools/chromium.js';
import { recordContext } from './recorded-contexts.ts';

/**
 * A browser with its own profile, which can be closed, killed and restarted. The profile is in the temporary
 * folder of all tests, which is deleted after them.
 */
export type BrowserProfile = AsyncDisposable & {
  start(): Promise<BrowserContext>;
};

/**
 * @param fillFolder puts files into the profile before the first start
 * @param options for Chromium, beside those of every test
 */
export function newBrowserProfile(
  fillFolder: (folder: string) => void = () => {},
  options: readonly string[] = [],
): BrowserProfile {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-profile-'));
  fillFolder(folder);
  let running: BrowserContext | undefined;
  return {
    async start() {
      running = await recordContext(await launchProfile(folder, [...options]));
      return running;
    },
    async [Symbol.asyncDispose]() {
      await running?.[Symbol.asyncDispose]();
    },
  };
}

/** With kill -9, as if the battery were removed: no clean-up. */
export async function kill(context: BrowserContext): Promise<void> {
  const browser = context.browser();
  const devtools = await browser?.newBrowserCDPSession();
  const { processInfo = [] } = (await devtools?.send('SystemInfo.getProcessInfo')) ?? {};
  const closed = context.waitForEvent('close');
  const { id } = processInfo.find(({ type }) => type === 'browser') ?? {};
  if (id === undefined) throw new Error('The browser does not say which process it is.');
  process.kill(id, 'SIGKILL');
  await closed;
}
