import {
  FQDN,
  LABELS,
  NAMESPACES,
  type Text,
  type World,
  type WorldDestination,
  type WorldDestinationRule,
  type WorldMatch,
  type WorldRule,
  type WorldService,
  type WorldSidecar,
  type WorldVirtualService,
} from './istio-world.ts';

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
