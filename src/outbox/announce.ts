/** What the tabs and the service worker tell each other on, and the name of the browser's Background Sync. */
export const outboxName = 'formstead:outbox';

/** Not in TypeScript's library: only Chromium has it. */
type WithSync = { readonly sync?: { register(tag: string): Promise<void> } };

/** Asks the browser to deliver in the background once there is a network, with no window open if need be. */
export async function askForSync(workers: ServiceWorkerContainer | undefined): Promise<void> {
  const registration = (await workers?.getRegistration()) as WithSync | undefined;
  await registration?.sync?.register(outboxName);
}
