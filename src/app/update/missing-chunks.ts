import type { DeviceStorage } from '../../device/device-storage.ts';

const storageKey = 'formstead:reloaded-at';
/** Milliseconds: a second failure within them does not reload again. */
const minimumGap = 60_000;

type Deps = {
  readonly tab: DeviceStorage;
  readonly now: () => number;
  readonly flush: () => Promise<void>;
  /** Whether the page has input that is saved nowhere else. It is then not reloaded. */
  readonly hasUnsavedInput: () => boolean;
  /**
   * Throws when the new version cannot be fetched, because the network is missing. Must be loaded
   * already: as a chunk of its own it might be missing too.
   */
  readonly update: () => Promise<void>;
  readonly reload: () => void;
};

/**
 * A deployment removes the chunks of the version before it. A page that still runs the old version, and
 * asks for such a chunk, is updated and reloaded once, its input saved first. If the input cannot be
 * saved, the page goes on without the chunk. A second failure in a row is not a deployment's doing, and
 * the page reports it.
 */
export function recoverFromMissingChunks(
  window: Pick<Window, 'addEventListener'>,
  { tab, now, flush, hasUnsavedInput, update, reload }: Deps,
): void {
  // Its default is not prevented: `import()` would then give `undefined` to code that expects a module.
  window.addEventListener('vite:preloadError', () => {
    const last = Number(tab.read(storageKey) ?? 0);
    if (Math.abs(now() - last) < minimumGap || !navigator.onLine || hasUnsavedInput()) return;
    tab.write(storageKey, String(now()));
    void flush()
      .then(update)
      .then(
        // The person may have typed more meanwhile.
        () => hasUnsavedInput() || reload(),
        () => tab.forget(storageKey),
      );
  });
}
