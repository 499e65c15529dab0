import { registerSW } from 'virtual:pwa-register';
import { takeNewVersion } from './take-new-version.ts';
import { trustServiceWorkerAlone } from './trusted-types.ts';

trustServiceWorkerAlone();

type Options = {
  /** Called when a new version of the app waits; it loads it. */
  readonly onReady: (load: () => void) => void;
  /** Before the page is loaded again, in this tab or because another one asked for it. */
  readonly flush: () => Promise<void>;
  /** Whether something typed is on the page and nowhere else. */
  readonly isTypedHere: () => boolean;
};

/**
 * Installs the service worker, which serves the app without a network. A browser looks for a new one
 * when a page is opened, and an installed app may stay open for weeks: so also when it is looked at.
 */
export function watchForUpdates({ onReady, flush, isTypedHere }: Options): void {
  const reload = () => void flush().finally(() => window.location.reload());
  registerSW({
    // By hand, because a page without a service worker of its own yet is not told who has taken over.
    onNeedRefresh: () => onReady(() => void takeNewVersion().finally(reload)),
    // Another tab has taken it: this one may be in the middle of something.
    onNeedReload: () => (isTypedHere() ? onReady(reload) : reload()),
    onRegisteredSW(_, registration) {
      document.addEventListener('visibilitychange', () => {
        // Offline it fails, and the next look will do.
        if (document.visibilityState === 'visible') registration?.update().catch(() => undefined);
      });
    },
  });
}
