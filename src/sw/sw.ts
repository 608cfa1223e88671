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

// The desk is no volunteer's: a phone that is to be ready offline does not wait for it. Whoever coordinates fetches it after that, once a version.
const desk = 'desk';
registerRoute(
  ({ url }) => /^\/assets\/(desk|library)-[^/]+\.(js|css)$/.test(url.pathname),
  async ({ request }) => (await caches.match(request)) ?? kept(request),
);

async function kept(request: Request): Promise<Response> {
  const response = await fetch(request);
  if (response.ok) await (await caches.open(desk)).put(request, response.clone());
  return response;
}

self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  if (data?.type === 'SKIP_WAITING') void self.skipWaiting();
});

// What is kept of the desk is of the version before.
self.addEventListener('activate', (event) => event.waitUntil(Promise.all([caches.delete(desk), self.clients.claim()])));
