import type { Refusal } from '../live/ask-api.ts';
import { askAt } from '../live/ask-api.ts';
import { type Discovery, discover, findVersion } from '../live/discover.ts';
import { type Choice, type Loaded, type LoadProgress, loadCluster } from '../live/load-cluster.ts';
import { instead } from './open-place.ts';
import { openTexts } from './open-texts.ts';
import { store, update } from './store.ts';

/** The file that holds the objects of a cluster. */
const FILE = 'cluster.yaml';

const ask = () => askAt(location.origin);

/**
 * Asks once whether an API server answers at the page's own origin. If it does, the page offers to load from
 * it.
 */
export async function lookForCluster(): Promise<void> {
  const version = await findVersion(ask(), new AbortController().signal);
  if (version !== null) update({ cluster: version });
}

/**
 * Returns what the cluster offers, or the reason why that cannot be read. Aborting the signal rejects the
 * promise.
 */
export function lookAtCluster(signal: AbortSignal): Promise<Discovery | Refusal> {
  return discover(ask(), signal);
}

/**
 * Replaces the present work with the objects of the cluster, after saving it. On the second load the tab
 * Changes compares with the objects of the first load. Aborting the signal rejects the promise and changes
 * nothing.
 */
export async function loadFromCluster(
  choice: Choice,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<Loaded> {
  const loaded = await loadCluster(ask(), choice, onProgress, signal);
  if (loaded.objects === 0) return loaded;
  const file = { name: FILE, text: loaded.text };
  const again = store.getState().files.some(({ name }) => name === FILE);
  if (again) openTexts([file], false);
  else await instead(() => openTexts([file], true));
  return loaded;
}
