import { registerSW } from 'virtual:pwa-register';

/**
 * Installs the service worker, which serves the app without a network. A browser looks for a new one
 * when a page is opened, and an installed app may stay open for weeks: so also when it is looked at.
 */
export function watchForUpdates(onReady: (reload: () => void) => void): void {
  const update = registerSW({
    onNeedRefresh: () => onReady(() => void update()),
    onRegisteredSW(_, registration) {
      document.addEventListener('visibilitychange', () => {
        // Offline it fails, and the next look will do.
        if (document.visibilityState === 'visible') registration?.update().catch(() => undefined);
      });
    },
  });
}
