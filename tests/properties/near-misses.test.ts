import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearMisses } from '../../src/core/answers/near-misses.ts';
import { analyse, traceRequest } from '../../src/core/index.ts';
import { routes, SERVICE, toText } from './random-mesh.ts';
import { PLAIN, requestTo } from './small-worlds.ts';

const some = (values: readonly (string | null)[]) => fc.constantFrom(...values);
const requests = fc
  .record({
    client: fc.constantFrom('prod', 'client', 'stranger'),
    path: fc.constantFrom(...PLAIN.paths),
    method: fc.constantFrom(...PLAIN.methods),
    header: some(['1', '2', null]),
    parameter: some(['1', '2', null]),
  })
  .map(({ client, path, method, header, parameter }) => ({
    ...requestTo(client, 80),
    path,
    method,
    headers: header === null ? [] : ([['X-A', header]] as const),
    query: parameter === null ? '' : `q=${parameter}`,
  }));

test('a proposed change that should win wins, and otherwise the named entry takes the request', () => {
  let won = 0;
  fc.assert(
    fc.property(routes, requests, (world, request) => {
      const snapshot = analyse([{ file: 'a.yaml', text: toText([SERVICE, ...world]) }]);
      const step = traceRequest(snapshot, request).steps.at(-1);
      const considered = step !== undefined && 'considered' in step ? step.considered.slice() : [];
      for (const { candidate, request: changed, takenBy, changes } of nearMisses(snapshot, request)) {
        const asked = considered[candidate];
        expect(asked?.result).toBe('missed');
        expect(changes.length).toBeGreaterThan(0);
        const after = traceRequest(snapshot, changed);
        const end = after.steps.at(-1);
        const now = end !== undefined && 'considered' in end ? end.considered.slice() : [];
        const winner = now.find((each) => each.result === 'won');
        if (takenBy === null) {
          won++;
          expect(now[candidate]).toMatchObject({ route: asked?.route, rule: asked?.rule, result: 'won' });
        } else {
          expect(now[candidate]?.result).toBe('lost');
          expect(winner).toMatchObject({
            route: takenBy.route,
            rule: takenBy.rule,
            match: takenBy.match,
          });
        }
      }
    }),
    { numRuns: 150 },
  );
  expect(won).toBeGreaterThan(200);
});
