/**
 * The parts needed to send a form and show the result. Preloaded while the browser is idle: a
 * deployment may remove these chunks, or the network may go, before they are needed.
 */
const parts = [
  () => import('../pages/fill/draft-notice.tsx'),
  () => import('../form/kept-on-device.tsx'),
  () => import('../form/error-summary.tsx'),
  () => import('../form/not-delivered.tsx'),
  () => import('../pages/sent/sent-page.tsx'),
  () => import('../pages/sign-in/sign-in-page.tsx'),
  // The sign-in page says by its title which form is to be sent.
  () => import('#catalogue'),
];

/** Milliseconds to let the form render first, in browsers without `requestIdleCallback`. */
const delay = 200;

// A failed preload is retried when the part is rendered.
const load = () => parts.forEach((it) => void it().catch(() => undefined));

export function preloadParts({ requestIdleCallback }: Partial<Window>): void {
  if (requestIdleCallback) requestIdleCallback(load, { timeout: 1000 });
  else setTimeout(load, delay);
}
