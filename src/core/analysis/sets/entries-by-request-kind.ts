import type { Condition } from '../../ir/condition.ts';
import type { RouteEntry, RouteTable } from '../../ir/table.ts';
import { isUnderstood } from '../../match/conditions.ts';
import { indexKeyOf, languageKindOf } from '../../match/operators/operators.ts';
import type { SpaceKind } from './request-space.ts';

/** An entry as the requests of one space see it. */
export interface SeenEntry {
  /** The entry that the simulator returns. */
  readonly original: RouteEntry;
  /** The same entry with conditions on the dimensions of the space. */
  readonly entry: RouteEntry;
}

/** The entries of a table that can match requests of a kind. `complete` is false if a pattern hides some. */
export interface KindEntries {
  readonly entries: readonly SeenEntry[];
  readonly complete: boolean;
}

const CONNECTIONS: readonly SpaceKind[] = ['tls', 'tcp', 'udp'];

/**
 * Returns the entries of a table that can match requests of one kind. Null for `table` means that no entry
 * wins.
 */
export function entriesForKind(table: RouteTable | null, kind: SpaceKind): KindEntries {
  const first = table?.entries[0]?.takes;
  const looksInside = first === 'http' || first === 'grpc';
  // Routes that examine requests do not apply to raw connections.
  if (table === null || (CONNECTIONS.includes(kind) && looksInside)) return { entries: [], complete: true };
  let complete = true;
  const entries: SeenEntry[] = [];
  for (const original of table.entries) {
    if (original.takes === 'grpc' && kind !== 'grpc') continue;
    // Without a TLS connection there is no SNI to compare.
    if (original.takes === 'tls' && first === 'tls' && kind !== 'tls') continue;
    const entry = kind === 'grpc' && original.takes === 'http' ? asCall(original) : original;
    if (entry === 'open') complete = false;
    else if (entry !== null) entries.push({ original, entry });
  }
  return { entries, complete };
}

/**
 * Returns an HTTP entry as gRPC requests see it: POST to `/{service}/{method}` without a query.
 * Returns null if it matches none of them, and `open` if a pattern decides.
 */
function asCall(entry: RouteEntry): RouteEntry | null | 'open' {
  const conditions: Condition[] = [];
  for (const condition of entry.conditions) {
    switch (condition.of) {
      case 'query':
        return isUnderstood(condition) ? null : 'open';
      case 'method':
        if (languageKindOf(condition) !== 'value') return 'open';
        if (condition.value !== 'POST') return null;
        break;
      case 'path': {
        const names = callOf(condition);
        if (names === null || names === 'open') return names;
        conditions.push(...names);
        break;
      }
      case 'protocol':
      case 'host':
      case 'authority':
      case 'scheme':
      case 'header':
      case 'grpc-service':
      case 'grpc-method':
      case 'client-address':
        conditions.push(condition);
        break;
      default:
        condition.of satisfies never;
        return 'open';
    }
  }
  return { ...entry, takes: 'grpc', conditions };
}

/**
 * Returns the conditions on service and method that a path condition implies. Returns null if no call has
 * such a path, and `open` if a pattern decides.
 */
function callOf(condition: Condition): readonly Condition[] | null | 'open' {
  const key = indexKeyOf(condition);
  if (key === null) return 'open';
  const prefix = key.kind === 'path-prefix';
  const path = key.kind === 'path-prefix' ? key.prefix : key.value;
  if (prefix && path === '') return [];
  const elements = path.replace(/^\//, '').split('/');
  if (elements.includes('') || elements.length > 2 || (!prefix && elements.length < 2)) return null;
  const [service, method] = elements as [string, string | undefined];
  const exact = (of: 'grpc-service' | 'grpc-method', value: string): Condition => ({
    ...condition,
    of,
    op: 'exact',
    value,
  });
  return [exact('grpc-service', service), ...(method === undefined ? [] : [exact('grpc-method', method)])];
}
