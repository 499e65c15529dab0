import { useSyncExternalStore } from 'react';
import { early } from './early.ts';

/** How the app can be installed here; nothing where it is installed, or where it cannot be. */
export type Installing =
  | { readonly by: 'button'; readonly install: () => void }
  | { readonly by: 'hand' };

/** Not in TypeScript's library: https://developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent */
type Offer = Event & { prompt(): Promise<unknown> };

export function useInstalling(): Installing | undefined {
  const offer = useSyncExternalStore(subscribe, () => early.offer) as Offer | undefined;
  if (isInstalled()) return undefined;
  if (offer) return { by: 'button', install: () => void take(offer) };
  return isIosSafari() ? { by: 'hand' } : undefined;
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('beforeinstallprompt', listener);
  window.addEventListener('appinstalled', drop);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('beforeinstallprompt', listener);
    if (listeners.size === 0) window.removeEventListener('appinstalled', drop);
  };
}

function drop(): void {
  early.offer = undefined;
  for (const listener of listeners) listener();
}

/** An offer can be taken once. Who declines is offered it again when the browser sees fit. */
async function take(offer: Offer): Promise<void> {
  await offer.prompt().catch(() => undefined);
  drop();
}

function isInstalled(): boolean {
  return window.matchMedia?.('(display-mode: standalone)').matches || iosStandalone() === true;
}

/** Safari on a phone or tablet offers nothing, and yet can: by Share. The other browsers there name themselves. */
function isIosSafari(): boolean {
  const { maxTouchPoints, userAgent } = navigator;
  return iosStandalone() === false && maxTouchPoints > 1 && !/(Cri|Fx|Edgi?)OS/.test(userAgent);
}

/** Known to Safari only. */
function iosStandalone(): boolean | undefined {
  return (navigator as { readonly standalone?: boolean }).standalone;
}
