import { useSyncExternalStore } from 'react';
import { installOffer } from './install-offer.ts';

/** How the app can be installed here. Undefined where it is installed already, or cannot be. */
export type InstallOption =
  | { readonly by: 'button'; readonly install: () => void }
  | { readonly by: 'hand' };

/** Not in TypeScript's library: https://developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent */
type Offer = Event & { prompt(): Promise<unknown> };

export function useInstallOption(): InstallOption | undefined {
  const offer = useSyncExternalStore(subscribe, () => installOffer.offer) as Offer | undefined;
  if (isInstalled()) return undefined;
  if (offer) return { by: 'button', install: () => void promptInstall(offer) };
  return isIosSafari() ? { by: 'hand' } : undefined;
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('beforeinstallprompt', listener);
  window.addEventListener('appinstalled', dropOffer);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('beforeinstallprompt', listener);
    if (listeners.size === 0) window.removeEventListener('appinstalled', dropOffer);
  };
}

function dropOffer(): void {
  installOffer.offer = undefined;
  for (const listener of listeners) listener();
}

/** An offer can be used once. Someone who declines gets another when the browser decides so. */
async function promptInstall(offer: Offer): Promise<void> {
  await offer.prompt().catch(() => undefined);
  dropOffer();
}

function isInstalled(): boolean {
  return window.matchMedia?.('(display-mode: standalone)').matches || iosStandalone() === true;
}

/**
 * Safari on iOS makes no offer, but can install through Share. Other iOS browsers name themselves in the
 * user agent.
 */
function isIosSafari(): boolean {
  const { maxTouchPoints, userAgent } = navigator;
  return iosStandalone() === false && maxTouchPoints > 1 && !/(Cri|Fx|Edgi?)OS/.test(userAgent);
}

/** Safari only. */
function iosStandalone(): boolean | undefined {
  return (navigator as { readonly standalone?: boolean }).standalone;
}
