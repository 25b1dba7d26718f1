import { analyse, findProfile, GATEWAY_API } from '../src/core/index.ts';
import type { Snapshot } from '../src/core/snapshot.ts';
import { measureTwoKinds, type TwoKindsFigure } from './two-kinds.ts';

const RULES = 10;
const NAMESPACES = 20;
const RUNS = 7;

/** Measures VirtualServices and the same number of rules of HTTPRoutes. The first, smaller run warms up. */
export function runVirtualServices(): readonly TwoKindsFigure[] {
  measure(100, 2);
  return [100, 1000].map((objects) => measure(objects, RUNS));
}

function measure(objects: number, runs: number): TwoKindsFigure {
  const texts = [manifests(objects, virtualService), manifests(objects, httpRoute)] as const;
  return { objects, rulesOfEach: RULES, ...measureTwoKinds(texts, load, runs) };
}

function load(text: string): Snapshot {
  return analyse([{ file: 'a.yaml', text }], { profile: findProfile('istio') ?? GATEWAY_API });
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
