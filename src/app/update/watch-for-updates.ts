import { registerSW } from 'virtual:pwa-register';
import { trustScript } from '../../device/trusted-scripts.ts';

trustScript('/service-worker.js');

type Options = {
  /** Called when a new version is ready; `load` switches to it. */
  readonly onReady: (load: () => void) => void;
  /** Called before the page reloads, whichever tab asked for that. */
  readonly flush: () => Promise<void>;
  /** Whether the page has input that is saved nowhere else. */
  readonly hasUnsavedInput: () => boolean;
  /** `activateUpdate`. Passed, because importing it would cost everybody 0.4 kB: docs/decisions/0040. */
  readonly activate: () => Promise<void>;
};

/**
 * Registers the service worker, which serves the app offline. Browsers check for updates when a page
 * opens. An installed app may stay open for weeks, so this also checks when it becomes visible.
 */
export function watchForUpdates({ onReady, flush, hasUnsavedInput, activate }: Options): void {
  const reload = () => void flush().finally(() => window.location.reload());
  registerSW({
    // Done here, because a page that no service worker controls yet is not notified when a new one takes over.
    onNeedRefresh: () => onReady(() => void activate().finally(reload)),
    // Another tab switched to the new version. This tab may be in the middle of something.
    onNeedReload: () => (hasUnsavedInput() ? onReady(reload) : reload()),
    onRegisteredSW(_, registration) {
      document.addEventListener('visibilitychange', () => {
        // Fails offline; the next time will do.
        if (document.visibilityState === 'visible') registration?.update().catch(() => undefined);
      });
    },
  });
}
