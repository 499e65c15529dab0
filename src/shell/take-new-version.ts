import { withTimeout } from '../device/timeout.ts';

/** Milliseconds for a new version to be fetched and to take over. */
const patience = 10_000;

/** Fetches the version that is out there, and lets it take over from the one before. */
export async function takeNewVersion(): Promise<void> {
  const { serviceWorker } = navigator as Partial<Navigator>;
  if (!serviceWorker) return;
  const asked = withTimeout('storage', patience, serviceWorker.getRegistration());
  const registration = await asked.catch(() => undefined);
  // Offline, the one that was fetched before will do.
  if (registration)
    await withTimeout('network', patience, registration.update()).catch(() => undefined);
  const worker = registration?.installing ?? registration?.waiting;
  if (!worker) return;
  const hasTakenOver = new Promise<void>((resolve) => {
    const step = () => {
      if (worker.state === 'installed') worker.postMessage({ type: 'SKIP_WAITING' });
      if (worker.state === 'activated') resolve();
    };
    worker.addEventListener('statechange', step);
    step();
    setTimeout(resolve, patience);
  });
  await hasTakenOver;
}
