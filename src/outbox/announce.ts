import { withTimeout } from '../device/timeout.ts';

/** Milliseconds for a browser to tell of its service worker. */
const patience = 5000;

/** What the tabs and the service worker tell each other on, and the name of the browser's Background Sync. */
export const outboxName = 'formstead:outbox';

/** Not in TypeScript's library: only Chromium has it. */
type WithSync = { readonly sync?: { register(tag: string): Promise<void> } };

/** Asks the browser to deliver in the background once there is a network, with no window open if need be. */
export async function askForSync(workers: ServiceWorkerContainer | undefined): Promise<void> {
  if (!workers) return;
  const registration = (await withTimeout('storage', patience, workers.getRegistration())) as
    | WithSync
    | undefined;
  await registration?.sync?.register(outboxName);
}
