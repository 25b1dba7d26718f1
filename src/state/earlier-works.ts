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

/** The list of earlier works. */
export function listEarlier(): Promise<WorkList | 'blocked'> {
  return listWorks();
}

/** Shows an earlier work; the present one is kept first. False: it cannot be read. */
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

/** Throws an earlier work away; false when the browser does not let us. */
export async function removeEarlier(id: number): Promise<boolean> {
  return removeWorks([id]).then(
    () => true,
    () => false,
  );
}

/** Throws all earlier works away; false when the browser does not let us. */
export async function removeAllEarlier(): Promise<boolean> {
  return removeAllWorks().then(
    () => true,
    () => false,
  );
}
