import type { Browser } from 'playwright-core';
import { launchBrowser } from '../tools/browser.js';
import { serveApp } from './app.ts';
import { openWorld, type Change, type World } from './world.ts';

/** A world, the app served over it, and a browser to look at it with. */
export type Stage = AsyncDisposable & {
  readonly world: World;
  readonly appUrl: string;
  readonly browser: Browser;
};

export async function openStage(change?: Change): Promise<Stage> {
  await using opened = new AsyncDisposableStack();
  const world = opened.use(await openWorld(change));
  const app = opened.use(await serveApp(world));
  const browser = opened.adopt(await launchBrowser(), (it) => it.close());
  const parts = opened.move();
  return { world, appUrl: app.url, browser, [Symbol.asyncDispose]: () => parts.disposeAsync() };
}
