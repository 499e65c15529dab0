import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { launchProfile } from '../../tools/browser.js';

/** A browser of somebody's own, which can be closed, killed and started again. */
export type Profile = AsyncDisposable & {
  start(): Promise<BrowserContext>;
};

/** @param prepare puts into its folder what the browser is to find there at its first start */
export function newProfile(prepare: (folder: string) => void = () => {}): Profile {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-profile-'));
  prepare(folder);
  let running: BrowserContext | undefined;
  return {
    async start() {
      running = await launchProfile(folder);
      return running;
    },
    async [Symbol.asyncDispose]() {
      await running?.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** With -9, as when the battery is taken out: no chance to tidy up. */
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
