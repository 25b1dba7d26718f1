import { notify, store } from './store.ts';

/** A fragment that names a lesson, a step of a lesson, or an example. */
export const PLACE = /^#(lesson|example)\/([a-z0-9-]+)(?:\/(\d{1,2}))?$/;

/**
 * Opens the place that the address names, now and on each change of the address. Writes the open lesson into
 * the address.
 */
export async function startPlaces(): Promise<void> {
  store.subscribe((state, before) => {
    if (state.lesson === before.lesson) return;
    const fragment = state.lesson ? `#lesson/${state.lesson.name}/${state.lesson.step}` : '';
    if (fragment === '' && !PLACE.test(location.hash)) return;
    const address = location.pathname + location.search + fragment;
    // Each step gets an entry in the browser's history, unless the address already names it.
    if (fragment === location.hash) return;
    if (returning) history.replaceState(history.state, '', address);
    else history.pushState(null, '', address);
  });
  addEventListener('hashchange', () => void follow());
  await follow();
}

/** True while the page follows the address. The address must not follow the page then. */
let returning = false;

/** Returns true while the page opens the place that its address names. */
export function followsAddress(): boolean {
  return returning;
}

async function follow(): Promise<void> {
  const { hash } = location;
  const [, kind, name = '', step] = PLACE.exec(hash) ?? [];
  if (kind === undefined) {
    // Goes back to the state without a lesson.
    if (hash === '' && store.getState().lesson) {
      const { leaveLesson } = await import('./lessons.ts');
      if (location.hash === hash) leaveLesson();
    }
    return;
  }
  const places = await import('./open-place.ts').catch(() => null);
  // After two quick steps back only the second place counts. Its own event opens it.
  if (location.hash !== hash) return;
  returning = true;
  const opened = (await places?.openPlace(kind, name, Number(step ?? 1)).catch(() => false)) ?? false;
  returning = false;
  if (!opened) notify({ name: 'link-broken', parts: ['place'], nothing: true });
  // From here on an example to edit is the user's own work. A reload must not restore its first text.
  if (!opened || (kind === 'example' && store.getState().mode === 'edit'))
    history.replaceState(history.state, '', location.pathname + location.search);
}
