/** Random meshes with objects of Istio that are small enough to try every request. */

export type Text = { readonly exact: string } | { readonly prefix: string } | { readonly regex: string };

export interface WorldMatch {
  uri?: Text;
  ignoreUriCase?: boolean;
  method?: Text;
  authority?: Text;
  headers?: Record<string, Text | Record<string, never>>;
  withoutHeaders?: Record<string, Text | Record<string, never>>;
  queryParams?: Record<string, Text | Record<string, never>>;
  port?: number;
  sourceLabels?: Record<string, string>;
  sourceNamespace?: string;
  gateways?: string[];
}

export interface WorldDestination {
  host: string;
  subset?: string;
  port?: number;
  weight?: number;
}

export interface WorldRule {
  match?: WorldMatch[];
  route?: WorldDestination[];
  status?: number;
}

export interface WorldVirtualService {
  namespace: string;
  name: string;
  created: number;
  hosts: string[];
  exportTo: string[];
  gateways: string[];
  http: WorldRule[];
}

export interface WorldDestinationRule {
  namespace: string;
  name: string;
  created: number;
  host: string;
  exportTo: string[];
  selector?: Record<string, string>;
  subsets: { name: string; labels: Record<string, string> }[];
}

export interface WorldSidecar {
  namespace: string;
  name: string;
  created: number;
  selector?: Record<string, string>;
  egress: { port?: number; hosts: string[] }[];
  registryOnly: boolean;
}

export interface WorldService {
  namespace: string;
  name: string;
  ports: { name: string; port: number }[];
  exportTo: string[];
  versions: string[];
}

export interface World {
  readonly services: WorldService[];
  readonly virtualServices: WorldVirtualService[];
  readonly destinationRules: WorldDestinationRule[];
  readonly sidecars: WorldSidecar[];
}

export interface WorldClient {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

export const NAMESPACES = ['one', 'two', 'three'] as const;

/** The clients of a world: Pods of workloads, with some labels and without, and one of no namespace. */
export function clientsOf({ services }: World): readonly WorldClient[] {
  const clients: WorldClient[] = NAMESPACES.map((namespace) => ({ namespace, labels: {} }));
  clients.push({ namespace: 'istio-system', labels: {} }, { namespace: '', labels: {} });
  for (const namespace of [...NAMESPACES, 'istio-system', ''])
    for (const labels of LABELS) clients.push({ namespace, labels });
  for (const { namespace, name, versions } of services)
    for (const version of versions) clients.push({ namespace, labels: { app: name, version } });
  return clients;
}

export const LABELS: readonly Record<string, string>[] = [{ app: 's0' }, { version: 'v2' }];

export const FQDN = (name: string, namespace: string) => `${name}.${namespace}.svc.cluster.local`;

const meta = (namespace: string, name: string, created?: number) => ({
  namespace,
  name,
  ...(created === undefined
    ? null
    : { creationTimestamp: new Date(1.7e12 + created * 1000).toISOString().replace('.000', '') }),
});

/** Returns the manifests of a world. */
export function textOfWorld({ services, virtualServices, destinationRules, sidecars }: World): string {
  const documents: unknown[] = [
    ...NAMESPACES.map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })),
  ];
  for (const { namespace, name, ports, exportTo, versions } of services) {
    const annotations = exportTo.length === 0 ? {} : { 'networking.istio.io/exportTo': exportTo.join(',') };
    documents.push({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { ...meta(namespace, name), annotations },
      spec: { selector: { app: name }, ports },
    });
    for (const version of versions) {
      const labels = { app: name, version };
      documents.push({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: meta(namespace, `${name}-${version}`),
        spec: {
          selector: { matchLabels: labels },
          template: { metadata: { labels }, spec: { containers: [{ name: 'c', image: 'i' }] } },
        },
      });
    }
  }
  const istio = (kind: string, of: { namespace: string; name: string; created: number }, spec: unknown) =>
    documents.push({
      apiVersion: 'networking.istio.io/v1',
      kind,
      metadata: meta(of.namespace, of.name, of.created),
      spec,
    });
  for (const each of virtualServices) {
    const { hosts, exportTo, gateways, http } = each;
    istio('VirtualService', each, {
      hosts,
      ...(exportTo.length === 0 ? null : { exportTo }),
      ...(gateways.length === 0 ? null : { gateways }),
      http: http.map(({ match, route, status }) => ({
        ...(match === undefined ? null : { match }),
        ...(status === undefined ? null : { directResponse: { status } }),
        ...(route === undefined
          ? null
          : {
              route: route.map(({ host, subset, port, weight }) => ({
                destination: {
                  host,
                  ...(subset === undefined ? null : { subset }),
                  ...(port === undefined ? null : { port: { number: port } }),
                },
                weight,
              })),
            }),
      })),
    });
  }
  for (const each of destinationRules) {
    const { host, exportTo, selector, subsets } = each;
    istio('DestinationRule', each, {
      host,
      subsets,
      ...(exportTo.length === 0 ? null : { exportTo }),
      ...(selector === undefined ? null : { workloadSelector: { matchLabels: selector } }),
    });
  }
  for (const each of sidecars) {
    const { selector, egress, registryOnly } = each;
    istio('Sidecar', each, {
      ...(selector === undefined ? null : { workloadSelector: { labels: selector } }),
      ...(egress.length === 0
        ? null
        : {
            egress: egress.map(({ port, hosts }) => ({
              hosts,
              ...(port === undefined ? null : { port: { number: port, protocol: 'HTTP', name: 'p' } }),
            })),
          }),
      ...(registryOnly ? { outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } } : null),
    });
  }
  return documents.map((each) => JSON.stringify(each)).join('\n---\n');
}
