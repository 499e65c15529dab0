/** What is remembered as text under a name. */
export type DeviceStorage = {
  read(name: string): string | null;
  write(name: string, text: string): void;
  forget(name: string): void;
};

/**
 * The browser's storage, or memory where it is refused: a browser that blocks cookies throws at the
 * first touch of `localStorage`, a full one at the next write, and neither should stop the typing.
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
      const isKept = attempt((storage) => {
        storage.setItem(name, text);
        return true;
      });
      if (!isKept) memory.set(name, text);
    },
    forget(name) {
      memory.delete(name);
      attempt((storage) => storage.removeItem(name));
    },
  };
}
