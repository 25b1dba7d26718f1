import { compactList } from '../../../text/compact-list.ts';
import type { Path } from '../../../text/path.ts';
import type { BackendRef, HeaderMatch, ParentRef, RouteFilter, SessionPersistence } from '../../resource.ts';
import type { Validated, ValidatedList } from '../../schema.ts';
import type { DecodeContext } from '../kind.ts';
import { checkCoreGroup } from './check-core-group.ts';
import type { MatchShape, WrittenFilter } from './decode-filters.ts';
import { decodeObjectRef, type WrittenBackendRef } from './decode-references.ts';
import { filterDecoder } from './filter-decoder.ts';
import type { PARENT_REFS, SESSION_PERSISTENCE, valueMatches } from './route-schema.ts';

type WrittenParentRef = NonNullable<Validated<typeof PARENT_REFS>[number]>;
type WrittenValueMatch = NonNullable<Validated<ReturnType<typeof valueMatches>>[number]>;
type WrittenBackend = WrittenBackendRef & {
  readonly weight?: number | null | undefined;
  readonly filters?: readonly WrittenFilter[] | null | undefined;
};

/**
 * Returns the parentRefs of a route. Reports `core-group-spelled-out`,
 * `parent-ref-duplicated`, `parent-refs-inconsistent`. Applies the less strict rule of the experimental
 * channel: entries may also differ only in their port.
 */
export function decodeParentRefs(
  items: ValidatedList<WrittenParentRef>,
  context: DecodeContext,
): readonly ParentRef[] {
  const refs: ParentRef[] = [];
  const seen: { readonly item: WrittenParentRef; readonly ref: ParentRef; readonly index: number }[] = [];
  for (const [index, item] of (items ?? []).entries()) {
    if (item === undefined || item === null) continue;
    const path = ['spec', 'parentRefs', index];
    const written = item.group ?? 'gateway.networking.k8s.io';
    const ref: ParentRef = {
      group: checkCoreGroup(context, written, [...path, 'group']),
      kind: item.kind ?? 'Gateway',
      namespace: item.namespace ?? context.namespace,
      name: item.name,
      sectionName: item.sectionName || null,
      port: item.port ?? null,
    };
    refs.push(ref);
    for (const other of seen) if (reportConflict(other, { item, ref, index }, context)) break;
    seen.push({ item, ref, index });
  }
  return compactList(refs);
}

/** Returns the namespaces of the parents of a route. */
export function parentNamespaces(spec: { readonly parentRefs: readonly ParentRef[] }): readonly string[] {
  return spec.parentRefs.map(({ namespace }) => namespace);
}

interface SeenParent {
  readonly item: WrittenParentRef;
  readonly ref: ParentRef;
  readonly index: number;
}

function reportConflict(first: SeenParent, second: SeenParent, context: DecodeContext): boolean {
  const [a, b] = [first.ref, second.ref];
  if (a.group !== b.group || a.kind !== b.kind || a.name !== b.name || a.namespace !== b.namespace)
    return false;
  const place = { path: ['spec', 'parentRefs', second.index] };
  const related = [{ note: 'parent-ref-first', place: { path: ['spec', 'parentRefs', first.index] } }];
  const args = { kind: b.kind, name: b.name };
  if (a.sectionName === b.sectionName && a.port === b.port) {
    const sameText = (first.item.namespace ?? '') === (second.item.namespace ?? '');
    const fixes = [{ name: 'remove-parent-ref', edits: [{ place, action: 'remove' as const, text: '' }] }];
    // If one entry writes the namespace of the route, the API server does not detect the repetition.
    const severity = sameText ? 'error' : 'warning';
    context.report({ code: 'parent-ref-duplicated', severity, args, place, related, fixes });
    return true;
  }
  if ((first.item.namespace ?? '') !== (second.item.namespace ?? '')) return false;
  if ((a.sectionName === null) !== (b.sectionName === null) || (a.port === null) !== (b.port === null)) {
    context.report({ code: 'parent-refs-inconsistent', args, place, related });
    return true;
  }
  return false;
}

const NO_FILTERS: readonly RouteFilter[] = [];

/** Returns the backends of a rule with weights and filters. */
export function decodeBackendRefs(
  items: ValidatedList<WrittenBackend>,
  context: DecodeContext,
  rulePath: Path,
  matches: readonly MatchShape[],
): readonly BackendRef[] {
  const refs: BackendRef[] = [];
  for (const [index, item] of (items ?? []).entries()) {
    if (item === undefined || item === null) continue;
    const path = [...rulePath, 'backendRefs', index];
    refs.push({
      ...decodeObjectRef(item, context, path),
      weight: item.weight ?? 1,
      filters:
        item.filters === undefined || item.filters === null
          ? NO_FILTERS
          : filterDecoder()(item.filters, context, [...path, 'filters'], matches),
    });
  }
  return compactList(refs);
}

const NO_MATCHES: readonly HeaderMatch[] = [];

/**
 * Returns header conditions. Of names that differ only in case, the first counts. The others
 * are dropped and reported as `header-name-case-duplicate`. Exact repetitions are dropped, too, and are
 * already reported.
 */
export function decodeHeaderMatches(
  items: ValidatedList<WrittenValueMatch>,
  context: DecodeContext,
  path: Path,
): readonly HeaderMatch[] {
  return decodeValueMatches(
    items,
    (name) => name.toLowerCase(),
    (name, index, first) => {
      const written = items?.[first]?.name ?? name;
      if (written === name) return;
      context.report({
        code: 'header-name-case-duplicate',
        args: { name, first: written },
        place: { path: [...path, index] },
        related: [{ note: 'header-name-first', place: { path: [...path, first] } }],
        fixes: [
          {
            name: 'remove-header-match',
            edits: [{ place: { path: [...path, index] }, action: 'remove', text: '' }],
          },
        ],
      });
    },
  );
}

/** Returns query conditions. Names are case-sensitive. Of equal names the first counts. */
export function decodeQueryMatches(items: ValidatedList<WrittenValueMatch>): readonly HeaderMatch[] {
  return decodeValueMatches(
    items,
    (name) => name,
    () => undefined,
  );
}

function decodeValueMatches(
  items: ValidatedList<WrittenValueMatch>,
  keyOf: (name: string) => string,
  repeated: (name: string, index: number, first: number) => void,
): readonly HeaderMatch[] {
  if (items === undefined || items === null || items.length === 0) return NO_MATCHES;
  const matches: HeaderMatch[] = [];
  const seen = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    if (item === undefined || item === null) continue;
    const key = keyOf(item.name);
    const first = seen.get(key);
    if (first !== undefined) {
      repeated(item.name, index, first);
      continue;
    }
    seen.set(key, index);
    matches.push({ type: item.type ?? 'Exact', name: item.name, value: item.value });
  }
  return compactList(matches);
}

/**
 * Returns session persistence. Reports `session-persistence-old-fields` and
 * `session-persistence-mismatch`.
 */
export function decodeSession(
  session: Validated<typeof SESSION_PERSISTENCE> | null | undefined,
  context: DecodeContext,
  rulePath: Path,
): SessionPersistence | null {
  if (session === null || session === undefined) return null;
  const type = session.type ?? 'Cookie';
  const place = { path: [...rulePath, 'sessionPersistence'] };
  const old = (['sessionName', 'idleTimeout', 'cookieConfig'] as const).filter(
    (name) => (session[name] ?? null) !== null,
  );
  const mismatch = (problem: string): void => {
    context.report({ code: 'session-persistence-mismatch', args: { type, problem }, place });
  };
  if (old.length > 0) {
    context.report({ code: 'session-persistence-old-fields', args: { fields: old.join(', ') }, place });
  } else {
    const hasCookie = (session.cookie ?? null) !== null;
    const hasHeader = (session.header ?? null) !== null;
    if (type === 'Cookie' && !hasCookie) mismatch('cookie-missing');
    if (type === 'Cookie' && hasHeader) mismatch('header-unexpected');
    if (type === 'Header' && !hasHeader) mismatch('header-missing');
    if (type === 'Header' && hasCookie) mismatch('cookie-unexpected');
  }
  const lifetime = session.cookie?.lifetimeType ?? session.cookieConfig?.lifetimeType ?? 'Session';
  if (lifetime === 'Permanent' && (session.absoluteTimeout ?? null) === null) mismatch('timeout-missing');
  const name = type === 'Cookie' ? session.cookie?.name : session.header?.name;
  return {
    type,
    name: name ?? session.sessionName ?? null,
    path: type === 'Cookie' ? (session.cookie?.path ?? '/') : null,
    lifetime: type === 'Cookie' ? (lifetime === 'Permanent' ? 'Permanent' : 'Session') : null,
    absoluteTimeout: session.absoluteTimeout ?? null,
  };
}

/** Checks that rule names are unique within a route. Reports `rule-name-duplicated`. */
export function checkRuleNames(
  rules: readonly { readonly name: string | null; readonly index: number }[],
  context: DecodeContext,
): void {
  const seen = new Map<string, number>();
  for (const { name, index } of rules) {
    if (name === null) continue;
    const first = seen.get(name);
    if (first === undefined) seen.set(name, index);
    else {
      context.report({
        code: 'rule-name-duplicated',
        args: { name },
        place: { path: ['spec', 'rules', index, 'name'] },
        related: [{ note: 'rule-name-first', place: { path: ['spec', 'rules', first, 'name'] } }],
      });
    }
  }
}

const FIRST_ONLY: readonly number[] = [0];

/**
 * Returns the matches of one rule, each with its index as written. `decode` gets the path of the match. No
 * matches and an empty list both match everything (`any`; ). A match that cannot be read matches
 * nothing.
 */
export function decodeMatches<Item, Match>(
  items: ValidatedList<Item>,
  rulePath: Path,
  any: readonly Match[],
  decode: (item: NonNullable<Item>, path: Path) => Match,
): { readonly matches: readonly Match[]; readonly matchIndexes: readonly number[] } {
  if (items === undefined || items === null || items.length === 0) {
    return { matches: any, matchIndexes: FIRST_ONLY };
  }
  const matches: Match[] = [];
  const matchIndexes: number[] = [];
  for (const [index, item] of items.entries()) {
    if (item === undefined || item === null) continue;
    matchIndexes.push(index);
    matches.push(decode(item, [...rulePath, 'matches', index]));
  }
  return { matches: compactList(matches), matchIndexes: compactList(matchIndexes) };
}

/** Checks that all rules together have at most 128 matches. Reports `too-many-matches`. */
export function checkMatchCount(count: number, context: DecodeContext): void {
  if (count > 128) {
    context.report({
      code: 'too-many-matches',
      args: { count, limit: 128 },
      place: { path: ['spec', 'rules'] },
    });
  }
}
