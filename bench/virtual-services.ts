import { tablesOf } from '../src/core/answers/table-reach.ts';
import { analyse, collectFindings, findProfile, GATEWAY_API } from '../src/core/index.ts';
import type { Snapshot } from '../src/core/snapshot.ts';
import { type Elapsed, stopwatch } from './stopwatch.ts';

/** The time from text to tables of VirtualServices, and of the same number of rules of HTTPRoutes. */
export interface VirtualServicesFigure {
  /** The number of VirtualServices and of HTTPRoutes. */
  readonly objects: number;
  readonly rulesOfEach: number;
  /** The number of entries in all tables, of VirtualServices and of HTTPRoutes. */
  readonly entries: readonly [number, number];
  /** Medians of several runs that alternate. */
  readonly virtualServices: Elapsed;
  readonly routes: Elapsed;
  /** The same, with all findings that an edit computes. */
  readonly withFindings: readonly [Elapsed, Elapsed];
}

const RULES = 10;
const NAMESPACES = 20;
const RUNS = 7;

/** Measures both kinds in turn. The first, smaller run warms up. */
export function runVirtualServices(): readonly VirtualServicesFigure[] {
  measure(100, 2);
  return [100, 1000].map((objects) => measure(objects, RUNS));
}

function measure(objects: number, runs: number): VirtualServicesFigure {
  const texts = { istio: manifests(objects, virtualService), routes: manifests(objects, httpRoute) };
  const times = { istio: [] as Elapsed[], routes: [] as Elapsed[] };
  const found = { istio: [] as Elapsed[], routes: [] as Elapsed[] };
  const entries = { istio: 0, routes: 0 };
  for (let run = 0; run < runs; run++) {
    for (const kind of ['istio', 'routes'] as const) {
      const lap = stopwatch();
      const snapshot = load(texts[kind]);
      entries[kind] = tablesOf(snapshot).reduce((sum, { table }) => sum + table.entries.length, 0);
      times[kind].push(lap());
      collectFindings(snapshot);
      found[kind].push(lap());
    }
  }
  return {
    objects,
    rulesOfEach: RULES,
    entries: [entries.istio, entries.routes],
    virtualServices: medianOf(times.istio),
    routes: medianOf(times.routes),
    withFindings: [medianOf(found.istio), medianOf(found.routes)],
  };
}

function load(text: string): Snapshot {
  return analyse([{ file: 'a.yaml', text }], { profile: findProfile('istio') ?? GATEWAY_API });
}

function medianOf(times: readonly Elapsed[]): Elapsed {
  const middle = (values: readonly number[]) =>
    [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  return { wall: middle(times.map(({ wall }) => wall)), cpu: middle(times.map(({ cpu }) => cpu)) };
}

const namespaceOf = (at: number) => `n${at % NAMESPACES}`;

function manifests(objects: number, make: (at: number) => unknown): string {
  const documents: unknown[] = [];
  for (let at = 0; at < objects; at++) {
    documents.push(
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: `s${at}`, namespace: namespaceOf(at) },
        spec: { selector: { app: `s${at}` }, ports: [{ name: 'http', port: 80 }] },
      },
      make(at),
    );
  }
  return documents.map((each) => JSON.stringify(each)).join('\n---\n');
}

const rules = <T>(make: (rule: number) => T) => Array.from({ length: RULES }, (_, rule) => make(rule));

function virtualService(at: number): unknown {
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name: `r${at}`, namespace: namespaceOf(at) },
    spec: {
      hosts: [`s${at}`],
      http: rules((rule) => ({
        match: [{ uri: { prefix: `/p${rule}/` }, headers: { 'x-a': { exact: `${rule}` } } }],
        route: [{ destination: { host: `s${at}`, port: { number: 80 } } }],
      })),
    },
  };
}

function httpRoute(at: number): unknown {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: `r${at}`, namespace: namespaceOf(at) },
    spec: {
      parentRefs: [{ group: '', kind: 'Service', name: `s${at}` }],
      rules: rules((rule) => ({
        matches: [
          { path: { type: 'PathPrefix', value: `/p${rule}` }, headers: [{ name: 'x-a', value: `${rule}` }] },
        ],
        backendRefs: [{ name: `s${at}`, port: 80 }],
      })),
    },
  };
}
