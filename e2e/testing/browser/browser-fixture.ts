import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchBrowser } from '../../../tools/chromium.js';
import { recordBrowser } from './recorded-contexts.ts';
import { serveApp, serveBuilt, type ServedApp } from '../app/build-app.ts';
import { prebuiltFolder } from '../app/prebuilt-app.ts';
import {
  startTestBackend,
  type TemplateChange,
  type TestBackend,
} from '../backend/test-backend.ts';
import { isLate } from '../network/late-network.ts';
import { startTestNetwork } from '../network/test-network.ts';

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
  const app = isLate() ? await serveLate(backend, opened) : opened.use(await serveApp(backend));
  const browser = opened.adopt(recordBrowser(await launchBrowser(), contextOptions), (it) =>
    it.close(),
  );
  const parts = opened.move();
  return { backend, appUrl: app.url, browser, [Symbol.asyncDispose]: () => parts.disposeAsync() };
}

/** Serves the app so that its requests to the API and to Cognito, too, may be late. */
async function serveLate({ cloud }: TestBackend, opened: AsyncDisposableStack): Promise<ServedApp> {
  const { origins } = opened.use(await startTestNetwork(cloud));
  return opened.use(
    await serveBuilt(prebuiltFolder(), { origins: { ...origins, files: cloud.s3.url } }),
  );
}
