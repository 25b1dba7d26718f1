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

const LABELS: readonly Record<string, string>[] = [{ app: 's0' }, { version: 'v2' }];

export type Random = () => number;

/** Returns a generator of numbers from 0 to 1 that a seed determines. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export class Choices {
  private readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  below(count: number): number {
    return Math.floor(this.random() * count);
  }

  of<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  some<T>(from: number, to: number, make: () => T): T[] {
    return Array.from({ length: from + this.below(to - from + 1) }, make);
  }
}

/** The conditions that matches choose from. The requests distinguish all of them. */
export const URIS: readonly Text[] = [
  { exact: '/a' },
  { exact: '/b' },
  { prefix: '/' },
  { prefix: '/a' },
  { prefix: '/a/' },
  { prefix: '/B' },
  { regex: '/a.*' },
  { regex: '/[ab]' },
  { regex: '.*' },
];
export const METHODS: readonly Text[] = [{ exact: 'GET' }, { regex: 'GET|POST' }, { prefix: 'P' }];
export const VALUES: readonly (Text | Record<string, never>)[] = [
  { exact: '1' },
  { exact: '12' },
  { prefix: '1' },
  { regex: '1.*' },
  { regex: '.*' },
  {},
];
export const QUERIES: readonly (Text | Record<string, never>)[] = [{ exact: '1' }, { exact: '' }, {}];

export const FQDN = (name: string, namespace: string) => `${name}.${namespace}.svc.cluster.local`;
const PLAIN_HOSTS = ['site.example', '*.example', 'one.site.example', 's0.one', '*.one.svc.cluster.local'];

/** Returns a random world. */
export function randomWorld(seed: number): World {
  const choices = new Choices(randomFrom(seed));
  const services: WorldService[] = choices
    .some(2, 3, () => null)
    .map((_, at) => ({
      namespace: choices.of(NAMESPACES),
      name: `s${at}`,
      ports: [
        { name: 'http', port: choices.of([80, 8080]) },
        ...(choices.chance(0.4) ? [{ name: choices.of(['tcp', 'web', 'http-b']), port: 9000 }] : []),
      ],
      exportTo: choices.chance(0.2) ? [choices.of(['.', 'two', '~'])] : [],
      versions: choices.chance(0.5) ? ['v1'] : ['v1', 'v2'],
    }));
  let age = 0;
  const exportTo = () =>
    choices.chance(0.65)
      ? []
      : choices.chance(0.5)
        ? ['.']
        : [choices.of(NAMESPACES), '.'].slice(choices.below(2));
  const destination = (): WorldDestination => {
    const { namespace, name, ports } = choices.of(services);
    return {
      host: FQDN(name, namespace),
      ...(choices.chance(0.5) ? { subset: choices.of(['v1', 'v2', 'v3']) } : null),
      ...(choices.chance(0.7) ? { port: choices.of(ports).port } : null),
      weight: choices.of([1, 3]),
    };
  };
  const match = (): WorldMatch => ({
    ...(choices.chance(0.6) ? { uri: choices.of(URIS) } : null),
    ...(choices.chance(0.15) ? { ignoreUriCase: true } : null),
    ...(choices.chance(0.25) ? { method: choices.of(METHODS) } : null),
    ...(choices.chance(0.35) ? { headers: { x: choices.of(VALUES) } } : null),
    ...(choices.chance(0.2) ? { withoutHeaders: { x: choices.of(VALUES) } } : null),
    ...(choices.chance(0.15) ? { queryParams: { q: choices.of(QUERIES) } } : null),
    ...(choices.chance(0.12) ? { port: choices.of([80, 8080, 9000]) } : null),
    ...(choices.chance(0.12) ? { sourceLabels: choices.of(LABELS) } : null),
    ...(choices.chance(0.12) ? { sourceNamespace: choices.of(NAMESPACES) } : null),
    ...(choices.chance(0.06) ? { gateways: choices.of([['mesh'], ['edge'], ['mesh', 'edge']]) } : null),
  });
  const rule = (): WorldRule => ({
    ...(choices.chance(0.85) ? { match: choices.some(1, 2, match) } : null),
    ...(choices.chance(0.15)
      ? { status: choices.of([204, 418]) }
      : { route: choices.some(1, 2, destination) }),
  });
  const virtualServices: WorldVirtualService[] = choices
    .some(1, 4, () => null)
    .map((_, at) => {
      const namespace = choices.of(NAMESPACES);
      const host = () => {
        const service = choices.of(services);
        if (choices.chance(0.7)) return FQDN(service.name, service.namespace);
        return choices.chance(0.3) && service.namespace === namespace
          ? service.name
          : choices.of(PLAIN_HOSTS);
      };
      const hosts = [...new Set(choices.some(1, 2, host))];
      return {
        namespace,
        name: `v${at}`,
        created: choices.below(3) * 60 + age++,
        hosts: isAllowed(hosts) ? hosts : hosts.slice(0, 1),
        exportTo: exportTo(),
        gateways: choices.chance(0.1) ? choices.of([['edge'], ['mesh', 'edge']]) : [],
        http: choices.some(1, 4, rule),
      };
    });
  const destinationRules: WorldDestinationRule[] = services.flatMap((service, at) =>
    [service.namespace, choices.of(NAMESPACES), 'istio-system']
      .filter((each, index, all) => all.indexOf(each) === index && choices.chance(index === 0 ? 0.8 : 0.25))
      .flatMap((namespace, index): WorldDestinationRule[] => {
        const subsets = choices.some(0, 3, () => choices.of(['v1', 'v2', 'v3']));
        const made = {
          namespace,
          name: `d${at}-${index}`,
          created: age++,
          host: FQDN(service.name, service.namespace),
          exportTo: exportTo(),
          subsets: [...new Set(subsets)].map((name) => ({ name, labels: { version: name } })),
        };
        if (!choices.chance(0.15) || namespace === 'istio-system') return [made];
        return [
          made,
          {
            ...made,
            name: `${made.name}-s`,
            created: age++,
            exportTo: [],
            selector: { version: 'v2' },
            subsets: [],
          },
        ];
      }),
  );
  const sidecars: WorldSidecar[] = choices.chance(0.4)
    ? choices
        .some(1, 2, () => null)
        .map((_, at) => ({
          namespace: choices.of([...NAMESPACES, 'istio-system']),
          name: `c${at}`,
          created: age++,
          ...(choices.chance(0.3) ? { selector: { version: 'v2' } } : null),
          egress: choices
            .some(0, 2, () => ({
              hosts: choices.some(1, 2, () =>
                choices.of(['./*', '*/*', 'one/*', 'two/*', `*/${FQDN('s0', 'one')}`, '*/site.example']),
              ),
            }))
            .slice(0, 1),
          registryOnly: choices.chance(0.4),
        }))
    : [];
  return {
    services,
    virtualServices,
    destinationRules,
    sidecars: sidecars.filter(
      ({ namespace, selector }) => namespace !== 'istio-system' || selector === undefined,
    ),
  };
}

/** Hosts of one VirtualService must not cover each other (Istio 10.3, 16.1). */
function isAllowed(hosts: readonly string[]): boolean {
  const [first = '', second = ''] = hosts;
  const covers = (wide: string, narrow: string) => wide.startsWith('*') && narrow.endsWith(wide.slice(1));
  const isShort = hosts.some((host) => !host.includes('.'));
  return hosts.length < 2 || (!covers(first, second) && !covers(second, first) && !isShort);
}

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

/** Returns a world with one difference. */
export function changedWorld(world: World, seed: number): World {
  const choices = new Choices(randomFrom(seed));
  const other = randomWorld(seed);
  const changed = structuredClone(world) as World;
  const { services, virtualServices, destinationRules, sidecars } = changed;
  const vs = choices.of(virtualServices);
  const edits: (() => void)[] = [
    () =>
      void vs.http.splice(
        choices.below(vs.http.length),
        1,
        choices.of(choices.of(other.virtualServices).http),
      ),
    () => void vs.http.reverse(),
    () => void virtualServices.splice(virtualServices.indexOf(vs), 1),
    () => {
      vs.exportTo = choices.of([[], ['.'], ['two']]);
    },
    () => {
      vs.created += choices.of([-200, 200]);
    },
    () => void destinationRules.splice(choices.below(destinationRules.length + 1), 1),
    () => void sidecars.splice(0, 1, ...other.sidecars.slice(0, 1)),
    () => {
      choices.of(services).exportTo = choices.of([[], ['.'], ['two']]);
    },
  ];
  choices.of(edits)();
  return changed;
}
