import { entryId, namespacedName } from '../../../../ids/ids.ts';
import type { Action, Target } from '../../../../ir/action.ts';
import type { Condition, Facet } from '../../../../ir/condition.ts';
import type { Filter, HeaderChange, PathChange } from '../../../../ir/filter.ts';
import type { Origin } from '../../../../ir/origin.ts';
import { errorStatus, NO_STATUS } from '../../../../ir/status.ts';
import type { RouteEntry } from '../../../../ir/table.ts';
import { facetLabel } from '../../../../match/facets.ts';
import type { Profile } from '../../../../profile/profile.ts';
import type { L4RouteResource } from '../../../../resource/gateway-resource.ts';
import type {
  BackendObjectRef,
  BackendRef,
  GRPCRouteMatch,
  GRPCRouteRule,
  HeaderModifier,
  HTTPRouteMatch,
  HTTPRouteRule,
  PathModifier,
  RouteFilter,
  RouteResource,
} from '../../../../resource/resource.ts';
import { compactList } from '../../../../text/compact-list.ts';
import { own } from '../../../../text/own.ts';
import { extendPath, type Path } from '../../../../text/path.ts';
import type { CallPath } from './call-as-path.ts';
import { meshRules } from './mesh-rules.ts';
import { rankConnection, rankGRPC, rankHTTP, routeTies } from './precedence.ts';
import { errorView, protocolOf } from './route-protocol.ts';

/** A filter of an implementation. */
export type ExtensionFilter = Extract<RouteFilter, { readonly type: 'ExtensionRef' }>;

/** The context for compiling a route. All look-ups use it, so that they can be recorded. */
export interface CompileContext {
  readonly profile: Profile;
  resolve(ref: BackendObjectRef): Target['to'];
  /** Returns true if the object of an extension filter can be found. */
  hasExtension(filter: ExtensionFilter): boolean;
  /** True if a GRPCRoute compares paths (profile field grpcMatching). */
  readonly asPaths: boolean;
  age(): number | null;
}

const INTERNAL_ERROR = 500;

/**
 * A number above the limit of matches in one rule, so that the index of the rule dominates the index
 * of the match.
 */
const MATCHES_PER_RULE = 4096;

/**
 * Returns the entries of a route: one for each match of each rule, in the order written. They
 * do not depend on the parent: a table merges the entries of its routes. Routes never combine filters or
 * backends.
 */
export function compileRoute(
  route: RouteResource | L4RouteResource,
  context: CompileContext,
): readonly RouteEntry[] {
  return route.kind === 'HTTPRoute' || route.kind === 'GRPCRoute'
    ? compileMatches(route, context)
    : compileConnections(route, context);
}

/**
 * Returns the entries of a TLSRoute, TCPRoute or UDPRoute. They have no matches: each rule takes every
 * connection that reaches it.
 */
function compileConnections(route: L4RouteResource, context: CompileContext): readonly RouteEntry[] {
  const ties = routeTies(route, context.age(), context.profile);
  return route.spec.rules.map((rule) => {
    const path = extendPath(route.origin.root, 'spec', 'rules', rule.index);
    return {
      id: entryId(route.id, rule.index, 0),
      route: route.id,
      takes: protocolOf(route.kind),
      routeNamespace: route.namespace,
      rule: rule.index,
      ruleName: rule.name,
      match: 0,
      conditions: [],
      rank: rankConnection(rule.index, ties),
      action: {
        filters: [],
        targets: rule.backendRefs.map((ref, at) =>
          compileTarget(ref, [], originOf(route, extendPath(path, 'backendRefs', at), false), context),
        ),
        timeouts: null,
        retry: null,
        session: null,
        whenNoTarget: NO_STATUS,
        whenZeroWeight: NO_STATUS,
        errors: 'none',
        origin: originOf(route, path, false),
      },
      origin: originOf(route, path, false),
    };
  });
}

function compileTarget(
  ref: BackendRef,
  filters: readonly Filter[],
  origin: Origin,
  context: CompileContext,
): Target {
  return {
    weight: ref.weight,
    service: namespacedName(ref.namespace, ref.name),
    port: ref.port,
    to: context.resolve(ref),
    filters,
    origin,
  };
}

function compileMatches(route: RouteResource, context: CompileContext): readonly RouteEntry[] {
  const entries: RouteEntry[] = [];
  const ties = routeTies(route, context.age(), context.profile);
  for (const rule of route.spec.rules) {
    const rulePath = extendPath(route.origin.root, 'spec', 'rules', rule.index);
    const action = compileAction(rule, route, rulePath, context);
    rule.matches.forEach((match, at) => {
      const matchIndex = rule.matchIndexes[at] ?? at;
      const position = rule.index * MATCHES_PER_RULE + matchIndex;
      const written = isWritten(route.raw, ['spec', 'rules', rule.index, 'matches', matchIndex]);
      const origin = originOf(route, extendPath(rulePath, 'matches', matchIndex), !written);
      const http = route.kind === 'HTTPRoute';
      const call = match as GRPCRouteMatch;
      const grpc = context.asPaths ? meshRules().callAsPath(call, position, ties, context.profile) : null;
      entries.push({
        id: entryId(route.id, rule.index, matchIndex),
        route: route.id,
        takes: grpc === null ? protocolOf(route.kind) : 'http',
        routeNamespace: route.namespace,
        rule: rule.index,
        ruleName: rule.name,
        match: matchIndex,
        conditions: http
          ? httpConditions(match as HTTPRouteMatch, origin, route)
          : grpcConditions(call, grpc?.path ?? null, origin),
        rank: http
          ? rankHTTP(match as HTTPRouteMatch, position, ties, context.profile)
          : (grpc?.rank ?? rankGRPC(call, position, ties)),
        action,
        origin,
      });
    });
  }
  return compactList(entries);
}

function originOf(route: RouteResource | L4RouteResource, path: Path, implied: boolean): Origin {
  return { file: route.origin.file, document: route.origin.document, path, implied };
}

/** Returns true if the manifest has a value at a path. Otherwise a default supplies the value. */
function isWritten(raw: unknown, path: Path): boolean {
  let value: unknown = raw;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false;
    value = own(value as Readonly<Record<string, unknown>>, String(step));
  }
  return true;
}

function child(origin: Origin, ...steps: (string | number)[]): Origin {
  return { ...origin, path: extendPath(origin.path, ...steps) };
}

function condition(of: Facet, name: string, op: Condition['op'], value: string, origin: Origin): Condition {
  return { of, name, on: facetLabel(of, name), op, value, origin };
}

function httpConditions(match: HTTPRouteMatch, origin: Origin, route: RouteResource): readonly Condition[] {
  const pathWritten =
    !origin.implied && isWritten(route.raw, [...origin.path.slice(route.origin.root.length), 'path']);
  const pathOrigin = pathWritten ? child(origin, 'path') : { ...origin, implied: true };
  const op = { Exact: 'exact', PathPrefix: 'path-prefix', RegularExpression: 'regex' } as const;
  const conditions = [condition('path', '', op[match.path.type], match.path.value, pathOrigin)];
  if (match.method !== null)
    conditions.push(condition('method', '', 'exact', match.method, child(origin, 'method')));
  match.headers.forEach((header, at) => {
    conditions.push(stringCondition('header', header, child(origin, 'headers', at)));
  });
  match.queryParams.forEach((param, at) => {
    conditions.push(stringCondition('query', param, child(origin, 'queryParams', at)));
  });
  return compactList(conditions);
}

function stringCondition(
  of: 'header' | 'query',
  match: { readonly type: 'Exact' | 'RegularExpression'; readonly name: string; readonly value: string },
  origin: Origin,
): Condition {
  // Header names are case-insensitive, query names are case-sensitive.
  const name = of === 'header' ? match.name.toLowerCase() : match.name;
  return condition(of, name, match.type === 'Exact' ? 'exact' : 'regex', match.value, origin);
}

/** Returns the conditions of a match. With `path`, the method is compared as that path ('none': not at all). */
function grpcConditions(
  match: GRPCRouteMatch,
  path: CallPath | 'none' | null,
  origin: Origin,
): readonly Condition[] {
  const conditions: Condition[] = [];
  if (path !== null) {
    if (path !== 'none') conditions.push(condition('path', '', path.op, path.value, child(origin, 'method')));
  } else if (match.method === null) {
    conditions.push(condition('protocol', '', 'exact', 'grpc', { ...origin, implied: true }));
  } else {
    const { type, service, method } = match.method;
    const op = type === 'Exact' ? 'exact' : 'regex';
    const at = child(origin, 'method');
    // An empty service or method matches any.
    if (service !== '') conditions.push(condition('grpc-service', '', op, service, at));
    if (method !== '') conditions.push(condition('grpc-method', '', op, method, at));
  }
  match.headers.forEach((header, at) => {
    conditions.push(stringCondition('header', header, child(origin, 'headers', at)));
  });
  return compactList(conditions);
}

function compileAction(
  rule: HTTPRouteRule | GRPCRouteRule,
  route: RouteResource,
  path: Path,
  context: CompileContext,
): Action {
  // A prefix rewrite requires exactly one prefix match, which determines the replaced part.
  const [only] = rule.matches as readonly HTTPRouteMatch[];
  const prefix = route.kind === 'HTTPRoute' && only?.path.type === 'PathPrefix' ? only.path.value : '/';
  const filtersAt = (filters: readonly RouteFilter[], at: Path) =>
    filters.map((filter, index) =>
      compileFilter(filter, originOf(route, extendPath(at, 'filters', index), false), prefix, context),
    );
  const targets: Target[] = rule.backendRefs.map((ref, index) => {
    const at = extendPath(path, 'backendRefs', index);
    return compileTarget(ref, filtersAt(ref.filters, at), originOf(route, at, false), context);
  });
  if (rule.backendsElided && targets.length === 0) {
    targets.push({
      weight: 1,
      service: '',
      port: null,
      to: { kind: 'parent' },
      filters: [],
      origin: originOf(route, path, true),
    });
  }
  const { timeouts, retry } = 'timeouts' in rule ? rule : { timeouts: null, retry: null };
  const session = rule.sessionPersistence;
  // The CRDs of the standard channel drop unknown fields.
  const pruned = context.profile.channel === 'standard';
  const errors = errorView(route.kind);
  const dropped = pruned
    ? [...(retry === null ? [] : ['retry']), ...(session === null ? [] : ['sessionPersistence'])]
    : [];
  return {
    filters: filtersAt(rule.filters, path),
    targets,
    timeouts,
    retry: pruned ? null : retry,
    session: pruned ? null : session,
    whenNoTarget: errorStatus(INTERNAL_ERROR, errors),
    whenZeroWeight: errorStatus(context.profile.zeroWeight, errors),
    errors,
    ...(dropped.length === 0 ? null : { dropped }),
    origin: originOf(route, path, false),
  };
}

function changeOf(modifier: HeaderModifier): HeaderChange {
  return { set: modifier.set, add: modifier.add, remove: modifier.remove };
}

function pathChange(path: PathModifier | null, prefix: string): PathChange | null {
  if (path === null) return null;
  return path.type === 'ReplaceFullPath'
    ? { kind: 'full', value: path.value }
    : { kind: 'prefix', match: prefix, value: path.value };
}

function compileFilter(filter: RouteFilter, origin: Origin, prefix: string, context: CompileContext): Filter {
  switch (filter.type) {
    case 'RequestHeaderModifier':
      return { kind: 'request-headers', change: changeOf(filter.modifier), origin };
    case 'ResponseHeaderModifier':
      return { kind: 'response-headers', change: changeOf(filter.modifier), origin };
    case 'RequestRedirect':
      return {
        kind: 'redirect',
        scheme: filter.scheme,
        hostname: filter.hostname,
        path: pathChange(filter.path, prefix),
        port: filter.port,
        status: filter.statusCode,
        origin,
      };
    case 'URLRewrite':
      return { kind: 'rewrite', hostname: filter.hostname, path: pathChange(filter.path, prefix), origin };
    case 'RequestMirror':
      return {
        kind: 'mirror',
        service: namespacedName(filter.backendRef.namespace, filter.backendRef.name),
        to: context.resolve(filter.backendRef),
        numerator: filter.fraction.numerator,
        denominator: filter.fraction.denominator,
        origin,
      };
    case 'ExtensionRef': {
      const what = `${filter.kind}.${filter.group}/${filter.name}`;
      return context.hasExtension(filter)
        ? { kind: 'opaque', what, mayAnswer: true, origin }
        : { kind: 'broken', what, origin };
    }
    case 'CORS':
      return filter.cors === undefined
        ? { kind: 'broken', what: filter.type, origin }
        : { kind: 'cors', policy: filter.cors, origin };
    case 'ExternalAuth': {
      // The answer of another server is unknown. It is assumed to allow the request. A server that
      // cannot be reached denies it.
      const to = filter.auth === undefined ? null : context.resolve(filter.auth.backendRef);
      const mark = to !== null && 'ungranted' in to ? ({ ungranted: true } as const) : null;
      return to === null || to.kind === 'unresolved'
        ? { kind: 'broken', what: filter.type, ...(to === null ? null : { to }), ...mark, origin }
        : { kind: 'opaque', what: filter.type, mayAnswer: false, ...mark, origin };
    }
    case 'invalid':
      return { kind: 'broken', what: filter.writtenType, origin };
    default:
      return filter satisfies never;
  }
}
