import type { Condition } from '../ir/condition.ts';
import type { RouteEntry } from '../ir/table.ts';

/**
 * Returns the entries of a table in which no prefix that ends at a slash needs to leave out the path without that
 * slash: what other entries do with this path is written before it, as an exact path. The prefix of a route also
 * takes the path without the slash.
 */
export function withSlashlessPaths(entries: readonly RouteEntry[]): readonly RouteEntry[] {
  const done = new Set<string>();
  return entries.flatMap((entry) => {
    const path = pathOf(entry);
    if (path?.op !== 'prefix' || !path.value.endsWith('/') || path.value === '/' || done.has(path.value))
      return [entry];
    done.add(path.value);
    return [...entriesOfPath(path.value.slice(0, -1), entries), entry];
  });
}

/** Returns the entries that take one path, as entries for this path only. */
function entriesOfPath(value: string, entries: readonly RouteEntry[]): readonly RouteEntry[] {
  const found: RouteEntry[] = [];
  for (const entry of entries) {
    const path = pathOf(entry);
    if (path === null || !takes(path, value)) continue;
    const exact: Condition = { ...path, op: 'exact', value };
    found.push({ ...entry, conditions: entry.conditions.map((each) => (each === path ? exact : each)) });
    if (entry.conditions.length === 1) break;
  }
  return found;
}

function pathOf({ conditions }: RouteEntry): Condition | null {
  return conditions.find(({ of }) => of === 'path') ?? null;
}

function takes({ op, value }: Condition, path: string): boolean {
  switch (op) {
    case 'exact':
      return value === path;
    case 'path-prefix': {
      const prefix = value.replace(/\/$/, '');
      return path === prefix || path.startsWith(`${prefix}/`);
    }
    case 'prefix':
      return path.startsWith(value);
    case 'regex':
    case 'host-suffix':
    case 'present':
    case 'subnet':
      return false;
    default:
      return op satisfies never;
  }
}
