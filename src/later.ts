import { withTimeout } from './device/timeout.ts';
import { unreadView, type Outbox } from './outbox/outbox.ts';

/** Milliseconds for a part to arrive, after which it is as if it could not be loaded. */
const patience = 30_000;

type Asked = (...asked: never[]) => Promise<unknown>;

/** What of a thing can be asked before it is there: that which is waited for anyway. */
type Later<Part> = {
  [Name in keyof Part as Part[Name] extends Asked ? Name : never]: Part[Name];
};

/**
 * Stands in for what comes a moment after the form: each call waits for it.
 * @param otherwise the answer to each call when it could not be loaded at all
 * @param known what can be told without waiting
 */
export function later<Part extends object, Own extends object = object>(
  load: () => Promise<Part>,
  otherwise?: unknown,
  known = {} as Own,
): Later<Part> & Own {
  const values = new Map<string, unknown>(Object.entries(known));
  const get = (_: object, name: string) =>
    values.get(name) ??
    ((...asked: never[]) =>
      withTimeout('network', patience, load()).then(
        (part) => (part as Record<string, Asked>)[name]?.(...asked),
        () => otherwise,
      ));
  return new Proxy({}, { get }) as Later<Part> & Own;
}

/** The outbox is empty until it has been read, and its readers are told when it has. */
export function viewLater(load: () => Promise<Outbox>): Pick<Outbox, 'view' | 'subscribe'> {
  let loaded: Outbox | undefined;
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  async function read() {
    loaded = await load();
    loaded.subscribe(tell);
    tell();
  }
  // Without it nothing waits, as far as anybody can tell.
  read().catch(() => undefined);
  return {
    view: () => loaded?.view() ?? unreadView,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
