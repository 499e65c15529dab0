import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright-core';
import { browserCommand } from '../../tools/chromium.js';
import { connectDevtools } from './devtools-connection.ts';

/**
 * A Chromium that is driven up to a point, and then left alone. What drives it has it record every request, and the
 * page's process keeps their bodies: a kilobyte for each response, which owners do not have.
 */
export type UnwatchedBrowser = AsyncDisposable & {
  /** To open pages, up to that point. */
  readonly browser: Pick<Browser, 'newContext'>;
  /** Where it puts the files that it downloads. */
  readonly downloads: string;
  /** Ends the recording, and driving with it. */
  readonly leave: (page: Page) => Promise<UnwatchedPage>;
};

export type UnwatchedPage = {
  /** What an expression is in the page, where it is computed as if somebody had pressed something. */
  readonly ask: (expression: string) => Promise<unknown>;
  /** The address at which the browser itself answers. */
  readonly browserAddress: string;
};

export async function startUnwatchedBrowser(): Promise<UnwatchedBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-profile-'));
  const downloads = join(folder, 'downloads');
  mkdirSync(downloads);
  mkdirSync(join(folder, 'Default'));
  const download = { default_directory: downloads, prompt_for_download: false };
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify({ download }));
  const [program, options] = browserCommand(folder);
  const child = spawn(program, options, { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const [port, path] = await addressIn(folder);
  const driven = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const [context] = driven.contexts();
  if (!context) throw new Error('The browser has no profile.');
  return {
    browser: { newContext: async () => context },
    downloads,
    async leave(page) {
      const devtools = await context.newCDPSession(page);
      const { targetInfo } = await devtools.send('Target.getTargetInfo');
      // Only disconnects.
      await driven.close();
      const pageAddress = `ws://127.0.0.1:${port}/devtools/page/${targetInfo.targetId}`;
      return {
        ask: (expression) => evaluate(pageAddress, expression),
        browserAddress: `ws://127.0.0.1:${port}${path}`,
      };
    },
    async [Symbol.asyncDispose]() {
      child.kill();
      await ended;
    },
  };
}

/** The expression that presses a button with this text. */
export function pressing(button: string): string {
  return `[...document.querySelectorAll('button')].find((it) => it.textContent === '${button}').click()`;
}

async function addressIn(folder: string): Promise<readonly [port: string, path: string]> {
  const file = join(folder, 'DevToolsActivePort');
  for (let tries = 0; tries < 300; tries += 1) {
    const [port, path] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (port !== undefined && path !== undefined) return [port, path];
    await wait(100);
  }
  throw new Error('The browser did not start.');
}

async function evaluate(pageAddress: string, expression: string): Promise<unknown> {
  using devtools = await connectDevtools(pageAddress);
  const options = { expression, returnByValue: true, userGesture: true };
  const { result, exceptionDetails } = (await devtools.send(
    'Runtime.evaluate',
    options,
  )) as Evaluated;
  if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
  return result.value;
}

type Evaluated = {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: object;
};
