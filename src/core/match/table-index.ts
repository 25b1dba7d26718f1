import type { Condition } from '../ir/condition.ts';
import type { RouteEntry, RouteTable } from '../ir/table.ts';
import { holds } from './conditions.ts';
import { indexKeyOf, languageKindOf } from './operators/operators.ts';
import { joinValues } from './repeated-headers.ts';
import type { WholeRequestView } from './request-view.ts';

/**
 * Finds the first entry of a table that holds, without trying every entry. Entries are grouped by their path,
 * then by one of their headers. Each group keeps the order of the table, and the earliest hit of all groups
 * wins, regardless of the criteria behind the order.
 */
export interface TableIndex {
  find(view: WholeRequestView): RouteEntry | null;
  /** Returns the places in the table of all entries that hold, in order. */
  findAll(view: WholeRequestView): readonly number[];
}

interface Ranked {
  readonly order: number;
  readonly entry: RouteEntry;
  /** The conditions that the group does not already check. */
  readonly rest: readonly Condition[];
}

interface Group {
  /** Distinguishes a group from a single entry. */
  readonly order: -1;
  /** Entries without an exact header condition to group by, in order. */
  readonly plain: Ranked[];
  /** The entries by header name and value, in order. Null if no entry has a header condition. */
  byHeader: Map<string, Map<string, Ranked[]>> | null;
}

/**
 * The entries at a path. The most frequent case by far is one entry without other conditions. It is stored
 * without a group, so that a search in a large table touches less memory.
 */
type Slot = Ranked | Group;

const isGroup = (slot: Slot): slot is Group => slot.order < 0;

const indexes = new WeakMap<RouteTable, TableIndex>();

/** Returns the index of a table. It is created on first use and kept as long as the table. */
export function indexTable(table: RouteTable): TableIndex {
  const known = indexes.get(table);
  if (known) return known;
  const index = buildIndex(table);
  indexes.set(table, index);
  return index;
}

/** A node of the tree of path elements: the entries that cover everything below, and the child nodes. */
interface PathNode {
  prefix: Slot | null;
  /** Null for a leaf. Most nodes are leaves, so that large tables need little memory. */
  below: Map<string, PathNode> | null;
}

function newNode(): PathNode {
  return { prefix: null, below: null };
}

function buildIndex(table: RouteTable): TableIndex {
  const root = newNode();
  const exact = new Map<string, Slot>();
  const others = newGroup();
  let hasOthers = false;
  /** The order of the first entry without an exact path. An exact hit before it ends the search. */
  let firstOther = table.entries.length;
  table.entries.forEach((entry, order) => {
    const path = entry.conditions.find((condition) => condition.of === 'path');
    const key = path === undefined ? null : indexKeyOf(path);
    if (path === undefined || key === null) {
      hasOthers = true;
      firstOther = Math.min(firstOther, order);
      place(others, { order, entry, rest: entry.conditions });
      return;
    }
    const ranked = { order, entry, rest: without(entry.conditions, path) };
    switch (key.kind) {
      case 'value':
        exact.set(key.value, placed(exact.get(key.value) ?? null, ranked));
        break;
      case 'path-prefix': {
        firstOther = Math.min(firstOther, order);
        const node = key.prefix === '' ? root : nodeAt(root, key.prefix);
        node.prefix = placed(node.prefix, ranked);
        break;
      }
      default:
        key satisfies never;
    }
  });
  return {
    find(view) {
      const { path } = view;
      let best: Ranked | null = null;
      const same = exact.get(path);
      if (same !== undefined) {
        best = search(same, view, best);
        if (best !== null && best.order < firstOther) return best.entry;
      }
      const covering = slotsCovering(root, path);
      if (hasOthers) best = search(others, view, best);
      for (let at = covering.length - 1; at >= 0; at--) best = search(covering[at] as Slot, view, best);
      return best === null ? null : best.entry;
    },
    findAll(view) {
      const { path } = view;
      const found: number[] = [];
      const same = exact.get(path);
      if (same !== undefined) collect(same, view, found);
      for (const slot of slotsCovering(root, path)) collect(slot, view, found);
      if (hasOthers) collect(others, view, found);
      if (found.length < 2) return found;
      found.sort((a, b) => a - b);
      // A header that a request repeats with the same value leads to the same entries twice.
      return found.filter((order, at) => order !== found[at - 1]);
    },
  };
}

/**
 * Returns the slots of the prefixes that cover a path, the shortest first. A prefix covers whole path
 * elements, so they are on the way of the path down the tree.
 */
function slotsCovering(root: PathNode, path: string): readonly Slot[] {
  const covering: Slot[] = [];
  let node: PathNode | undefined = root;
  if (root.prefix !== null) covering.push(root.prefix);
  let start = 0;
  while (node !== undefined && start <= path.length) {
    const slash: number = path.indexOf('/', start);
    const end = slash < 0 ? path.length : slash;
    node = node.below === null ? undefined : node.below.get(path.slice(start, end));
    if (node !== undefined && node.prefix !== null) covering.push(node.prefix);
    start = end + 1;
  }
  return covering;
}

function nodeAt(root: PathNode, path: string): PathNode {
  let node = root;
  for (const element of path.split('/')) {
    node.below ??= new Map();
    const known = node.below.get(element);
    if (known) {
      node = known;
      continue;
    }
    const fresh = newNode();
    node.below.set(element, fresh);
    node = fresh;
  }
  return node;
}

function newGroup(): Group {
  return { order: -1, plain: [], byHeader: null };
}

function without(conditions: readonly Condition[], condition: Condition): readonly Condition[] {
  return conditions.length === 1 ? NOTHING : conditions.filter((each) => each !== condition);
}

const NOTHING: readonly Condition[] = [];

/** Returns the slot of a path with one more entry. Entries are added in the order of the table. */
function placed(slot: Slot | null, ranked: Ranked): Slot {
  if (slot === null && ranked.rest.length === 0) return ranked;
  const group = slot !== null && isGroup(slot) ? slot : newGroup();
  if (slot !== null && !isGroup(slot)) place(group, slot);
  place(group, ranked);
  return group;
}

function place(group: Group, ranked: Ranked): void {
  const header = ranked.rest.find(
    (condition) => condition.of === 'header' && languageKindOf(condition) === 'value',
  );
  if (header === undefined) {
    group.plain.push(ranked);
    return;
  }
  group.byHeader ??= new Map();
  const values = group.byHeader.get(header.name) ?? new Map<string, Ranked[]>();
  group.byHeader.set(header.name, values);
  const list = values.get(header.value);
  if (list) list.push(ranked);
  else values.set(header.value, [ranked]);
}

function search(slot: Slot, view: WholeRequestView, best: Ranked | null): Ranked | null {
  if (!isGroup(slot)) return best !== null && best.order < slot.order ? best : slot;
  const group = slot;
  let found = firstThatHolds(group.plain, view, best);
  if (group.byHeader !== null) {
    for (const list of listsByHeader(group.byHeader, view)) found = firstThatHolds(list, view, found);
  }
  return found;
}

/** Adds the places of all entries of a slot that hold. */
function collect(slot: Slot, view: WholeRequestView, found: number[]): void {
  if (!isGroup(slot)) {
    found.push(slot.order);
    return;
  }
  for (const { order, rest } of slot.plain) if (allHold(rest, view)) found.push(order);
  if (slot.byHeader === null) return;
  for (const list of listsByHeader(slot.byHeader, view)) {
    for (const { order, rest } of list) if (allHold(rest, view)) found.push(order);
  }
}

/** Returns the lists of entries whose header condition a request may satisfy. */
function listsByHeader(
  byHeader: ReadonlyMap<string, ReadonlyMap<string, readonly Ranked[]>>,
  view: WholeRequestView,
): readonly (readonly Ranked[])[] {
  const lists: (readonly Ranked[])[] = [];
  const headers = view.headers();
  // A table may have more names than a request.
  const names = headers.size < byHeader.size ? headers : byHeader;
  for (const name of names.keys()) {
    const [asked, values] = [headers.get(name), byHeader.get(name)];
    if (asked === undefined || values === undefined) continue;
    for (const value of asked) {
      const list = values.get(value);
      if (list) lists.push(list);
    }
    // A repeated header may also be compared as joined.
    if (asked.length > 1) {
      const list = values.get(joinValues(asked));
      if (list) lists.push(list);
    }
  }
  return lists;
}

function firstThatHolds(list: readonly Ranked[], view: WholeRequestView, best: Ranked | null): Ranked | null {
  for (const ranked of list) {
    if (best !== null && ranked.order > best.order) return best;
    if (allHold(ranked.rest, view)) return ranked;
  }
  return best;
}

function allHold(conditions: readonly Condition[], view: WholeRequestView): boolean {
  for (const condition of conditions) if (!holds(condition, view)) return false;
  return true;
}
