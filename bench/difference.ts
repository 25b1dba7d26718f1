import { difference } from '../src/core/analysis/questions/difference.ts';
import { load } from './pipeline.ts';
import { stopwatch } from './stopwatch.ts';

/** The time of one comparison of two tables. */
export interface DifferenceFigure {
  readonly entries: number;
  /** How many header names the entries of the table examine. 0: they examine paths. */
  readonly headerNames: number;
  readonly change: 'one rule added' | 'reversed';
  readonly classes: number;
  readonly complete: boolean;
  /** Milliseconds of processor time. */
  readonly cpuMs: number;
}

const PER_ROUTE = 16;
const SIZES: readonly (readonly [entries: number, headerNames: number, DifferenceFigure['change']])[] = [
  [300, 100, 'one rule added'],
  [1000, 0, 'one rule added'],
  [1000, 100, 'one rule added'],
  [1000, 1000, 'one rule added'],
  [100, 100, 'reversed'],
  [1000, 1000, 'reversed'],
];

/** Measures comparisons of compiled tables. The first, smaller one warms up. */
export function runDifferences(): readonly DifferenceFigure[] {
  measure(40, 5, 'one rule added');
  return SIZES.map(([entries, headerNames, change]) => measure(entries, headerNames, change));
}

function measure(entries: number, headerNames: number, change: DifferenceFigure['change']): DifferenceFigure {
  const [before, after] = [null, change].map((of) => {
    const { control, profile } = load(manifests(entries, headerNames, of));
    return { ir: control.ir, profile };
  }) as [Parameters<typeof difference>[0], Parameters<typeof difference>[1]];
  const lap = stopwatch();
  const { changes, complete } = difference(before, after);
  const { cpu: cpuMs } = lap();
  return {
    entries,
    headerNames,
    change,
    classes: changes.length,
    complete,
    cpuMs,
  };
}

/** Returns one Service with routes of 16 rules each, which lead to five Services. */
function manifests(entries: number, headerNames: number, change: DifferenceFigure['change'] | null): string {
  const services = [0, 1, 2, 3, 4, 5].map((at) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: `s${at}`, namespace: 'shop' },
    spec: { selector: { app: `s${at}` }, ports: [{ port: 80 }] },
  }));
  const rules = Array.from({ length: entries }, (_, at) =>
    ruleTo(
      at % 5,
      headerNames === 0
        ? { path: { type: 'PathPrefix', value: `/p${at}` } }
        : { headers: [{ name: `x-h${at % headerNames}`, value: `v${at}` }] },
    ),
  );
  if (change === 'reversed') rules.reverse();
  const routes = [];
  for (let at = 0; at < rules.length; at += PER_ROUTE) {
    routes.push(routeOf(`r-${String(at).padStart(6, '0')}`, rules.slice(at, at + PER_ROUTE)));
  }
  if (change === 'one rule added')
    routes.push(routeOf('canary', [ruleTo(5, { headers: [{ name: 'x-canary', value: 'yes' }] })]));
  return [...services, ...routes].map((each) => JSON.stringify(each)).join('\n---\n');
}

function ruleTo(service: number, match: object) {
  return { matches: [match], backendRefs: [{ name: `s${service}`, port: 80 }] };
}

function routeOf(name: string, rules: readonly object[]) {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name, namespace: 'shop' },
    spec: { parentRefs: [{ group: '', kind: 'Service', name: 's0' }], rules },
  };
}
