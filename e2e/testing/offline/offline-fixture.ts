import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../../tools/chromium.js';
import { recordBrowser } from '../browser/recorded-contexts.ts';
import { serveBuilt } from '../app/build-app.ts';
import { prebuiltFolder } from '../app/prebuilt-app.ts';
import { tableRows } from '../backend/table-rows.ts';
import { startTestNetwork, type TestNetwork } from '../network/test-network.ts';
import { startTestBackend, type TestBackend } from '../backend/test-backend.ts';
import type { AmplifySession } from './amplify-session.ts';

/** A backend, a network with faults, and the app that reaches the backend through it. */
export type OfflineFixture = AsyncDisposable & {
  readonly backend: TestBackend;
  readonly network: TestNetwork;
  readonly appUrl: string;
  readonly browser: Browser;
  /** The entries of a person in the table, read without the API. */
  rowsOf(author: Author): ReturnType<typeof tableRows>;
  /** The first names of those entries, and how often each was sent. */
  stored(author: Author): Promise<readonly DeliveredEntry[]>;
};

type Author = Pick<AmplifySession, 'username'>;

export type DeliveredEntry = {
  readonly name: unknown;
  readonly attempts: number;
  readonly id: unknown;
};

/** @param appFolder an app built with `placeholderOrigins`; by default the one built for all tests */
export async function openOfflineFixture(appFolder?: string): Promise<OfflineFixture> {
  await using opened = new AsyncDisposableStack();
  const backend = opened.use(await startTestBackend());
  const network = opened.use(await startTestNetwork(backend.cloud));
  const app = opened.use(
    await serveBuilt(appFolder ?? prebuiltFolder(), { origins: network.origins }),
  );
  const browser = opened.adopt(recordBrowser(await launchBrowser()), (it) => it.close());
  const parts = opened.move();
  const rowsOf = async ({ username }: Author) =>
    (await tableRows(backend.cloud)).filter((it) => it['username'] === username);
  return {
    backend,
    network,
    appUrl: app.url,
    browser,
    rowsOf,
    async stored(author) {
      return (await rowsOf(author)).map(({ id, answers }) => ({
        id,
        name: (answers as { fname?: unknown } | undefined)?.fname,
        attempts: network.attempts(id),
      }));
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}
