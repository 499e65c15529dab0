import { registerSW } from 'virtual:pwa-register';

type Options = {
  /** Called when a new version of the app waits; it loads it. */
  readonly onReady: (load: () => void) => void;
  /** Before the page is loaded again, in this tab or because another one asked for it. */
  readonly flush: () => Promise<void>;
};

/**
 * Installs the service worker, which serves the app without a network. A browser looks for a new one
 * when a page is opened, and an installed app may stay open for weeks: so also when it is looked at.
 */
export function watchForUpdates({ onReady, flush }: Options): void {
  const load = registerSW({
    onNeedRefresh: () => onReady(() => void load()),
    onNeedReload: () => void flush().finally(() => window.location.reload()),
    onRegisteredSW(_, registration) {
      document.addEventListener('visibilitychange', () => {
        // Offline it fails, and the next look will do.
        if (document.visibilityState === 'visible') registration?.update().catch(() => undefined);
      });
    },
  });
}

/** Milliseconds for a new version to be fetched and to take over. */
const patience = 10_000;

/** Fetches the version that is out there, and lets it take over this page. */
export async function takeNewVersion(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration) return;
  await registration.update();
  const worker = registration.installing ?? registration.waiting;
  if (!worker) return;
  const hasTakenOver = new Promise((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    setTimeout(resolve, patience);
  });
  const skip = () => {
    if (worker.state === 'installed') worker.postMessage({ type: 'SKIP_WAITING' });
  };
  worker.addEventListener('statechange', skip);
  skip();
  await hasTakenOver;
}
