import { withTimeout } from '../device/timeout.ts';
import { unreadView, type Outbox } from '../outbox/outbox.ts';

/** Milliseconds for a part to load, after which it counts as failed. */
const timeout = 30_000;

type AsyncMethod = (...args: never[]) => Promise<unknown>;

/** The asynchronous methods of a part: only they can be called before it has loaded. */
type Deferred<Part> = {
  [Name in keyof Part as Part[Name] extends AsyncMethod ? Name : never]: Part[Name];
};

/**
 * A stand-in for a part of the app that loads just after the form: each call waits for it.
 * @param fallback what each call returns when the part could not be loaded
 * @param immediate values that are available without waiting
 */
export function deferred<Part extends object, Immediate extends object = object>(
  load: () => Promise<Part>,
  fallback?: unknown,
  immediate = {} as Immediate,
): Deferred<Part> & Immediate {
  const values = new Map<string, unknown>(Object.entries(immediate));
  const get = (_: object, name: string) =>
    values.get(name) ??
    ((...args: never[]) =>
      withTimeout('network', timeout, load()).then(
        (part) => (part as Record<string, AsyncMethod>)[name]?.(...args),
        () => fallback,
      ));
  return new Proxy({}, { get }) as Deferred<Part> & Immediate;
}

/** An empty outbox until the real one has been read; subscribers are then notified. */
export function deferredView(load: () => Promise<Outbox>): Pick<Outbox, 'view' | 'subscribe'> {
  let loaded: Outbox | undefined;
  const listeners = new Set<() => void>();
  const notify = () => listeners.forEach((listener) => listener());
  async function read() {
    loaded = await load();
    loaded.subscribe(notify);
    notify();
  }
  // If it cannot be loaded, the outbox stays empty.
  read().catch(() => undefined);
  return {
    view: () => loaded?.view() ?? unreadView,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
