/**
 * What a form needs until it is sent, and what it says of that. Loaded while somebody begins to fill it
 * in: a deployment takes away what is not on the page by then, and the network may go.
 */
const parts = [
  () => import('../pages/about-keeping.tsx'),
  () => import('../form/error-summary.tsx'),
  () => import('../form/stuck.tsx'),
  () => import('../pages/sent.tsx'),
  () => import('../pages/sign-in.tsx'),
];

/** Milliseconds for the form to be drawn first, where the browser does not tell. */
const politeness = 200;

// What fails here is asked for again when it is drawn.
const load = () => parts.forEach((it) => void it().catch(() => undefined));

export function loadUntilSent({ requestIdleCallback }: Partial<Window>): void {
  if (requestIdleCallback) requestIdleCallback(load, { timeout: 1000 });
  else setTimeout(load, politeness);
}
