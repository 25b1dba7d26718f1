import { expect, test } from 'vitest';
import { forwardPath, gatewayAPI, load, readRequest, service, toService } from '../../../tests/manifests.ts';
import { explainTrace } from '../explain/explain-trace.ts';
import { traceRequest } from '../pipeline.ts';
import { pageTrace } from './candidate-page.ts';
import { candidatesBetween, compareRequests } from './more-of-trace.ts';

/** Returns a snapshot of a Service with one route of `count` rules. */
function withRules(count: number) {
  const rules = Array.from({ length: count }, (_, at) => forwardPath(`/part${1000 + at}`, 'cart', 'Exact'));
  return load([
    service('shop/cart'),
    gatewayAPI('HTTPRoute', 'shop/cart', { parentRefs: [toService('cart')], rules }),
  ]);
}

const to = (path: string) => readRequest({ from: 'shop', url: `http://cart${path}` });

function sent(count: number, path: string) {
  const snapshot = withRules(count);
  const trace = traceRequest(snapshot, to(path));
  const page = pageTrace(explainTrace(trace));
  const step = page.trace.steps.at(-1);
  const whole = trace.steps.at(-1);
  if (step === undefined || !('considered' in step)) throw new Error('no candidates');
  if (whole === undefined || !('considered' in whole)) throw new Error('no candidates');
  return { snapshot, page, considered: step.considered, whole: whole.considered.slice() };
}

test('a short list is sent whole', () => {
  const { considered, whole } = sent(200, '/part1150');
  expect(considered).toEqual({ length: 200, first: whole, won: null });
});

test('of a long list the first candidates and the winner are sent', () => {
  const { considered, whole, page } = sent(201, '/part1150');
  const index = whole.findIndex(({ result }) => result === 'won');
  expect(index).toBeGreaterThan(60);
  expect(considered).toEqual({
    length: 201,
    first: whole.slice(0, 60),
    won: { index, candidate: whole[index] },
  });
  // It is plain data, as messages need it.
  expect(structuredClone(page)).toEqual(page);
});

test.each(['/part1000', '/none'])(
  'a winner among the first is not sent twice, and none is sent for none: %s',
  (path) => {
    expect(sent(300, path).considered.won).toBeNull();
  },
);

test('the rest of a list is the rest of the candidates', () => {
  const { snapshot, considered, whole } = sent(300, '/part1150');
  const rest = candidatesBetween(snapshot, to('/part1150'), considered.first.length, whole.length);
  expect([...considered.first, ...rest]).toEqual(whole);
  expect(candidatesBetween(snapshot, to('/part1150'), 60, 70)).toEqual(whole.slice(60, 70));
  expect(candidatesBetween(snapshot, readRequest({ from: 'shop', url: 'http://none.test/' }), 0, 9)).toEqual(
    [],
  );
});

test('two requests are compared by all their candidates', () => {
  const snapshot = withRules(300);
  expect(compareRequests(snapshot, [to('/part1001'), to('/part1001')])).toBeNull();
  expect(compareRequests(snapshot, [to('/part1001'), to('/part1002')])).toMatchObject({
    on: 'winner',
    steps: [5, 5],
  });
});
