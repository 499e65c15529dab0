import { withTimeout } from './timeout.ts';

/** Bytes. Enough for a few hundred entries, more than somebody collects in a day. */
const almostFull = 5_000_000;

/** Milliseconds for the browser to answer. */
const timeout = 5000;

const nothing = () => undefined;

/** Whether the app is about to run out of storage space. False if the browser does not report it. */
export async function isStorageAlmostFull(
  storage: Partial<StorageManager> | undefined,
): Promise<boolean> {
  const { quota, usage } = (await estimateIn(storage)) ?? {};
  return quota !== undefined && usage !== undefined && quota - usage < almostFull;
}

/** How much storage the app uses, as far as the browser reports it. */
export type StorageSpace = {
  /** Bytes. */
  readonly usage?: number | undefined;
  readonly quota?: number | undefined;
  /** Whether the browser has promised not to clear it by itself. */
  readonly isPersistent?: boolean | undefined;
};

export async function readStorageSpace(
  storage: Partial<StorageManager> | undefined,
): Promise<StorageSpace> {
  const [estimate, isPersistent] = await Promise.all([
    estimateIn(storage),
    isPersistentIn(storage),
  ]);
  return { usage: estimate?.usage, quota: estimate?.quota, isPersistent };
}

/** Asks the browser not to clear the app's data when the device runs full. It may say no. */
export async function requestPersistence(
  storage: Partial<StorageManager> | undefined,
): Promise<void> {
  if (await isPersistentIn(storage)) return;
  // oxlint-disable-next-line house/bounded-waits -- some browsers ask the person
  await storage?.persist?.();
}

/** Undefined if the browser does not report it. */
async function estimateIn(storage: Partial<StorageManager> | undefined) {
  if (!storage?.estimate) return undefined;
  return withTimeout('storage', timeout, storage.estimate()).catch(nothing);
}

async function isPersistentIn(storage: Partial<StorageManager> | undefined) {
  if (!storage?.persisted) return undefined;
  return withTimeout('storage', timeout, storage.persisted()).catch(nothing);
}
