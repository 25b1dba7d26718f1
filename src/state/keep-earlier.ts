import type { SnapshotView } from '../core/answers/page-first-view.ts';
import type { Carried } from '../share/carried.ts';
import { keepWork } from '../share/earlier-works.ts';
import { titleOf } from './work-title.ts';

/** Puts a work into the list of earlier ones, named after what it declares; `view` is what is known about its texts. */
export async function keepEarlier(carried: Carried, view: SnapshotView | null): Promise<boolean> {
  return keepWork(carried, {
    title: titleOf(view?.resources ?? [], carried.files),
    at: Date.now(),
    documents: view?.documents ?? null,
  });
}
