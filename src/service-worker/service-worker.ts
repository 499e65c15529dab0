/// <reference lib="webworker" />
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { outboxName } from '../outbox/announce.ts';
import { deliverInBackground } from './deliver-in-background.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: { url: string }[] };

/** As Chromium sends it once there is a network. TypeScript's library does not know it. */
type SyncEvent = ExtendableEvent & { readonly tag: string };

cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('index.html'), {
    // A person who opens it wants to read it, and not the app.
    denylist: [/^\/openapi\.json$/],
  }),
);

// The page that installed it is served by it from then on: its network may be gone a minute later.
self.addEventListener('activate', (event: ExtendableEvent) => {
  event.waitUntil(self.clients.claim());
});

// The page asks once the person has: never under a half-typed form.
self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  const { type } = data as { readonly type?: string };
  if (type === 'SKIP_WAITING') void self.skipWaiting();
});

self.addEventListener('sync', (event) => {
  const sync = event as SyncEvent;
  if (sync.tag === outboxName) sync.waitUntil(deliverInBackground());
});
