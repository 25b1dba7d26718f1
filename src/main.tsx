import './trusted-types.ts';

import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { startEngine } from './state/engine.ts';
import { startPersistence } from './state/persistence.ts';
import { startPlaces } from './state/places.ts';
import { looksProxied } from './state/proxied.ts';
import { store } from './state/store.ts';
import { App } from './views/shell/app.tsx';
import { firstAnswer } from './views/ui/first-answer.ts';
import { loadTexts } from './views/ui/texts/use-texts.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

await startPersistence();
await startPlaces();
await loadTexts(store.getState().language).catch(() => undefined);
startEngine();
// A transition is drawn in short tasks, so the page can react in between.
startTransition(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);

/** Resolves when the browser has nothing better to do. */
function rest(): Promise<unknown> {
  if (!('requestIdleCallback' in window)) return new Promise((settle) => setTimeout(settle, 3000));
  return new Promise((settle) => requestIdleCallback(settle, { timeout: 10_000 }));
}

// Questions over all requests come after the first answer, and so does their code.
void firstAnswer()
  .then(() => import('./state/background-analysis.ts'))
  .then(({ startStudy }) => startStudy())
  .then(() => import('./views/shell/start-later.ts'))
  .then(({ startLater }) => startLater())
  .then(rest)
  .then(() => (store.getState().mode === 'edit' ? import('./state/abandoned-work.ts') : undefined))
  .then((abandoned) => abandoned?.listAbandonedWork())
  // In somebody else's page the reader has not asked for it.
  .then(() => (store.getState().mode === 'embed' ? undefined : import('./state/offline.ts')))
  .then((offline) => offline?.startOffline())
  // Without a connection in between, the first view that needs an answer fetches and starts the first of them.
  .catch(() => undefined);

if (looksProxied(location)) {
  void firstAnswer()
    .then(() => import('./state/live.ts'))
    .then(({ lookForCluster }) => lookForCluster())
    // Where no code and no answer come, there is no cluster to load from.
    .catch(() => undefined);
}
