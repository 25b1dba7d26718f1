import { notify, store } from './store.ts';

/** A fragment that names a lesson, a step of one, or an example. */
const PLACE = /^#(lesson|example)\/([a-z0-9-]+)(?:\/(\d{1,2}))?$/;

/** Opens what the address names, now and whenever it changes; names the open lesson there. */
export async function startPlaces(): Promise<void> {
  store.subscribe((state, before) => {
    if (state.lesson === before.lesson) return;
    const fragment = state.lesson ? `#lesson/${state.lesson.name}/${state.lesson.step}` : '';
    if (fragment === '' && !PLACE.test(location.hash)) return;
    const address = location.pathname + location.search + fragment;
    // Each step is a place of its own that the browser's Back leads to; what the address named already is none.
    if (fragment === location.hash) return;
    if (returning) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
  });
  addEventListener('hashchange', () => void follow());
  await follow();
}

/** True while the page follows the address: then the address is not to follow the page. */
let returning = false;

async function follow(): Promise<void> {
  const { hash } = location;
  const [, kind, name = '', step] = PLACE.exec(hash) ?? [];
  if (kind === undefined) {
    // Back to where no lesson was open.
    if (hash === '' && store.getState().lesson) {
      const { leaveLesson } = await import('./lessons.ts');
      if (location.hash === hash) leaveLesson();
    }
    return;
  }
  const places = await import('./open-place.ts').catch(() => null);
  // Who goes back twice at once wants the second place only; it is followed by its own event.
  if (location.hash !== hash) return;
  returning = true;
  const opened = (await places?.openPlace(kind, name, Number(step ?? 1)).catch(() => false)) ?? false;
  returning = false;
  if (!opened) notify({ name: 'link-broken', parts: ['place'], nothing: true });
  // An example to edit is the user's own from here on: reloading must not bring back its first text.
  if (!opened || (kind === 'example' && store.getState().mode === 'edit'))
    history.replaceState(null, '', location.pathname + location.search);
}
