import type { Browser } from 'playwright-core';
import { launchBrowser } from '../tools/browser.js';
import { serveApp, serveBuilt } from './app.ts';
import { builtOnce } from './once.ts';
import { openWorld, type Change, type World } from './world.ts';

/** A world, the app served over it, and a browser to look at it with. */
export type Stage = AsyncDisposable & {
  readonly world: World;
  readonly appUrl: string;
  readonly browser: Browser;
};

export async function openStage(change?: Change): Promise<Stage> {
  await using opened = new AsyncDisposableStack();
  const built = builtOnce();
  const world = opened.use(await openWorld(change, undefined, built?.ports));
  const app = opened.use(await (built ? serveBuilt(built.outDir) : serveApp(world)));
  const browser = opened.adopt(await launchBrowser(), (it) => it.close());
  const parts = opened.move();
  return { world, appUrl: app.url, browser, [Symbol.asyncDispose]: () => parts.disposeAsync() };
}
