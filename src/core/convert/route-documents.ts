import { namespacedName, servicePortId } from '../ids/ids.ts';
import type { Profile } from '../profile/profile.ts';
import { areApart } from './match-relations.ts';
import { GATEWAY_GROUP, type NewNames, wordsOfHost } from './names.ts';
import { isTie } from './order-rules.ts';
import { bodyKey, type DraftRule, type RouteBackend, type RouteMatch, replacesPrefix } from './route-rule.ts';

/** The limits of an HTTPRoute. */
const MOST_RULES = 16;
const MOST_MATCHES = 8;

/** Where routes attach. */
export type ParentRef = Readonly<Record<string, unknown>>;

/** A new resource with comments about it. */
export interface NewDocument {
  readonly comments: readonly string[];
  readonly manifest: {
    readonly apiVersion: string;
    readonly kind: string;
    readonly metadata: { readonly name: string; readonly namespace: string };
    readonly spec: Readonly<Record<string, unknown>>;
  };
}

/** The rules of a host at some doors. */
export interface HostRules {
  readonly host: string | null;
  /** `http`, `https`, or both. */
  readonly doors: readonly string[];
  readonly rules: readonly DraftRule[];
  readonly parents: (namespace: string) => readonly ParentRef[];
}

/**
 * Returns the HTTPRoutes of a host: one for each namespace, and more if one cannot have all rules. If the order
 * between namespaces decides which rule wins, all rules are in the first namespace.
 */
export function routeDocuments(
  { host, doors, rules, parents }: HostRules,
  names: NewNames,
  profile: Profile,
): readonly NewDocument[] {
  const first = rules[0]?.namespace ?? '';
  const isOrdered = rules.every((rule, at) =>
    rules.slice(0, at).every((above) => above.namespace <= rule.namespace || !compete(above, rule, profile)),
  );
  const placed = isOrdered ? rules : rules.map((rule) => ({ ...rule, namespace: first }));
  const namespaces = [...new Set(placed.map(({ namespace }) => namespace))];
  return namespaces.flatMap((namespace) => {
    const merged = mergeMatches(placed.filter((rule) => rule.namespace === namespace));
    const chunks = chunksOf(merged, MOST_RULES);
    return chunks.map((chunk, at) => {
      const words = [wordsOfHost(host), ...(doors.length === 1 ? doors : [])];
      if (chunks.length > 1) words.push(String(at + 1).padStart(2, '0'));
      return {
        comments: chunk.flatMap(({ draft }, rule) => commentsOn(draft, rule)),
        manifest: {
          apiVersion: `${GATEWAY_GROUP}/v1`,
          kind: 'HTTPRoute',
          metadata: { name: names.of('HTTPRoute', namespace, words), namespace },
          spec: {
            parentRefs: parents(namespace),
            ...(host === null ? null : { hostnames: [host] }),
            rules: chunk.map((rule) => ruleDocument(rule, namespace)),
          },
        },
      };
    });
  });
}

/** Returns true if only an order of routes decides which of two rules takes some requests. */
function compete(a: DraftRule, b: DraftRule, profile: Profile): boolean {
  return bodyKey(a) !== bodyKey(b) && !areApart(a.match, b.match) && isTie(a.match, b.match, profile);
}

interface MergedRule {
  readonly draft: DraftRule;
  readonly matches: RouteMatch[];
}

/** Returns the rules, with neighbours that do the same as one rule. */
function mergeMatches(rules: readonly DraftRule[]): readonly MergedRule[] {
  const merged: MergedRule[] = [];
  for (const draft of rules) {
    const last = merged.at(-1);
    const joins =
      last !== undefined &&
      last.matches.length < MOST_MATCHES &&
      bodyKey(last.draft) === bodyKey(draft) &&
      !replacesPrefix(draft);
    if (joins) last.matches.push(draft.match);
    else merged.push({ draft, matches: [draft.match] });
  }
  return merged;
}

function chunksOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const chunks: Item[][] = [];
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size));
  return chunks;
}

function commentsOn({ body, match }: DraftRule, rule: number): readonly string[] {
  if (body.filters.length > 0 || body.backends.length > 0) return [];
  const backends = body.withheld
    .map(({ namespace, name, port }) => servicePortId(namespacedName(namespace, name), port))
    .join(', ');
  const today = backends === '' ? '' : ` Today its requests go to ${backends}.`;
  return [
    `rules[${rule}] (${match.path.value}) has no backends and answers 500, because something is lost.${today}`,
  ];
}

function ruleDocument({ draft: { body }, matches }: MergedRule, namespace: string) {
  const { filters, backends, timeouts, session } = body;
  return {
    matches: matches.map(({ path, headers }) => ({
      path,
      ...(headers.length === 0 ? null : { headers }),
    })),
    ...(filters.length === 0 ? null : { filters }),
    ...(backends.length === 0 ? null : { backendRefs: backends.map((each) => backendRef(each, namespace)) }),
    ...(timeouts === null ? null : { timeouts }),
    ...(session === null ? null : { sessionPersistence: session }),
  };
}

function backendRef({ name, namespace, port, weight }: RouteBackend, own: string) {
  return {
    name,
    ...(namespace === own ? null : { namespace }),
    port,
    ...(weight === null ? null : { weight }),
  };
}

/** Returns the ReferenceGrants that the backends of some routes need. */
export function grantsForRoutes(routes: readonly NewDocument[], names: NewNames): readonly NewDocument[] {
  const needed = new Map<string, Set<string>>();
  for (const { manifest } of routes) {
    const { namespace } = manifest.metadata;
    const text = manifest.spec.rules as readonly {
      readonly backendRefs?: readonly { readonly name: string; readonly namespace?: string }[];
      readonly filters?: readonly {
        readonly requestMirror?: {
          readonly backendRef: { readonly name: string; readonly namespace?: string };
        };
      }[];
    }[];
    const refs = text.flatMap(({ backendRefs = [], filters = [] }) => [
      ...backendRefs,
      ...filters.flatMap(({ requestMirror }) => requestMirror?.backendRef ?? []),
    ]);
    for (const ref of refs) {
      if (ref.namespace === undefined || ref.namespace === namespace) continue;
      const key = JSON.stringify([namespace, ref.namespace]);
      needed.set(key, (needed.get(key) ?? new Set()).add(ref.name));
    }
  }
  return [...needed].map(([key, services]) => {
    const [from, namespace] = JSON.parse(key) as [string, string];
    return grant(
      names,
      namespace,
      ['routes', 'of', from],
      { kind: 'HTTPRoute', namespace: from },
      'Service',
      [...services],
    );
  });
}

/** Returns a ReferenceGrant. */
export function grant(
  names: NewNames,
  namespace: string,
  words: readonly string[],
  from: { readonly kind: string; readonly namespace: string },
  kind: string,
  targets: readonly string[],
): NewDocument {
  return {
    comments: [],
    manifest: {
      apiVersion: `${GATEWAY_GROUP}/v1beta1`,
      kind: 'ReferenceGrant',
      metadata: { name: names.of('ReferenceGrant', namespace, words), namespace },
      spec: {
        from: [{ group: GATEWAY_GROUP, ...from }],
        to: targets.map((name) => ({ group: '', kind, name })),
      },
    },
  };
}
