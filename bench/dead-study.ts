import { analyseReach } from '../src/core/answers/table-reach.ts';
import type { SimRequest } from '../src/core/ir/request.ts';
import type { RouteTable } from '../src/core/ir/table.ts';
import { holds } from '../src/core/match/conditions.ts';
import { type RequestView, viewRequest } from '../src/core/match/request-view.ts';
import { GATEWAY_API } from '../src/core/profile/profile.ts';
import { type StudyShape, studySet } from './generate-dead.ts';
import { load } from './pipeline.ts';

/** The number of dead rules that the analysis finds in random sets, and the number of false ones. */
export interface StudyResult {
  readonly shape: string;
  readonly sets: number;
  readonly entries: number;
  readonly dead: number;
  readonly found: number;
  readonly falselyFound: number;
  readonly undecided: number;
}

const SETS = 20_000;

const SHAPES: readonly StudyShape[] = [
  { name: 'prefixes', exact: 0, conditions: 0 },
  { name: 'prefixes and exact paths', exact: 0.4, conditions: 0 },
  { name: 'one in ten with a header or method', exact: 0.3, conditions: 0.1 },
  { name: 'four in ten with a header or method', exact: 0.3, conditions: 0.4 },
];

/** Returns every request that the names of the sets distinguish, and values that none of them names. */
function everyView(): readonly RequestView[] {
  const paths = [
    '/',
    '/a',
    '/a/x',
    '/a/b',
    '/a/b/x',
    '/a/b/c',
    '/a/b/c/x',
    '/ab',
    '/ab/x',
    '/b',
    '/b/x',
    '/b/c',
    '/b/c/x',
    '/x',
  ];
  const values = [null, '1', '2', '3'];
  const views: RequestView[] = [];
  for (const path of paths)
    for (const method of ['GET', 'POST', 'PUT'])
      for (const a of values)
        for (const b of values)
          for (const q of values) views.push(viewRequest(requestOf(path, method, a, b, q), GATEWAY_API));
  return views;
}

function requestOf(
  path: string,
  method: string,
  a: string | null,
  b: string | null,
  q: string | null,
): SimRequest {
  return {
    from: { namespace: 'shop', workload: null, inMesh: true },
    gateway: null,
    protocol: 'http',
    method,
    scheme: 'http',
    host: 'big.shop',
    port: 80,
    portWritten: false,
    path,
    query: q === null ? '' : `q=${q}`,
    headers: [...(a === null ? [] : [['x-a', a] as const]), ...(b === null ? [] : [['x-b', b] as const])],
    sni: null,
    podOf: null,
    backend: null,
  };
}

/** Returns the entries that win none of the requests, by trying all requests. */
function deadByTrial(table: RouteTable, views: readonly RequestView[]): ReadonlySet<number> {
  const dead = new Set(table.entries.keys());
  for (const view of views) {
    if (dead.size === 0) break;
    const winner = table.entries.findIndex((entry) => entry.conditions.every((each) => holds(each, view)));
    dead.delete(winner);
  }
  return dead;
}

/** Analyses random sets of rules, a quarter of them of each shape. */
export function runDeadStudy(): readonly StudyResult[] {
  const views = everyView();
  return SHAPES.map((shape, at) => {
    const result = { entries: 0, dead: 0, found: 0, falselyFound: 0, undecided: 0 };
    const sets = SETS / SHAPES.length;
    for (let set = 0; set < sets; set++) {
      const [reach] = analyseReach(load(studySet(at * SETS + set, shape)));
      if (reach === undefined) continue;
      const dead = deadByTrial(reach.table, views);
      for (const [order, { reach: verdict }] of reach.entries.entries()) {
        result.entries++;
        if (dead.has(order)) result.dead++;
        if (verdict === 'unknown') result.undecided++;
        if (verdict !== 'dead') continue;
        if (dead.has(order)) result.found++;
        else result.falselyFound++;
      }
    }
    return { shape: shape.name, sets, ...result };
  });
}
