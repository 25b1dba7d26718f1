import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { NetworkOnly } from 'workbox-strategies';

declare const self: ServiceWorkerGlobalScope;

/**
 * Every file of the build, inserted by scripts/offline.mjs. A null revision means that the name changes with
 * the content.
 */
declare const PRECACHE: { readonly url: string; readonly revision: string | null }[];

/** Keeps one copy of the list in the bundle. */
const FILES = PRECACHE;

/** A message from the page to its worker. */
type Question = { readonly kind: 'take-over' } | { readonly kind: 'holds'; readonly url: string };

/** How long to wait for a slow network before the stored page opens. */
const NETWORK_PATIENCE_SECONDS = 4;

// The page itself comes from the network, so that users get the newest version. Without a network, the stored
// page opens with its files.
registerRoute(
  new NavigationRoute(
    new NetworkOnly({
      networkTimeoutSeconds: NETWORK_PATIENCE_SECONDS,
      plugins: [
        {
          fetchDidSucceed: async ({ response }) => {
            if (response.status >= 500) throw new Error(`the server answered ${response.status}`);
            return response;
          },
          handlerDidError: async () => matchPrecache('index.html'),
        },
      ],
    }),
    {
      allowlist: [
        new RegExp(`^${escaped(new URL(self.registration.scope).pathname)}(?:index\\.html)?(?:\\?|$)`),
      ],
    },
  ),
);
precacheAndRoute(FILES);
cleanupOutdatedCaches();

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  const question = event.data as Question;
  if (question.kind === 'take-over') void self.skipWaiting();
  else if (question.kind === 'holds') {
    const held = FILES.some(({ url }) => new URL(url, self.location.href).href === question.url);
    event.ports[0]?.postMessage(held);
  }
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
