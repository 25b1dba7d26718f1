import type { SnapshotView } from '../core/answers/page-first-view.ts';
import type { Carried } from '../share/carried.ts';
import { keepWork } from '../share/earlier-works.ts';
import { titleOf } from './work-title.ts';

/**
 * Adds a work to the list of earlier works, named after what it declares. `view` is the view of its texts.
 */
export async function keepEarlier(carried: Carried, view: SnapshotView | null): Promise<boolean> {
  return keepWork(carried, {
    title: titleOf(view?.resources ?? [], carried.files),
    at: Date.now(),
    documents: view?.documents ?? null,
  });
}
