import type { ResourceOf } from '../../../resource/kinds/kind.ts';
import type { NamedMatch, StringMatch } from '../../../resource/kinds/networking.istio.io/string-match.ts';
import type {
  HTTPMatch,
  HTTPRule,
} from '../../../resource/kinds/networking.istio.io/virtual-service-spec.ts';
import type { VIRTUAL_SERVICE } from '../../../resource/kinds/rare-kinds.ts';
import { own } from '../../../text/own.ts';
import { resolveGateway } from './names.ts';
import { audienceOf, sees } from './visibility.ts';

export type VirtualServiceResource = ResourceOf<typeof VIRTUAL_SERVICE>;

/** A match with the place in the manifest that its position comes from. */
export interface PlacedMatch {
  readonly match: HTTPMatch;
  /** The rule and the match in the manifest of `source`. */
  readonly rule: number;
}

/** A rule of a VirtualService after delegates took the place of rules of their root. */
export interface ResolvedRule {
  /** The VirtualService that the rule is written in. Short names belong to its namespace (Istio 11.2). */
  readonly source: VirtualServiceResource;
  /** The index in the source. */
  readonly at: number;
  /** The index in the root. */
  readonly rule: number;
  readonly name: string | null;
  readonly hasMatches: boolean;
  readonly matches: readonly HTTPMatch[];
  /** Everything but the matches. */
  readonly action: HTTPRule;
}

/** Returns a delegate by `ns/name`. */
export type FindDelegate = (namespace: string, name: string) => VirtualServiceResource | null;

/** Returns the rules of a root in order, with those of its delegates in place (Istio 11.1). */
export function resolvedRules(root: VirtualServiceResource, find: FindDelegate): readonly ResolvedRule[] {
  return root.spec.http.flatMap((rule, index): readonly ResolvedRule[] => {
    if (rule === undefined) return [];
    if (rule.delegate === null) {
      const matches = rule.matches.map((match) => withGateways(match, root.namespace));
      const { name, hasMatches } = rule;
      return [{ source: root, at: index, rule: index, name, hasMatches, matches, action: rule }];
    }
    const { name, namespace } = rule.delegate;
    const delegate = find(namespace ?? root.namespace, name);
    if (delegate === null) return [];
    if (!sees(audienceOf(delegate.spec.exportTo, delegate.namespace), root.namespace)) return [];
    return delegate.spec.http.flatMap((own, at) =>
      own === undefined || own.delegate !== null ? [] : mergeRule(root, rule, index, delegate, own, at),
    );
  });
}

function withGateways(match: HTTPMatch, namespace: string): HTTPMatch {
  if (match.gateways.length === 0) return match;
  return { ...match, gateways: match.gateways.map((each) => resolveGateway(each, namespace)) };
}

function mergeRule(
  root: VirtualServiceResource,
  outer: HTTPRule,
  index: number,
  source: VirtualServiceResource,
  inner: HTTPRule,
  at: number,
): readonly ResolvedRule[] {
  const wide = outer.matches.map((match) => withGateways(match, root.namespace));
  const narrow = inner.matches.map((match) => withGateways(match, source.namespace));
  const matches = !outer.hasMatches ? narrow : !inner.hasMatches ? wide : mergeMatches(wide, narrow);
  if (matches === null) return [];
  const hasOwnFault = inner.abort !== null || inner.delay !== null;
  const action: HTTPRule = {
    ...inner,
    rewrite: inner.rewrite ?? outer.rewrite,
    directResponse: inner.directResponse ?? outer.directResponse,
    timeout: inner.timeout ?? outer.timeout,
    retries: inner.retries ?? outer.retries,
    abort: hasOwnFault ? inner.abort : outer.abort,
    delay: hasOwnFault ? inner.delay : outer.delay,
    mirrors: inner.mirrors ?? outer.mirrors,
    corsPolicy: inner.corsPolicy ?? outer.corsPolicy,
    headers: inner.headers ?? outer.headers,
  };
  const hasMatches = outer.hasMatches || inner.hasMatches;
  return [{ source, at, rule: index, name: joinNames(outer.name, inner.name), hasMatches, matches, action }];
}

function joinNames(outer: string | null, inner: string | null): string | null {
  return outer !== null && inner !== null ? `${outer}-${inner}` : (inner ?? outer);
}

/**
 * Returns the matches of each compatible pair. Returns null if a match of the delegate is compatible with
 * none of the root: the whole rule is then left out (Istio 11.3).
 */
function mergeMatches(wide: readonly HTTPMatch[], narrow: readonly HTTPMatch[]): readonly HTTPMatch[] | null {
  const merged: HTTPMatch[] = [];
  for (const inner of narrow) {
    const outers = wide.filter((outer) => !conflict(outer, inner));
    if (outers.length === 0) return null;
    for (const outer of outers) merged.push(mergeMatch(outer, inner));
  }
  return merged.length === 0 ? null : merged;
}

function mergeMatch(outer: HTTPMatch, inner: HTTPMatch): HTTPMatch {
  return {
    index: inner.index,
    name: joinNames(outer.name, inner.name),
    uri: inner.uri ?? outer.uri,
    ignoreUriCase: inner.ignoreUriCase,
    scheme: inner.scheme ?? outer.scheme,
    method: inner.method ?? outer.method,
    authority: inner.authority ?? outer.authority,
    headers: mergeNamed(outer.headers, inner.headers),
    withoutHeaders: mergeNamed(outer.withoutHeaders, inner.withoutHeaders),
    queryParams: mergeNamed(outer.queryParams, inner.queryParams),
    port: inner.port ?? outer.port,
    sourceLabels: { ...outer.sourceLabels, ...inner.sourceLabels },
    sourceNamespace: inner.sourceNamespace ?? outer.sourceNamespace,
    gateways: inner.gateways.length > 0 ? inner.gateways : outer.gateways,
  };
}

function mergeNamed(outer: readonly NamedMatch[], inner: readonly NamedMatch[]): readonly NamedMatch[] {
  const names = new Set(inner.map(({ name }) => name));
  return [...outer.filter(({ name }) => !names.has(name)), ...inner];
}

/** Returns true if a match of a delegate is not within a match of its root (Istio 11.4). */
function conflict(outer: HTTPMatch, inner: HTTPMatch): boolean {
  return (
    textsConflict(outer.uri, inner.uri) ||
    textsConflict(outer.scheme, inner.scheme) ||
    textsConflict(outer.method, inner.method) ||
    textsConflict(outer.authority, inner.authority) ||
    namedConflict(outer.headers, inner.headers) ||
    namedConflict(outer.withoutHeaders, inner.withoutHeaders) ||
    namedConflict(outer.queryParams, inner.queryParams) ||
    outer.ignoreUriCase !== inner.ignoreUriCase ||
    (outer.port !== null && inner.port !== null && outer.port !== inner.port) ||
    (outer.sourceNamespace !== null && outer.sourceNamespace !== inner.sourceNamespace) ||
    Object.entries(inner.sourceLabels).some(
      ([key, value]) => Object.hasOwn(outer.sourceLabels, key) && own(outer.sourceLabels, key) !== value,
    ) ||
    (outer.gateways.length > 0 && inner.gateways.some((each) => !outer.gateways.includes(each)))
  );
}

function namedConflict(outer: readonly NamedMatch[], inner: readonly NamedMatch[]): boolean {
  return inner.some(({ name, match }) =>
    textsConflict(outer.find((each) => each.name === name)?.match ?? null, match),
  );
}

function textsConflict(outer: StringMatch | null, inner: StringMatch | null): boolean {
  if (outer === null || inner === null) return false;
  if (outer.kind === 'exact') return inner.kind !== 'exact' || inner.value !== outer.value;
  if (outer.kind !== 'prefix' || (inner.kind !== 'prefix' && inner.kind !== 'exact')) return true;
  return !inner.value.startsWith(outer.value);
}
