import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyse, traceRequest } from '../index.ts';
import { readURL } from '../ir/read-url.ts';
import type { BackendBehaviour, SimRequest } from '../ir/request.ts';
import type { Trace } from '../ir/trace.ts';
import { compareTraces } from './compare-traces.ts';

const textOf = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../../examples', `${name}.yaml`), 'utf8');
const FACES = analyse([{ file: 'a.yaml', text: textOf('faces') }]);
const PAIR = analyse([{ file: 'a.yaml', text: textOf('faces-50-100') }]);
const LANES = analyse([{ file: 'a.yaml', text: textOf('header-lane') }]);

interface Asked {
  readonly from: string;
  readonly url: string;
  readonly inMesh?: boolean;
  readonly headers?: SimRequest['headers'];
  readonly backend?: BackendBehaviour;
}

function ask(snapshot: typeof FACES, { from, url, inMesh = true, headers = [], backend }: Asked): Trace {
  const read = readURL(url);
  if (!read.ok) throw new Error(read.problem);
  return traceRequest(snapshot, {
    ...read.url,
    from: { namespace: from, workload: null, inMesh },
    gateway: null,
    method: 'GET',
    headers,
    podOf: null,
    backend: backend ?? null,
  });
}

const SMILEY = 'http://smiley.faces/center';
const CART = 'http://cart.shop/items';
const slow = { latency: 40, failFirst: null, responseHeaders: [] };

describe('the first difference of two answers', () => {
  test.each([
    [
      'whose routes apply',
      FACES,
      { from: 'fast-clients', url: SMILEY },
      { from: 'slow-clients', url: SMILEY },
      'scope',
      [5, 5],
    ],
    [
      'whether the mesh takes it',
      FACES,
      { from: 'fast-clients', url: SMILEY },
      { from: 'fast-clients', url: SMILEY, inMesh: false },
      'intercepted',
      [2, 2],
    ],
    [
      'what the address leads to',
      FACES,
      { from: 'fast-clients', url: SMILEY },
      { from: 'fast-clients', url: 'http://color.faces/' },
      'target',
      [3, 3],
    ],
    [
      'which rule wins',
      LANES,
      { from: 'shop', url: CART, headers: [['x-lane', 'blue']] as const },
      { from: 'shop', url: CART },
      'winner',
      [5, 5],
    ],
    [
      'that one is rejected',
      FACES,
      { from: 'fast-clients', url: SMILEY },
      { from: 'fast-clients', url: 'http://smiley.faces/nowhere' },
      'winner',
      [5, 6],
    ],
    [
      'what the backends do',
      PAIR,
      { from: 'fast-clients', url: SMILEY },
      { from: 'fast-clients', url: SMILEY, backend: { ...slow, latency: 500 } },
      'kind',
      [5, 5],
    ],
    [
      'how long it takes',
      PAIR,
      { from: 'fast-clients', url: SMILEY, backend: slow },
      { from: 'fast-clients', url: SMILEY, backend: { ...slow, latency: 30 } },
      'attempts',
      [5, 5],
    ],
  ] as const)('%s', (_what, snapshot, a, b, on, steps) => {
    const [first, second] = [ask(snapshot, a), ask(snapshot, b)];
    expect(compareTraces(first, second)).toMatchObject({ on, steps });
    expect(compareTraces(second, first)).toMatchObject({ on, steps: [...steps].reverse() });
  });

  test.each([
    [
      'two clients whom the same routes are for',
      { from: 'slow-clients', url: SMILEY },
      { from: 'elsewhere', url: SMILEY },
    ],
    [
      'a request with a header that nobody looks at',
      { from: 'slow-clients', url: SMILEY },
      { from: 'slow-clients', url: SMILEY, headers: [['x-a', '1']] as const },
    ],
  ] as const)('none for %s', (_what, a, b) => {
    expect(compareTraces(ask(FACES, a), ask(FACES, b))).toBeNull();
  });

  test('tells the values of both', () => {
    const difference = compareTraces(
      ask(FACES, { from: 'fast-clients', url: SMILEY }),
      ask(FACES, { from: 'slow-clients', url: SMILEY }),
    );
    expect(difference?.values).toEqual([
      { role: 'consumer', namespace: 'fast-clients' },
      { role: 'producer', namespace: 'faces' },
    ]);
  });
});
