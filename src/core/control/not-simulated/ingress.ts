import type { Entrance, InfluencePlace } from '../../ir/influence.ts';
import { itemsAt, textAt, textsAt } from './raw-values.ts';
import type { KindReach, RawResource, Reach } from './reach.ts';

/**
 * These kinds accept requests from outside by their host: at a Gateway, or if the manifests do not declare
 * the host.
 */
const ENTRANCES: readonly Entrance[] = ['gateway', 'unresolved'];

function byHosts(hosts: readonly (string | null)[]): Reach | null {
  // Without a host they accept every host at their own controller. That has no effect on this request.
  const named = hosts.filter((host): host is string => host !== null && host !== '*');
  if (named.length === 0) return null;
  return {
    places: named.map((host): InfluencePlace => ({ at: 'host', pattern: host.toLowerCase() })),
    entrances: ENTRANCES,
  };
}

/** Returns the hosts in the rule of a Traefik route: ``Host(`a`, `b`)`` and HostSNI. */
function hostsOfRule(rule: string): readonly string[] {
  return [...rule.matchAll(/Host(?:SNI)?\(([^)]*)\)/g)].flatMap(([, names = '']) =>
    [...names.matchAll(/[`"']([^`"']+)[`"']/g)].map(([, host = '']) => host),
  );
}

function ingressRoute({ raw }: RawResource): Reach | null {
  return byHosts(
    itemsAt(raw, 'spec', 'routes').flatMap((route) => hostsOfRule(textAt(route, 'match') ?? '')),
  );
}

/** The kinds of Ingress controllers. Ingresses are simulated. */
export const INGRESS: readonly KindReach[] = [
  {
    group: 'projectcontour.io',
    kind: 'HTTPProxy',
    read: ({ raw }) => byHosts([textAt(raw, 'spec', 'virtualhost', 'fqdn')]),
  },
  { group: 'traefik.io', kind: 'IngressRoute', read: ingressRoute },
  { group: 'traefik.io', kind: 'IngressRouteTCP', read: ingressRoute },
  { group: 'traefik.containo.us', kind: 'IngressRoute', read: ingressRoute },
  { group: 'traefik.containo.us', kind: 'IngressRouteTCP', read: ingressRoute },
  {
    group: 'getambassador.io',
    kind: 'Mapping',
    read: ({ raw }) => byHosts([textAt(raw, 'spec', 'hostname'), textAt(raw, 'spec', 'host')]),
  },
  {
    group: 'gateway.solo.io',
    kind: 'VirtualService',
    read: ({ raw }) => byHosts(textsAt(raw, 'spec', 'virtualHost', 'domains')),
  },
  {
    group: 'apisix.apache.org',
    kind: 'ApisixRoute',
    read: ({ raw }) =>
      byHosts(itemsAt(raw, 'spec', 'http').flatMap((each) => textsAt(each, 'match', 'hosts'))),
  },
  {
    group: 'k8s.nginx.org',
    kind: 'VirtualServer',
    read: ({ raw }) => byHosts([textAt(raw, 'spec', 'host')]),
  },
  {
    group: 'k8s.nginx.org',
    kind: 'TransportServer',
    read: ({ raw }) => byHosts([textAt(raw, 'spec', 'host')]),
  },
  { group: 'route.openshift.io', kind: 'Route', read: ({ raw }) => byHosts([textAt(raw, 'spec', 'host')]) },
  { group: 'zalando.org', kind: 'RouteGroup', read: ({ raw }) => byHosts(textsAt(raw, 'spec', 'hosts')) },
];
