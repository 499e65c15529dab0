/// <reference lib="webworker" />
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { filePaths, pageAt } from '../page-paths.ts';
import { outboxChannel } from '../outbox/delivery/background-sync.ts';
import { deliverInBackground } from './deliver-in-background.ts';
import { keptCodeReader } from './keep-code-reader.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: { url: string }[] };

/** Sent by Chromium once there is a network. TypeScript's library does not know it. */
type SyncEvent = ExtendableEvent & { readonly tag: string };

cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);
// People who open a file want it, not the app.
const files: readonly string[] = Object.values(filePaths);
registerRoute(
  // A frame in another site’s page needs the headers of its own address.
  ({ request, url }) =>
    request.mode === 'navigate' &&
    !files.includes(url.pathname) &&
    pageAt(url.pathname).page !== 'embed',
  createHandlerBoundToURL('index.html'),
);

registerRoute(
  ({ url }) => url.origin === self.location.origin && url.pathname.endsWith('.wasm'),
  ({ request }) => keptCodeReader(request),
);

// Take control of the page that installed it at once: its network may be gone a minute later.
self.addEventListener('activate', (event: ExtendableEvent) => {
  event.waitUntil(self.clients.claim());
});

// The page sends this when the person asks for the new version, so that no half-typed form is lost.
self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  const { type } = data as { readonly type?: string };
  if (type === 'SKIP_WAITING') void self.skipWaiting();
});

self.addEventListener('sync', (event) => {
  const sync = event as SyncEvent;
  if (sync.tag === outboxChannel) sync.waitUntil(deliverInBackground());
});
