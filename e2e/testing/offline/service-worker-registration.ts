import type { CDPSession } from 'playwright-core';

/** The id of the app's service worker for DevTools, which can then wake it without a window. */
export async function registrationOf(devtools: CDPSession, appUrl: string): Promise<string> {
  const registered = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [registration] = registrations.filter((it) => it.scopeURL.startsWith(appUrl));
      if (registration) resolve(registration.registrationId);
    });
  });
  await devtools.send('ServiceWorker.enable');
  return registered;
}
