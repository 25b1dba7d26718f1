import {
  listWorks,
  loadEarlier,
  removeAllWorks,
  removeWorks,
  type WorkList,
} from '../share/earlier-works.ts';
import { remember, replaceWork } from './files.ts';
import { instead } from './open-place.ts';
import { workFrom } from './persistence.ts';
import { notify, store, update } from './store.ts';

/** Returns the list of earlier works. */
export function listEarlier(): Promise<WorkList | 'blocked'> {
  return listWorks();
}

/**
 * Shows an earlier work, after saving the present one. Returns false when the earlier work cannot be read.
 */
export async function openEarlier(id: number): Promise<boolean> {
  const reading = await loadEarlier(id);
  const work = reading && workFrom(reading);
  if (!work) return false;
  await instead(() => {
    const { history } = remember(store.getState());
    replaceWork(work);
    update({ history, highlightStep: work.highlightStep, tab: work.tab });
    notify({ name: 'work-restored' }, 'undo');
  });
  return true;
}

/** Deletes an earlier work. Returns false when the browser does not allow it. */
export async function removeEarlier(id: number): Promise<boolean> {
  return removeWorks([id]).then(
    () => true,
    () => false,
  );
}

/** Deletes all earlier works. Returns false when the browser does not allow it. */
export async function removeAllEarlier(): Promise<boolean> {
  return removeAllWorks().then(
    () => true,
    () => false,
  );
}
