import type { Session } from '../cloud/session.ts';

/** What whoever fills a form needs next, be it without a network. */
const next = [
  () => import('../pages/sent.tsx'),
  () => import('../pages/about-keeping.tsx'),
  () => import('../pages/outbox.tsx'),
  () => import('../form/error-summary.tsx'),
  () => import('../form/stuck.tsx'),
];

/** Milliseconds in which the first page has the network and the processor for itself. */
const politeness = 1000;

/** What the first page does not wait for. */
export function prepareLater(session: Pick<Session, 'person' | 'check'>): void {
  setTimeout(() => {
    // On a first visit nothing is installed yet.
    if (!navigator.serviceWorker?.controller)
      for (const part of next) part().catch(() => undefined);
    // Once Amplify is there, the record of who is signed in is checked.
    if (session.person()) void session.check();
  }, politeness);
}
