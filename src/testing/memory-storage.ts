import { createDeviceStorage } from '../device/device-storage.ts';

/** A browser’s storage that nothing else can see. */
export function createMemory() {
  const stored = new Map<string, string>();
  const storage = createDeviceStorage(
    () =>
      ({
        getItem: (name) => stored.get(name) ?? null,
        setItem: (name, text) => void stored.set(name, text),
        removeItem: (name) => void stored.delete(name),
      }) as Storage,
  );
  return { ...storage, all: () => JSON.stringify([...stored]) };
}
