import { isOpen, type Form } from '#core/form/define-form.ts';
import { pageAt } from '../page-paths.ts';

/**
 * The parts needed to send a form and show the result. Preloaded while the browser is idle: a
 * deployment may remove these chunks, or the network may go, before they are needed.
 */
const untilSent = [
  () => import('../pages/fill/draft-notice.tsx'),
  () => import('../form/kept-on-device.tsx'),
  () => import('../form/error-summary.tsx'),
  () => import('../form/not-delivered.tsx'),
  () => import('../pages/sent/sent-page.tsx'),
];

/** What only a form that needs an account may need: signing in, and what can go wrong with an account’s entries. */
const withAccount = [
  () => import('../pages/sent/shown-rarely.ts'),
  () => import('../pages/sign-in/sign-in-page.tsx'),
  // The sign-in page says by its title which form is to be sent.
  () => import('#catalogue'),
];

/** Milliseconds to let the form render first, in browsers without `requestIdleCallback`. */
const delay = 200;

// A failed preload is retried when the part is rendered.
const loadAll = (parts: readonly (() => Promise<unknown>)[]) =>
  parts.forEach((it) => void it().catch(() => undefined));

/** @param opened the form that is opened first, if a form is */
export function preloadParts(
  { requestIdleCallback, location }: Partial<Window> & Pick<Window, 'location'>,
  opened: Promise<Form | undefined> | '' | undefined,
): void {
  // Owners have come to read.
  if (/^(responses|share)/.test(pageAt(location.pathname).page ?? '')) return;
  const load = async () => {
    loadAll(untilSent);
    const form = (await opened) || undefined;
    if (!form || !isOpen(form)) loadAll(withAccount);
  };
  if (requestIdleCallback) requestIdleCallback(() => void load(), { timeout: 1000 });
  else setTimeout(() => void load(), delay);
}
