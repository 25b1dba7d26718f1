import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startEngine } from './state/engine.ts';
import { startPersistence } from './state/persistence.ts';
import { startPlaces } from './state/places.ts';
import { looksProxied } from './state/proxied.ts';
import { store } from './state/store.ts';
import { App } from './views/shell/app.tsx';
import { firstAnswer } from './views/shell/first-answer.ts';
import { loadTexts } from './views/ui/texts/use-texts.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

await startPersistence();
await startPlaces();
await loadTexts(store.getState().language).catch(() => undefined);
startEngine();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// Questions over all requests come after the first answer, and so does their code.
void firstAnswer()
  .then(() => import('./state/study.ts'))
  .then(({ startStudy }) => startStudy())
  // Without a connection in between, the first view that needs it fetches and starts it.
  .catch(() => undefined);

if (looksProxied(location)) {
  void firstAnswer()
    .then(() => import('./state/live.ts'))
    .then(({ lookForCluster }) => lookForCluster())
    // Where no code and no answer come, there is no cluster to load from.
    .catch(() => undefined);
}
