/** Stores texts by name. */
export type DeviceStorage = {
  read(name: string): string | null;
  write(name: string, text: string): void;
  forget(name: string): void;
};

/**
 * `localStorage` or `sessionStorage`, with memory as a fallback: a browser that blocks cookies throws when it is
 * accessed, a full one when it is written to, and neither may get in the way of filling in a form.
 */
export function createDeviceStorage(open: () => Storage): DeviceStorage {
  const memory = new Map<string, string>();
  const attempt = <Value>(use: (storage: Storage) => Value): Value | undefined => {
    try {
      return use(open());
    } catch {
      return undefined;
    }
  };
  return {
    read: (name) => memory.get(name) ?? attempt((storage) => storage.getItem(name)) ?? null,
    write(name, text) {
      memory.delete(name);
      const isStored = attempt((storage) => {
        storage.setItem(name, text);
        return true;
      });
      if (!isStored) memory.set(name, text);
    },
    forget(name) {
      memory.delete(name);
      attempt((storage) => storage.removeItem(name));
    },
  };
}
