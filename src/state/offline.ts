import { notify } from './store.ts';

/** How often an open page asks for a new version, in milliseconds. */
const LOOK_AGAIN = 60 * 60 * 1000;
/** How long the page waits for the answer of a worker. */
const PATIENCE = 3000;

let reloading = false;

/**
 * Stores the page and all its files, so that it opens without a network. `data-offline="ready"` at the
 * document means that everything is stored. Does nothing when the browser does not support it or the reader
 * saves data.
 */
export async function startOffline(): Promise<void> {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  if (import.meta.env.DEV || !('serviceWorker' in navigator) || connection?.saveData) return;
  const { serviceWorker } = navigator;
  // A private window or a policy can forbid it. The page works without it.
  const registration = await serviceWorker.register('./sw.js').catch(() => undefined);
  if (!registration) return;
  void serviceWorker.ready.then(() => {
    document.documentElement.dataset.offline = 'ready';
  });
  const { controller } = serviceWorker;
  if (registration.waiting && controller) void offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const next = registration.installing;
    next?.addEventListener('statechange', () => {
      if (next.state === 'installed' && serviceWorker.controller) void offer(next);
    });
  });
  let controlled = controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (reloading) location.reload();
    // Another window took over, and the store does not hold files of this version any more.
    else if (controlled && serviceWorker.controller) void offer(serviceWorker.controller);
    controlled = true;
  });
  let looked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - looked < LOOK_AGAIN) return;
    looked = Date.now();
    // Without a network there is no new version to find.
    void registration.update().catch(() => undefined);
  });
}

/** Switches to the version that waits. */
export async function takeUpdate(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration?.waiting) {
    location.reload();
    return;
  }
  reloading = true;
  registration.waiting.postMessage({ kind: 'take-over' });
}

/** Offers the version of a worker, unless the page already has that version. */
async function offer(worker: ServiceWorker): Promise<void> {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
  if (script && (await holds(worker, script.src))) return;
  notify({ name: 'update-ready' }, 'reload');
}

function holds(worker: ServiceWorker, url: string): Promise<boolean> {
  return new Promise((settle) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => settle(data === true);
    setTimeout(() => settle(false), PATIENCE);
    worker.postMessage({ kind: 'holds', url }, [port2]);
  });
}
