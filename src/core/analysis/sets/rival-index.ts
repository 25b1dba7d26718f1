import type { Condition } from '../../ir/condition.ts';
import type { RouteEntry } from '../../ir/table.ts';
import { facetOf } from '../../match/facets.ts';
import type { IndexKey } from '../../match/operators/operator.ts';
import { indexKeyOf, languageKindOf } from '../../match/operators/operators.ts';

/** An entry with its position in the table. */
export interface Ranked {
  readonly order: number;
  readonly entry: RouteEntry;
}

/**
 * Finds the entries of a table that may match some requests together with a given entry, without trying every
 * pair. By path: prefixes on the way to it and everything below it. Then by the exact values that both
 * require, which must be equal. Entries that are left out share no request. The caller decides about patterns
 * and wildcards.
 */
export interface RivalIndex {
  /**
   * Calls `visit` for every entry before the position `end` that may overlap `entry`, until it returns true.
   */
  each(entry: RouteEntry, end: number, visit: (rival: Ranked) => boolean): void;
}

/** Entries with exact values for the same parts. */
interface SameQuestions {
  readonly keys: readonly string[];
  readonly entries: Ranked[];
  /** The entries by their values for some of the keys. Created on first use. */
  readonly projections: Map<string, Map<string, Ranked[]>>;
}

type Group = Map<string, SameQuestions>;

/** The input of a search: entries before a position with equal values where both have one. */
interface Asked {
  readonly values: ReadonlyMap<string, string>;
  readonly end: number;
  readonly visit: (rival: Ranked) => boolean;
}

interface Node {
  readonly below: Map<string, Node>;
  /** Entries whose prefix ends here. */
  readonly prefix: Ranked[];
  /** Entries whose exact path ends here. */
  readonly exact: Ranked[];
  prefixGroup: Group | null;
  exactGroup: Group | null;
  /** Everything strictly below, and exact paths that end here. Created on first use. */
  belowGroup: Group | null;
}

/** Returns the index over all entries, or over those of one space of requests. */
export function indexRivals(entries: readonly Ranked[]): RivalIndex {
  const root = newNode();
  const others: Ranked[] = [];
  for (const ranked of entries) {
    const path = pathKeyOf(ranked.entry);
    if (path === null) others.push(ranked);
    else if (path.kind === 'value') nodeAt(root, path.value).exact.push(ranked);
    else nodeAt(root, path.prefix).prefix.push(ranked);
  }
  const otherGroup = groupOf(others);
  let everything: Group | null = null;
  return {
    each(entry, end, visit) {
      const asked: Asked = { values: exactValues(entry), end, visit };
      const path = pathKeyOf(entry);
      if (path === null) {
        everything ??= groupOf(entries);
        search(everything, asked);
        return;
      }
      if (search(otherGroup, asked)) return;
      const value = path.kind === 'value' ? path.value : path.prefix;
      let node: Node | undefined = root;
      for (const element of elementsOf(value)) {
        if (prefixesAt(node, asked)) return;
        node = node.below.get(element);
        if (node === undefined) return;
      }
      if (prefixesAt(node, asked)) return;
      if (path.kind === 'value') {
        node.exactGroup ??= groupOf(node.exact);
        search(node.exactGroup, asked);
      } else {
        node.belowGroup ??= groupOf(collectBelow(node));
        search(node.belowGroup, asked);
      }
    },
  };
}

function prefixesAt(node: Node, asked: Asked): boolean {
  if (node.prefix.length === 0) return false;
  node.prefixGroup ??= groupOf(node.prefix);
  return search(node.prefixGroup, asked);
}

function newNode(): Node {
  return { below: new Map(), prefix: [], exact: [], prefixGroup: null, exactGroup: null, belowGroup: null };
}

/**
 * Returns the elements between slashes. The root has none. `/a/` is `a` and an empty element: a path below
 * `/a`.
 */
function elementsOf(path: string): readonly string[] {
  return path === '' ? [] : path.replace(/^\//, '').split('/');
}

function nodeAt(root: Node, path: string): Node {
  let node = root;
  for (const element of elementsOf(path)) {
    const known = node.below.get(element) ?? newNode();
    node.below.set(element, known);
    node = known;
  }
  return node;
}

function collectBelow(node: Node): readonly Ranked[] {
  const found = [...node.exact];
  const stack = [...node.below.values()];
  while (stack.length > 0) {
    const each = stack.pop() as Node;
    found.push(...each.prefix, ...each.exact);
    stack.push(...each.below.values());
  }
  return found.sort((a, b) => a.order - b.order);
}

/** Returns the place of an entry in the tree of paths. Returns null if it can match any path. */
function pathKeyOf(entry: RouteEntry): IndexKey | null {
  const path = entry.conditions.find((condition) => condition.of === 'path');
  return path === undefined ? null : indexKeyOf(path);
}

/** Returns true if a condition requires one value of a part other than the path. */
function isExactBesidePath(condition: Condition): boolean {
  const part = facetOf(condition.of)?.part(condition.name) ?? null;
  return part !== null && part !== 'path' && languageKindOf(condition) === 'value';
}

/** Returns the exact values that an entry requires, without the path. */
function exactValues(entry: RouteEntry): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const condition of entry.conditions) {
    if (isExactBesidePath(condition)) values.set(`${condition.of}:${condition.name}`, condition.value);
  }
  return values;
}

function groupOf(entries: readonly Ranked[]): Group {
  const group: Group = new Map();
  for (const ranked of entries) {
    const keys = [...exactValues(ranked.entry).keys()].sort();
    const name = keys.join(' ');
    const known = group.get(name);
    if (known) known.entries.push(ranked);
    else group.set(name, { keys, entries: [ranked], projections: new Map() });
  }
  return group;
}

function search(group: Group, { values, end, visit }: Asked): boolean {
  for (const questions of group.values()) {
    const shared = questions.keys.filter((key) => values.has(key));
    const list = shared.length === 0 ? questions.entries : projected(questions, shared, values);
    for (const ranked of list) {
      if (ranked.order >= end) break;
      if (visit(ranked)) return true;
    }
  }
  return false;
}

function projected(
  questions: SameQuestions,
  shared: readonly string[],
  asked: ReadonlyMap<string, string>,
): readonly Ranked[] {
  const name = shared.join(' ');
  let projection = questions.projections.get(name);
  if (projection === undefined) {
    projection = new Map();
    for (const ranked of questions.entries) {
      const key = valuesAt(shared, exactValues(ranked.entry));
      const list = projection.get(key);
      if (list) list.push(ranked);
      else projection.set(key, [ranked]);
    }
    questions.projections.set(name, projection);
  }
  return projection.get(valuesAt(shared, asked)) ?? NONE;
}

const NONE: readonly Ranked[] = [];

function valuesAt(keys: readonly string[], values: ReadonlyMap<string, string>): string {
  return JSON.stringify(keys.map((key) => values.get(key)));
}
