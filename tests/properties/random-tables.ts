import fc from 'fast-check';
import type { Condition } from '../../src/core/ir/condition.ts';
import type { SimRequest } from '../../src/core/ir/request.ts';
import type { RouteTable } from '../../src/core/ir/table.ts';
import { viewRequest, type WholeRequestView } from '../../src/core/match/request-view.ts';
import { GATEWAY_API, type Profile } from '../../src/core/profile/profile.ts';
import { condition, entry, routeTable } from '../route-tables.ts';

const PATHS = ['/', '/a', '/a/', '/a/b', '/b'];
const conditions: fc.Arbitrary<readonly Condition[]> = fc
  .record({
    path: fc.option(fc.tuple(fc.constantFrom('exact', 'path-prefix', 'regex'), fc.constantFrom(...PATHS)), {
      freq: 2,
    }),
    method: fc.option(fc.constantFrom('GET', 'POST'), { freq: 1 }),
    headers: fc.uniqueArray(
      fc.tuple(
        fc.constantFrom('x-a', 'x-b', 'accept'),
        fc.constantFrom('exact', 'regex'),
        fc.constantFrom('1', '2', '1,2'),
      ),
      { maxLength: 2, selector: ([name]) => name },
    ),
    query: fc.option(fc.constantFrom('1', '2'), { freq: 1 }),
    strange: fc.constantFrom(true, false, false, false),
  })
  .map(({ path, method, headers, query, strange }) => [
    ...(path === null ? [] : [condition('path', path[0] as Condition['op'], path[1])]),
    ...(method === null ? [] : [condition('method', 'exact', method)]),
    ...headers.map(([name, op, value]) => condition('header', op as Condition['op'], value, name)),
    ...(query === null ? [] : [condition('query', 'exact', query, 'q')]),
    // The matcher does not know this operator: the condition never holds.
    ...(strange && headers.length === 0 ? [condition('header', 'sounds-like' as never, '1', 'x-c')] : []),
  ]);

/** Tables of few paths, headers and values, so that several entries match a request. */
export const tables: fc.Arbitrary<RouteTable> = fc
  .array(fc.record({ conditions, route: fc.constantFrom('r', 's'), named: fc.boolean(), age: fc.nat(2) }), {
    maxLength: 12,
  })
  .map((entries) =>
    routeTable(
      entries.map(({ conditions: asked, route, named, age }, at) =>
        entry(asked, {
          route: `HTTPRoute/shop/${route}`,
          rule: at,
          ruleName: named ? `rule ${at}` : null,
          rank: [{ by: 'age', prefer: 'lesser', value: age }],
        }),
      ),
    ),
  );

/** Requests to such tables, as the matcher reads them. */
export const views: fc.Arbitrary<WholeRequestView> = fc
  .record({
    path: fc.constantFrom(...PATHS, '/a/b/c'),
    method: fc.constantFrom('GET', 'POST'),
    query: fc.constantFrom('', 'q=1', 'q=2&q=1'),
    // The same header can come twice, with the same value or another.
    headers: fc.array(
      fc.tuple(fc.constantFrom('x-a', 'X-A', 'x-b', 'accept', 'x-c'), fc.constantFrom('1', '2')),
      {
        maxLength: 4,
      },
    ),
    repeatedHeaders: fc.constantFrom<Profile['repeatedHeaders']>(
      'any-or-joined',
      'joined',
      'first',
      'individually',
    ),
  })
  .map(({ repeatedHeaders, ...asked }) => {
    const request: SimRequest = {
      from: null,
      gateway: null,
      protocol: 'http',
      scheme: 'http',
      host: 'cart.shop',
      port: 80,
      portWritten: false,
      sni: null,
      podOf: null,
      backend: null,
      ...asked,
    };
    return viewRequest(request, { ...GATEWAY_API, repeatedHeaders });
  });
