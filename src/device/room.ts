import { withTimeout } from './timeout.ts';

/** Bytes. A few hundred entries fit in, which is more than a day in the field brings. */
const little = 5_000_000;

/** Milliseconds for a browser to tell. */
const patience = 5000;

const nothing = () => undefined;

/** Whether this device is about to run out of room for the app; unknown where browsers do not tell. */
export async function hasLittleRoom(
  storage: Partial<StorageManager> | undefined,
): Promise<boolean> {
  const { quota, usage } = (await estimateIn(storage)) ?? {};
  return quota !== undefined && usage !== undefined && quota - usage < little;
}

/** What the app takes of this device, as far as the browser tells. */
export type Room = {
  /** Bytes. */
  readonly usage?: number | undefined;
  readonly quota?: number | undefined;
  /** Whether the browser has promised not to clear it by itself. */
  readonly isPersistent?: boolean | undefined;
};

export async function readRoom(storage: Partial<StorageManager> | undefined): Promise<Room> {
  const [estimate, isPersistent] = await Promise.all([
    estimateIn(storage),
    isPersistentIn(storage),
  ]);
  return { usage: estimate?.usage, quota: estimate?.quota, isPersistent };
}

/** Asks the browser not to clear the app's data when the device runs full. It may say no. */
export async function askToPersist(storage: Partial<StorageManager> | undefined): Promise<void> {
  if (await isPersistentIn(storage)) return;
  // oxlint-disable-next-line waits/bounded -- some browsers ask the person, who takes their time
  await storage?.persist?.();
}

/** What the browser tells; nothing where it does not. */
async function estimateIn(storage: Partial<StorageManager> | undefined) {
  if (!storage?.estimate) return undefined;
  return withTimeout('storage', patience, storage.estimate()).catch(nothing);
}

async function isPersistentIn(storage: Partial<StorageManager> | undefined) {
  if (!storage?.persisted) return undefined;
  return withTimeout('storage', patience, storage.persisted()).catch(nothing);
}
