import type { Cluster } from '../../../../cluster/cluster.ts';
import { namespacedName } from '../../../../ids/ids.ts';
import type { PassedOver } from '../../../../ir/passed-over.ts';
import type { RouteEntry } from '../../../../ir/table.ts';
import { atHost } from '../compile/entry-at-hostname.ts';
import type { EffectiveListener } from '../gateways/listeners.ts';
import { type AnyRoute, allRoutes } from '../routes.ts';
import type { GatewayAttachment } from './attach-to-listeners.ts';
import type { Attachment } from './attach-to-services.ts';
import { type NearParent, nearParentOf } from './near-parents.ts';
import type { ReadPassedOver } from './passed-over-reader.ts';

/** Returns every route that names a Service port or a listener and is not attached to it, with the reason. */
export const readPassedOver: ReadPassedOver = (cluster, services, plane, attachmentsOf, entriesOf) => {
  const onServices = new Map<string, PassedOver[]>();
  const atGateways = new Map<string, PassedOver[]>();
  for (const route of allRoutes(cluster)) {
    for (const each of attachmentsOf(route)) {
      for (const passed of onPorts(each, entriesOf)) add(onServices, each.service, passed);
    }
    for (const ref of route.spec.parentRefs) {
      const near = nearParentOf(route, ref, cluster, services);
      if (near === null) continue;
      const gateway =
        near.parent.kind === 'ListenerSet' ? gatewayOfSet(near.parent.key, cluster) : near.parent.key;
      const map = near.parent.kind === 'Service' ? onServices : atGateways;
      add(map, gateway, byParent(route, near, entriesOf));
    }
  }
  for (const attachment of plane.attachments) {
    for (const { gateway, passed } of atListeners(attachment, entriesOf)) add(atGateways, gateway, passed);
  }
  return { onServices, atGateways };
};

function add(map: Map<string, PassedOver[]>, key: string, passed: PassedOver): void {
  const list = map.get(key);
  if (list) list.push(passed);
  else map.set(key, [passed]);
}

function gatewayOfSet(key: string, cluster: Cluster): string {
  const set = cluster.listenerSets.find((each) => namespacedName(each.namespace, each.name) === key);
  return set === undefined ? key : namespacedName(set.spec.parentRef.namespace, set.spec.parentRef.name);
}

/** Returns the entries of a route for each of its hostnames, without the restriction by a listener. */
function atOwnHosts(route: AnyRoute, entries: readonly RouteEntry[]): readonly RouteEntry[] {
  const { hostnames } = route.spec;
  if (hostnames.length === 0) return entries;
  return entries.flatMap((entry) => hostnames.map((hostname) => atHost(entry, hostname, route)));
}

/**
 * Returns the routes whose Service parentRef is refused, or binds other ports than a request dials (R-112,
 *
 */
function onPorts(
  { route, ref, refusal, ports, facet }: Attachment,
  entriesOf: (route: AnyRoute) => readonly RouteEntry[],
): readonly PassedOver[] {
  const base = { route: route.id, listener: null, entries: entriesOf(route) };
  if (refusal === null) {
    const all = facet?.facts.ports ?? [];
    if (ports.length === all.length) return [];
    // The port that the route needs depends on the dialled port.
    return [
      {
        ...base,
        why: 'other-port',
        on: 'port',
        expected: null,
        actual: ports.join(', '),
        boundPorts: ports,
        finding: null,
      },
    ];
  }
  if (refusal === 'port-missing') {
    const actual = String(ref.port);
    return [
      { ...base, why: 'no-such-port', on: 'port', expected: null, actual, finding: 'parent-port-missing' },
    ];
  }
  if (refusal === 'section-missing') {
    const actual = ref.sectionName ?? '';
    const named = facet?.ports.map(({ name }) => name).filter((name) => name !== '') ?? [];
    const expected = named.length === 0 ? null : named.join(', ');
    return [
      {
        ...base,
        why: 'no-such-section',
        on: 'sectionName',
        expected,
        actual,
        finding: 'parent-section-missing',
      },
    ];
  }
  return [];
}

function byParent(
  route: AnyRoute,
  near: NearParent,
  entriesOf: (route: AnyRoute) => readonly RouteEntry[],
): PassedOver {
  const entries = entriesOf(route);
  return {
    route: route.id,
    why: 'other-parent',
    on: near.field,
    expected: near.expected === '' ? '""' : near.expected,
    actual: near.actual,
    finding: near.finding,
    listener: null,
    entries: near.parent.kind === 'Service' ? entries : atOwnHosts(route, entries),
  };
}

/**
 * Returns the routes that the listeners of a Gateway do not accept for a parentRef, one for each listener.
 */
function atListeners(
  { route, ref, verdicts }: GatewayAttachment,
  entriesOf: (route: AnyRoute) => readonly RouteEntry[],
): readonly { readonly gateway: string; readonly passed: PassedOver }[] {
  const entries = atOwnHosts(route, entriesOf(route));
  const taken = verdicts
    .filter(({ refusal }) => refusal === null)
    .map(({ listener }) => listener.listener.name);
  const hasMeant = verdicts.some(({ refusal }) => refusal !== 'not-named');
  return verdicts.flatMap(({ listener, refusal }) => {
    const base = { route: route.id, entries, listener: listener.id };
    const gateway = namespacedName(listener.gateway.namespace, listener.gateway.name);
    const passed = ((): PassedOver | null => {
      switch (refusal) {
        case null:
        case 'route':
          return null;
        case 'not-named':
          return notNamed(base, listener, ref, taken, hasMeant);
        case 'kind': {
          const expected = listener.supportedKinds.join(', ');
          return {
            ...base,
            why: 'not-allowed-by-listener',
            on: 'kind',
            expected,
            actual: route.kind,
            finding: hasMeant && taken.length > 0 ? null : 'listener-refuses-kind',
          };
        }
        case 'namespace':
          return {
            ...base,
            why: 'not-allowed-by-listener',
            on: 'namespace',
            expected: allowedNamespaces(listener),
            actual: route.namespace,
            finding: taken.length > 0 ? null : 'listener-refuses-namespace',
          };
        case 'hostname':
          return {
            ...base,
            why: 'hostname-does-not-intersect',
            on: 'hostname',
            expected: listener.listener.hostname,
            actual: route.spec.hostnames.join(', '),
            finding: taken.length > 0 ? null : 'listener-hostname-mismatch',
          };
        default:
          return refusal satisfies never;
      }
    })();
    return passed === null ? [] : [{ gateway, passed }];
  });
}

function notNamed(
  base: Pick<PassedOver, 'route' | 'entries' | 'listener'>,
  { listener }: EffectiveListener,
  ref: GatewayAttachment['ref'],
  taken: readonly string[],
  hasMeant: boolean,
): PassedOver {
  const bySection = ref.sectionName !== null && ref.sectionName !== listener.name;
  const on = bySection ? 'sectionName' : 'port';
  const expected = bySection ? listener.name : String(listener.port);
  const actual = bySection ? (ref.sectionName ?? '') : String(ref.port);
  if (hasMeant || taken.length > 0)
    return { ...base, why: 'other-listener', on, expected, actual, finding: null };
  const why = bySection ? 'no-such-section' : 'no-such-port';
  return { ...base, why, on, expected, actual, finding: 'listener-not-found' };
}

/** Returns the namespaces that a listener allows, in the terms of the API. */
function allowedNamespaces({ listener, namespace }: EffectiveListener): string {
  const { from } = listener.allowedRoutes.namespaces;
  return from === 'Same' ? namespace : from;
}
