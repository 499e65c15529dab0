import { withTimeout } from '../../device/timeout.ts';

/** Milliseconds for a new version to be fetched and activated. */
const timeout = 10_000;

/** Fetches the newest version and activates it. */
export async function activateUpdate(): Promise<void> {
  const { serviceWorker } = navigator as Partial<Navigator>;
  if (!serviceWorker) return;
  const lookup = withTimeout('storage', timeout, serviceWorker.getRegistration());
  const registration = await lookup.catch(() => undefined);
  // Offline, a version that was fetched earlier will do.
  if (registration)
    await withTimeout('network', timeout, registration.update()).catch(() => undefined);
  const worker = registration?.installing ?? registration?.waiting;
  if (!worker) return;
  const activated = new Promise<void>((resolve) => {
    const step = () => {
      if (worker.state === 'installed') worker.postMessage({ type: 'SKIP_WAITING' });
      if (worker.state === 'activated') resolve();
    };
    worker.addEventListener('statechange', step);
    step();
    setTimeout(resolve, timeout);
  });
  await activated;
}
