import { withTimeout } from '../../device/timeout.ts';

/** Milliseconds for the browser to find its service worker. */
const timeout = 5000;

/** The BroadcastChannel of the tabs and the service worker, and the tag of the Background Sync. */
export const outboxChannel = 'formstead:outbox';

/** Not in TypeScript's library: only Chromium has it. */
type WithSync = { readonly sync?: { register(tag: string): Promise<void> } };

/** Asks the browser to run the service worker's delivery once there is a network, even with no window open. */
export async function requestSync(workers: ServiceWorkerContainer | undefined): Promise<void> {
  if (!workers) return;
  const registration = (await withTimeout('storage', timeout, workers.getRegistration())) as
    | WithSync
    | undefined;
  await registration?.sync?.register(outboxChannel);
}
