import type { DeviceStorage } from '../device/storage.ts';

const record = 'formstead:reloaded-at';
/** Milliseconds in which a second failure is not met with a second reload. */
const once = 60_000;

type Deps = {
  readonly tab: DeviceStorage;
  readonly now: () => number;
  readonly flush: () => Promise<void>;
  /** Whether something typed is on the page and nowhere else: then nothing is loaded again. */
  readonly isTypedHere: () => boolean;
  /**
   * Throws when the new version cannot be fetched: then it is the network that is missing. Part of no
   * chunk that is still to be loaded, or it would be as missing as the one it is for.
   */
  readonly update: () => Promise<void>;
  readonly reload: () => void;
};

/**
 * A deployment takes away the parts of the version before it. Whoever still has that version open and
 * asks for such a part gets the new version, once; what was typed is kept. Where it cannot be, the page
 * goes on without that part. A second failure in a row is no deployment, and the page says so.
 */
export function recoverFromMissingChunks(
  window: Pick<Window, 'addEventListener'>,
  { tab, now, flush, isTypedHere, update, reload }: Deps,
): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(tab.read(record) ?? 0);
    if (Math.abs(now() - last) < once || !navigator.onLine || isTypedHere()) return;
    event.preventDefault();
    tab.write(record, String(now()));
    void flush()
      .then(update)
      .then(
        // They may have gone on typing meanwhile.
        () => isTypedHere() || reload(),
        () => tab.forget(record),
      );
  });
}
