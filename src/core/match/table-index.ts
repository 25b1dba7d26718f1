import type { Condition, RouteEntry, RouteTable } from '../ir/mesh-ir.ts';
import { holds } from './conditions.ts';
import type { RequestView } from './request-view.ts';

/**
 * Finds the first entry of a table that holds, without trying every entry. Entries are grouped by the path they ask
 * for, then by one header they ask for; each group keeps the table's order, and the earliest hit of all groups wins,
 * whatever criteria made that order.
 */
export interface TableIndex {
  find(view: RequestView): RouteEntry | null;
}

interface Ranked {
  readonly order: number;
  readonly entry: RouteEntry;
  /** The conditions that the group does not already answer. */
  readonly rest: readonly Condition[];
}

interface Group {
  /** Entries without an exact header condition to group by, in order. */
  readonly plain: Ranked[];
  /** Header name → value → entries, in order. */
  readonly byHeader: Map<string, Map<string, Ranked[]>>;
}

const indexes = new WeakMap<RouteTable, TableIndex>();

/** The index of a table, made on first use and kept as long as the table. */
export function indexTable(table: RouteTable): TableIndex {
  const known = indexes.get(table);
  if (known) return known;
  const index = buildIndex(table);
  indexes.set(table, index);
  return index;
}

function buildIndex(table: RouteTable): TableIndex {
  const exact = new Map<string, Group>();
  const prefix = new Map<string, Group>();
  const others = newGroup();
  let longestPrefix = 0;
  table.entries.forEach((entry, order) => {
    const path = entry.conditions.find((condition) => condition.of === 'path');
    const rest =
      path === undefined || path.op === 'regex' ? entry.conditions : without(entry.conditions, path);
    if (path?.op === 'exact') {
      place(groupAt(exact, path.value), { order, entry, rest });
    } else if (path?.op === 'path-prefix') {
      const value = path.value.replace(/\/+$/, '');
      longestPrefix = Math.max(longestPrefix, value.length);
      place(groupAt(prefix, value), { order, entry, rest });
    } else {
      place(others, { order, entry, rest });
    }
  });
  return {
    find(view) {
      let best: Ranked | null = null;
      const exactGroup = exact.get(view.path);
      if (exactGroup) best = search(exactGroup, view, best);
      best = search(others, view, best);
      if (prefix.size > 0) {
        const whole = prefix.get('');
        const { path } = view;
        // Element borders only: a prefix covers whole path elements.
        for (let end = Math.min(path.length, longestPrefix); end > 0; end--) {
          if (end !== path.length && path.charCodeAt(end) !== 47) continue;
          const group = prefix.get(end === path.length ? path : path.slice(0, end));
          if (group) best = search(group, view, best);
        }
        if (whole) best = search(whole, view, best);
      }
      return best === null ? null : best.entry;
    },
  };
}

function newGroup(): Group {
  return { plain: [], byHeader: new Map() };
}

function groupAt(map: Map<string, Group>, key: string): Group {
  const known = map.get(key);
  if (known) return known;
  const group = newGroup();
  map.set(key, group);
  return group;
}

function without(conditions: readonly Condition[], condition: Condition): readonly Condition[] {
  return conditions.length === 1 ? NOTHING : conditions.filter((each) => each !== condition);
}

const NOTHING: readonly Condition[] = [];

function place(group: Group, ranked: Ranked): void {
  const header = ranked.rest.find((condition) => condition.of === 'header' && condition.op === 'exact');
  if (header === undefined) {
    group.plain.push(ranked);
    return;
  }
  const values = group.byHeader.get(header.name) ?? new Map<string, Ranked[]>();
  group.byHeader.set(header.name, values);
  const list = values.get(header.value);
  if (list) list.push(ranked);
  else values.set(header.value, [ranked]);
}

function search(group: Group, view: RequestView, best: Ranked | null): Ranked | null {
  let found = firstThatHolds(group.plain, view, best);
  for (const [name, values] of group.byHeader) {
    const asked = view.header(name);
    if (asked === null) continue;
    for (const value of asked) {
      const list = values.get(value);
      if (list) found = firstThatHolds(list, view, found);
    }
    // A repeated header may also be compared joined.
    if (asked.length > 1) {
      const list = values.get(asked.join(', '));
      if (list) found = firstThatHolds(list, view, found);
    }
  }
  return found;
}

function firstThatHolds(list: readonly Ranked[], view: RequestView, best: Ranked | null): Ranked | null {
  for (const ranked of list) {
    if (best !== null && ranked.order > best.order) return best;
    if (allHold(ranked.rest, view)) return ranked;
  }
  return best;
}

function allHold(conditions: readonly Condition[], view: RequestView): boolean {
  for (const condition of conditions) if (!holds(condition, view)) return false;
  return true;
}
