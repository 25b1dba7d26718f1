import { notify, store } from './store.ts';

/** A fragment that names a lesson, a step of one, or an example. */
const PLACE = /^#(lesson|example)\/([a-z0-9-]+)(?:\/(\d{1,2}))?$/;

/** Opens what the address names, now and whenever it changes; names the open lesson there. */
export async function startPlaces(): Promise<void> {
  store.subscribe((state, before) => {
    if (state.lesson === before.lesson) return;
    const fragment = state.lesson ? `#lesson/${state.lesson.name}/${state.lesson.step}` : '';
    if (fragment === '' && !PLACE.test(location.hash)) return;
    history.replaceState(null, '', location.pathname + location.search + fragment);
  });
  addEventListener('hashchange', () => void follow());
  await follow();
}

async function follow(): Promise<void> {
  const [, kind, name = '', step] = PLACE.exec(location.hash) ?? [];
  if (kind === undefined) return;
  const opened = await import('./open-place.ts')
    .then(({ openPlace }) => openPlace(kind, name, Number(step ?? 1)))
    .catch(() => false);
  if (!opened) notify({ name: 'link-broken', parts: ['place'], nothing: true });
  // An example to edit is the user's own from here on: reloading must not bring back its first text.
  if (!opened || (kind === 'example' && store.getState().mode === 'edit'))
    history.replaceState(null, '', location.pathname + location.search);
}
