/** Bytes. A few hundred entries fit in, which is more than a day in the field brings. */
const little = 5_000_000;

/** Whether this device is about to run out of room for the app; unknown where browsers do not tell. */
export async function hasLittleRoom(
  storage: Partial<StorageManager> | undefined,
): Promise<boolean> {
  const { quota, usage } = (await storage?.estimate?.()) ?? {};
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
    storage?.estimate?.().catch(() => undefined),
    storage?.persisted?.().catch(() => undefined),
  ]);
  return { usage: estimate?.usage, quota: estimate?.quota, isPersistent };
}

/** Asks the browser not to clear the app's data when the device runs full. It may say no. */
export async function askToPersist(storage: Partial<StorageManager> | undefined): Promise<void> {
  if (!(await storage?.persisted?.())) await storage?.persist?.();
}
