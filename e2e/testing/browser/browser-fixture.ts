import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchBrowser } from '../../../tools/chromium.js';
import { recordBrowser } from './recorded-contexts.ts';
import { serveApp } from '../app/build-app.ts';
import {
  startTestBackend,
  type TemplateChange,
  type TestBackend,
} from '../backend/test-backend.ts';

/** A backend, the app served for it, and a browser. */
export type BrowserFixture = AsyncDisposable & {
  readonly backend: TestBackend;
  readonly appUrl: string;
  readonly browser: Browser;
};

/**
 * For tests that never go offline. Each new context would otherwise install the service worker, which loads
 * every file of the app: half of a short test's processor time.
 */
export const withoutServiceWorker = { serviceWorkers: 'block' } as const;

/** @param contextOptions defaults of each context */
export async function openBrowserFixture(
  contextOptions: BrowserContextOptions = {},
  change?: TemplateChange,
): Promise<BrowserFixture> {
  await using opened = new AsyncDisposableStack();
  const backend = opened.use(await startTestBackend(change));
  const app = opened.use(await serveApp(backend));
  const browser = opened.adopt(recordBrowser(await launchBrowser(), contextOptions), (it) =>
    it.close(),
  );
  const parts = opened.move();
  return { backend, appUrl: app.url, browser, [Symbol.asyncDispose]: () => parts.disposeAsync() };
}
