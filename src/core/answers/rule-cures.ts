import { siteOf } from '../cluster/resource-site.ts';
import type { Walk } from '../dataplane/walk.ts';
import type { Fix } from '../findings/finding.ts';
import { namespacedName, readNamespacedName } from '../ids/ids.ts';
import type { RouteEntry } from '../ir/table.ts';
import { flowYAML } from '../manifest/flow-yaml.ts';
import { indexTable } from '../match/table-index.ts';
import type { GRPCRouteSpec, HTTPRouteSpec, KnownResource } from '../resource/resource.ts';
import type { Snapshot } from '../snapshot.ts';
import { own } from '../text/own.ts';

/** A walk that ends because no route matches. */
type NoEntry = Extract<Walk, { end: 'no-entry' }>;

/** A route with rules that match on requests. */
export type RuleRoute =
  | KnownResource<'HTTPRoute', string, HTTPRouteSpec>
  | KnownResource<'GRPCRoute', string, GRPCRouteSpec>;

/** The maximum number of rules of a route in the API. */
export const MOST_RULES = 16;

/** Returns the entry of the producer routes that takes a request and that consumer routes hide. */
export function hiddenTaker({ host, view, cause }: NoEntry): RouteEntry | null {
  return host.hidden === null || cause !== 'no-match' ? null : indexTable(host.hidden).find(view);
}

/**
 * Returns fixes that add a rule for a request that no route of its Service port matches. The first copies the
 * producer rule that is hidden. Without one, it sends the path of the request to the Service. The last sends
 * all other requests there. Returns none at a Gateway, because no Service is behind a listener.
 */
export function ruleCures(walked: NoEntry, snapshot: Snapshot): readonly Fix[] {
  const { host, cause } = walked;
  if (host.service === null || cause !== 'no-match') return [];
  const taker = hiddenTaker(walked);
  const takerRoute = taker === null ? null : routeOf(taker.route, snapshot);
  const route = targetRoute(walked, snapshot);
  if (route === null) return [];
  const service = backendTo(host.service, host.port, route.namespace);
  const first =
    taker === null
      ? pathRule(walked, route, service)
      : takerRoute === null
        ? null
        : copiedRule(taker, takerRoute, route);
  const args = { route: route.id, service: host.service, port: host.port };
  const catchAll = addRule('add-catch-all-to', args, route, { backendRefs: [service] });
  return [...(first === null ? [] : [first]), catchAll];
}

/** Returns the HTTPRoute or GRPCRoute with an id. Returns null if the manifests have none. */
export function routeOf(id: string, { cluster }: Snapshot): RuleRoute | null {
  const found = cluster.byId.get(id);
  if (found?.decoded !== true) return null;
  const { resource } = found;
  return resource.kind === 'HTTPRoute' || resource.kind === 'GRPCRoute' ? resource : null;
}

/**
 * Returns the first route of the table that a rule for the request can be added to. All its parents are this
 * one Service port, so that the rule changes no other table.
 */
function targetRoute({ first, host, request }: NoEntry, snapshot: Snapshot): RuleRoute | null {
  const kinds = request.protocol === 'grpc' ? ['GRPCRoute', 'HTTPRoute'] : ['HTTPRoute'];
  if (request.protocol !== 'grpc' && request.protocol !== 'http') return null;
  const ids = new Set([...first.entries.map(({ route }) => route), ...first.routes]);
  const routes = [...ids].flatMap((id) => routeOf(id, snapshot) ?? []);
  const ports = [...snapshot.control.ir.frontends.values()].filter(({ service }) => service === host.service);
  const isOnlyHere = (route: RuleRoute) =>
    route.namespace === first.scope.namespace &&
    route.spec.parentRefs.every(
      ({ kind, namespace, name }) => kind === 'Service' && namespacedName(namespace, name) === host.service,
    ) &&
    ports.every(
      ({ id, tables }) => id === host.id || !tables.some(({ routes }) => routes.includes(route.id)),
    );
  for (const kind of kinds) {
    const found = routes.find(
      (route) => route.kind === kind && !route.sketch && hasSpace(route) && isOnlyHere(route),
    );
    if (found !== undefined) return found;
  }
  return null;
}

/** Returns true if a route has a list of rules with a place for one more. */
function hasSpace(route: RuleRoute): boolean {
  const { length } = writtenRules(route);
  return length > 0 && length < MOST_RULES;
}

/** A mapping as written. */
export type Written = Readonly<Record<string, unknown>>;

/** Returns the rules of a route as written. */
export function writtenRules({ raw }: RuleRoute): readonly unknown[] {
  const rules = field(field(raw, 'spec'), 'rules');
  return Array.isArray(rules) ? rules : [];
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' ? own(value as Written | null, key) : undefined;
}

/** Returns a reference to a port of a Service, as written in a route of a namespace. */
export function backendTo(service: string, port: number, from: string): Written {
  const { namespace, name } = readNamespacedName(service);
  return namespace === from ? { name, port } : { name, namespace, port };
}

/** Returns a fix that adds a rule after the last rule of a route. */
function addRule(name: string, args: Fix['args'], route: RuleRoute, rule: Written): Fix {
  const last = writtenRules(route).length - 1;
  const text = Object.entries(rule)
    .map(([key, value]) => `${key}: ${flowYAML(value)}`)
    .join('\n');
  return {
    name,
    args,
    edits: [{ site: siteOf(route, ['spec', 'rules', last]), action: 'append-item', text }],
  };
}

/** Returns a fix that adds a rule for exactly the path, or the call, of the request. */
function pathRule({ request }: NoEntry, route: RuleRoute, service: Written): Fix | null {
  const { path } = request;
  const [, call, method] = /^\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
  if (route.kind === 'GRPCRoute' && (call === undefined || method === undefined)) return null;
  const match =
    route.kind === 'GRPCRoute'
      ? { method: { service: call, method } }
      : { path: { type: 'Exact', value: path } };
  const args = { path, route: route.id };
  return addRule('add-path-rule', args, route, { matches: [match], backendRefs: [service] });
}

/**
 * Returns a fix that adds a copy of the rule that takes the request, with only the match that takes it. A
 * reference without a namespace gets that of its route. Returns null if the rule cannot be copied: it refers
 * to objects that only its own namespace can use.
 */
function copiedRule(taker: RouteEntry, from: RuleRoute, to: RuleRoute): Fix | null {
  const rule = taker.rule === 'defaultBackend' ? null : writtenRules(from)[taker.rule];
  if (from.kind !== to.kind || typeof rule !== 'object' || rule === null) return null;
  const { name: _name, matches, ...rest } = rule as Written;
  const match = Array.isArray(matches) ? matches[taker.match] : undefined;
  const copied = withNamespaces(rest, from.namespace);
  if (copied === null) return null;
  const args = { from: from.id, rule: taker.rule, route: to.id };
  return addRule('add-hidden-rule', args, to, {
    ...(match === undefined ? null : { matches: [match] }),
    ...copied,
  });
}

/** Filters whose references cannot leave the namespace, or whose references are not written out here. */
const LOCAL_FILTERS: readonly unknown[] = ['ExtensionRef', 'ExternalAuth'];

/** Returns the fields of a rule with the namespace in each reference. Returns null if one is only local. */
function withNamespaces(rule: Written, namespace: string): Written | null {
  const filters = filtersWithNamespaces(rule.filters, namespace);
  if (filters === null) return null;
  const refs: Written[] = [];
  for (const ref of Array.isArray(rule.backendRefs) ? rule.backendRefs : []) {
    if (typeof ref !== 'object' || ref === null) return null;
    const filtered = filtersWithNamespaces((ref as Written).filters, namespace);
    if (filtered === null) return null;
    refs.push({
      ...refWithNamespace(ref as Written, namespace),
      ...(filtered === undefined ? null : { filters: filtered }),
    });
  }
  return {
    ...rule,
    ...(filters === undefined ? null : { filters }),
    ...(refs.length === 0 ? null : { backendRefs: refs }),
  };
}

/** Returns a reference with the namespace after its name. */
function refWithNamespace(ref: Written, namespace: string): Written {
  if ((ref.namespace ?? null) !== null) return ref;
  const { namespace: _none, name, port, weight, ...rest } = ref;
  return {
    ...rest,
    name,
    namespace,
    ...(port === undefined ? null : { port }),
    ...(weight === undefined ? null : { weight }),
  };
}

/** Returns undefined for no filters, and null if a filter cannot be copied. */
function filtersWithNamespaces(filters: unknown, namespace: string): readonly unknown[] | undefined | null {
  if (!Array.isArray(filters)) return undefined;
  const copied: unknown[] = [];
  for (const filter of filters) {
    if (typeof filter !== 'object' || filter === null) return null;
    const { type, requestMirror } = filter as Written;
    if (LOCAL_FILTERS.includes(type)) return null;
    const ref = field(requestMirror, 'backendRef');
    copied.push(
      typeof ref === 'object' && ref !== null
        ? {
            ...filter,
            requestMirror: {
              ...(requestMirror as Written),
              backendRef: refWithNamespace(ref as Written, namespace),
            },
          }
        : filter,
    );
  }
  return copied;
}
