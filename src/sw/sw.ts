/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

/**
 * The service worker: the app's own files and nothing else. It caches no answer of the server (phones are shared), touches no
 * request that is not GET, and holds no database handle. A new version waits until the app says that the moment is safe.
 */
declare const self: ServiceWorkerGlobalScope;

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/api\//, /^\/f\//, /^\/c\//, /^\/v\//, /^\/\.well-known\//, /\/[^/?]+\.[^/]+$/],
  }),
);

// Fonts of scripts that not every phone needs: the app keeps those it needs, beside the app's files.
registerRoute(
  ({ url }) => /^\/assets\/noto-[^/]+\.woff2$/.test(url.pathname),
  async ({ request }) => (await caches.match(request)) ?? fetch(request),
);

self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  if (data?.type === 'SKIP_WAITING') void self.skipWaiting();
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
