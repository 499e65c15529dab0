import type { CDPSession, Page } from 'playwright-core';

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

/** What the page has told the browser to do as soon as there is a network. */
export function syncsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const { sync } = (await navigator.serviceWorker.ready) as unknown as {
      readonly sync: { getTags(): Promise<readonly string[]> };
    };
    return sync.getTags();
  });
}
