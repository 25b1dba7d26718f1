import { convertIngresses } from '../src/core/convert/conversion.ts';
import { analyse, GATEWAY_API } from '../src/core/index.ts';
import type { Snapshot } from '../src/core/snapshot.ts';
import { type Elapsed, stopwatch } from './stopwatch.ts';
import { measureTwoKinds, type TwoKindsFigure } from './two-kinds.ts';

const PATHS = 10;
const NAMESPACES = 20;
const RUNS = 7;

/** The tables of Ingresses of ingress-nginx and those of HTTPRoutes, and conversions with their proofs. */
export interface IngressesFigure {
  readonly tables: readonly TwoKindsFigure[];
  readonly conversions: readonly {
    readonly ingresses: number;
    /** The number of classes of requests that the conversion changes. */
    readonly changes: number;
    readonly elapsed: Elapsed;
  }[];
}

/** Measures Ingresses and the same number of rules of HTTPRoutes at a Gateway. The first, smaller run warms up. */
export function runIngresses(): IngressesFigure {
  measure(100, 2);
  return {
    tables: [100, 1000].map((objects) => measure(objects, RUNS)),
    conversions: [25, 50, 100].map((ingresses) => {
      const snapshot = load(manifests(ingresses, ingress));
      const lap = stopwatch();
      const { proof } = convertIngresses(snapshot);
      return { ingresses, changes: proof.changes.length, elapsed: lap() };
    }),
  };
}

function measure(objects: number, runs: number): TwoKindsFigure {
  const texts = [manifests(objects, ingress), manifests(objects, httpRoute)] as const;
  return { objects, rulesOfEach: PATHS, ...measureTwoKinds(texts, load, runs) };
}

function load(text: string): Snapshot {
  return analyse([{ file: 'a.yaml', text }], { profile: GATEWAY_API });
}

const namespaceOf = (at: number) => `n${at % NAMESPACES}`;
const paths = <T>(make: (path: string) => T) => Array.from({ length: PATHS }, (_, at) => make(`/p${at}`));

const ENTRANCES: readonly unknown[] = [
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: { name: 'nginx' },
    spec: { controller: 'k8s.io/ingress-nginx' },
  },
  {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'GatewayClass',
    metadata: { name: 'edge' },
    spec: { controllerName: 'example.com/edge' },
  },
  {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { name: 'edge', namespace: 'n0' },
    spec: {
      gatewayClassName: 'edge',
      listeners: [
        { name: 'http', port: 80, protocol: 'HTTP', allowedRoutes: { namespaces: { from: 'All' } } },
      ],
    },
  },
];

function manifests(objects: number, make: (at: number) => unknown): string {
  const documents = [...ENTRANCES];
  for (let at = 0; at < objects; at++)
    documents.push(
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: `s${at}`, namespace: namespaceOf(at) },
        spec: { selector: { app: `s${at}` }, ports: [{ name: 'http', port: 80 }] },
      },
      make(at),
    );
  return documents.map((each) => JSON.stringify(each)).join('\n---\n');
}

function ingress(at: number): unknown {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: `r${at}`, namespace: namespaceOf(at) },
    spec: {
      ingressClassName: 'nginx',
      rules: [
        {
          host: `h${at}.test`,
          http: {
            paths: paths((path) => ({
              path,
              pathType: 'Prefix',
              backend: { service: { name: `s${at}`, port: { number: 80 } } },
            })),
          },
        },
      ],
    },
  };
}

function httpRoute(at: number): unknown {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: `r${at}`, namespace: namespaceOf(at) },
    spec: {
      parentRefs: [{ name: 'edge', namespace: 'n0' }],
      hostnames: [`h${at}.test`],
      rules: paths((value) => ({
        matches: [{ path: { type: 'PathPrefix', value } }],
        backendRefs: [{ name: `s${at}`, port: 80 }],
      })),
    },
  };
}
