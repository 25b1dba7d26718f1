import { AUTO } from '../core/profile/profile-names.ts';
import { EXAMPLE_IDS, loadExample } from './examples.ts';
import type { State } from './model.ts';
import { sameFiles } from './selectors.ts';

/**
 * Returns the fragment of the lesson's step or example that the page shows, such as `#lesson/ports/2`.
 * Returns null when the user has changed its manifests or its request.
 */
export async function placeFragment(state: State): Promise<string | null> {
  const { lesson, files, request, compare, profile } = state;
  if (lesson !== null) {
    const { hasLeftStep } = await import('./lessons.ts');
    return hasLeftStep(state) ? null : `#lesson/${lesson.name}/${lesson.step}`;
  }
  // An example has one file, named after the example.
  const id = EXAMPLE_IDS.find((each) => files.length === 1 && files[0]?.name === `${each}.yaml`);
  const example = id === undefined ? null : await loadExample(id);
  if (example === null || profile !== AUTO || compare !== example.compare) return null;
  const asked = new Map<string, unknown>(Object.entries(request));
  const isSame = Object.entries(example.request).every(([field, value]) => asked.get(field) === value);
  return isSame && sameFiles(files, example.files) ? `#example/${id}` : null;
}
