import { writeDocument } from '../core/manifest/write-documents.ts';
import { encodePart } from '../core/text/encode-part.ts';
import { type Ask, isRecord, type Refusal } from './ask-api.ts';
import { inParallel, listOf, pathOf, type ServedKind } from './discover.ts';
import { trim } from './trim.ts';

/** The selection to load. */
export interface Choice {
  /** Null means all namespaces. */
  readonly namespaces: readonly string[] | null;
  readonly kinds: readonly ServedKind[];
}

export interface LoadProgress {
  /** The number of complete lists, of `total`. */
  readonly done: number;
  readonly total: number;
  /** The number of objects so far. */
  readonly objects: number;
}

/** A list that could not be read. */
interface NotRead {
  readonly kind: string;
  /** Null means the whole cluster. */
  readonly namespace: string | null;
  readonly refusal: Refusal;
}

/** The loaded objects, and the names of lists that could not be read. */
export interface Loaded {
  /** A stream of YAML documents, by namespace, kind and name. Objects of the whole cluster come first. */
  readonly text: string;
  readonly objects: number;
  readonly notRead: readonly NotRead[];
}

/** Objects in one answer. Further requests get the rest. */
const PAGE = 500;
/** Milliseconds of writing after which the page can process events. */
const TURN = 30;

type Fields = Readonly<Record<string, unknown>>;

interface Entry {
  readonly key: string;
  readonly object: Fields;
}

/** Reads all lists of a selection. Aborting the signal rejects with its reason. */
export async function loadCluster(
  ask: Ask,
  { namespaces, kinds }: Choice,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<Loaded> {
  const everywhere: readonly (string | null)[] = [null];
  const lists = kinds.flatMap((kind) =>
    (kind.namespaced && namespaces !== null ? namespaces : everywhere).map((namespace) => ({
      kind,
      namespace,
    })),
  );
  const entries: Entry[] = [];
  const notRead: NotRead[] = [];
  let done = 0;
  let objects = 0;
  const tell = () => onProgress({ done, total: lists.length, objects });
  tell();
  await inParallel(lists, async ({ kind, namespace }) => {
    const { items, refusal } = await readList(ask, kind, namespace, signal, (more) => {
      objects += more;
      tell();
    });
    for (const item of items) if (isWanted(item, kind, namespaces)) entries.push(entryOf(item, kind));
    if (refusal !== null) notRead.push({ kind: kind.kind, namespace, refusal });
    done++;
    tell();
  });
  entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return { text: await write(entries, signal), objects: entries.length, notRead };
}

/** Returns false for Namespace objects outside the selection. */
function isWanted(
  item: Fields,
  { kind, apiVersion }: ServedKind,
  namespaces: readonly string[] | null,
): boolean {
  if (namespaces === null || kind !== 'Namespace' || apiVersion !== 'v1') return true;
  return namespaces.includes(String(isRecord(item.metadata) ? item.metadata.name : ''));
}

function entryOf(item: Fields, { apiVersion, kind }: ServedKind): Entry {
  const object = trim(item, apiVersion, kind);
  const metadata = isRecord(object.metadata) ? object.metadata : {};
  // A space sorts before every character of a name.
  return { key: [metadata.namespace ?? '', kind, metadata.name ?? ''].join(' '), object };
}

interface ListRead {
  readonly items: readonly Fields[];
  /** Null when the list is complete. */
  readonly refusal: Refusal | null;
}

/**
 * Reads a list page by page. The pages before a refusal count. `onItems` receives the number of additional
 * items.
 */
async function readList(
  ask: Ask,
  { apiVersion, plural }: ServedKind,
  namespace: string | null,
  signal: AbortSignal,
  onItems: (more: number) => void,
): Promise<ListRead> {
  const scope = namespace === null ? '' : `/namespaces/${encodePart(namespace)}`;
  const path = `${pathOf(apiVersion)}${scope}/${plural}`;
  let items: Fields[] = [];
  let query = `?limit=${PAGE}`;
  for (;;) {
    const answer = await ask(`${path}${query}`, signal);
    if (!answer.ok) {
      if (answer.why !== 'expired' || query === '') return { items, refusal: answer };
      // The continuation token expired. Reads the list again, in one piece.
      onItems(-items.length);
      items = [];
      query = '';
      continue;
    }
    const page = listOf(answer.value.items);
    items = items.concat(page);
    onItems(page.length);
    const { metadata } = answer.value;
    const rest = isRecord(metadata) && typeof metadata.continue === 'string' ? metadata.continue : '';
    if (rest === '') return { items, refusal: null };
    query = `?${new URLSearchParams({ limit: String(PAGE), continue: rest })}`;
  }
}

async function write(entries: readonly Entry[], signal: AbortSignal): Promise<string> {
  const texts: string[] = [];
  let since = performance.now();
  for (const { object } of entries) {
    if (performance.now() - since > TURN) {
      await new Promise((turn) => setTimeout(turn));
      signal.throwIfAborted();
      since = performance.now();
    }
    texts.push(writeDocument(object));
  }
  return texts.join('---\n');
}
