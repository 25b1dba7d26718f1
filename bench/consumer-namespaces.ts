import { everyFinding } from '../src/core/answers/reach-findings.ts';
import { load } from './pipeline.ts';
import { stopwatch } from './stopwatch.ts';

/** The time of all findings about one Service with consumer routes in many namespaces. */
export interface ConsumersFigure {
  /** The number of namespaces with a catch-all consumer route, and of producer matches. */
  readonly namespaces: number;
  readonly findings: number;
  /** Milliseconds of processor time. */
  readonly cpuMs: number;
}

/** Measures the findings of `check`, from the compiled tables. The first, smaller run warms up. */
export function runConsumerNamespaces(): readonly ConsumersFigure[] {
  measure(50);
  return [100, 200, 400, 800, 1600].map(measure);
}

function measure(namespaces: number): ConsumersFigure {
  const snapshot = load(manifests(namespaces));
  const lap = stopwatch();
  const findings = everyFinding(snapshot).length;
  const { cpu: cpuMs } = lap();
  return { namespaces, findings, cpuMs };
}

const PER_ROUTE = 10;

function manifests(namespaces: number): string {
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 's', namespace: 'shop' },
    spec: { selector: { app: 's' }, ports: [{ port: 80 }] },
  };
  const producers = Array.from({ length: namespaces / PER_ROUTE }, (_, route) =>
    routeOf(
      'shop',
      `p${route}`,
      Array.from({ length: PER_ROUTE }, (_rule, at) => ({
        matches: [{ path: { type: 'PathPrefix', value: `/p${route * PER_ROUTE + at}` } }],
      })),
    ),
  );
  const consumers = Array.from({ length: namespaces }, (_, at) => routeOf(`n${at}`, 'all', [{}]));
  return [service, ...producers, ...consumers].map((each) => JSON.stringify(each)).join('\n---\n');
}

function routeOf(namespace: string, name: string, rules: readonly object[]) {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name, namespace },
    spec: {
      parentRefs: [{ group: '', kind: 'Service', name: 's', namespace: 'shop' }],
      rules: rules.map((rule) => ({ ...rule, backendRefs: [{ name: 's', namespace: 'shop', port: 80 }] })),
    },
  };
}
