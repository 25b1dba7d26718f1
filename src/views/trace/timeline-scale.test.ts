import { expect, test } from 'vitest';
import type { Attempt, Outcome } from '../../core/ir/outcome.ts';
import { timelineEnd } from './timeline-scale.ts';

function outcome(
  spans: readonly (readonly [number, number])[],
  timeouts: Outcome['timeouts'] = null,
): Outcome {
  const attempts = spans.map(([start, end]): Attempt => ({ start, end, result: 'answered', status: 200 }));
  return { attempts, timeouts } as unknown as Outcome;
}

test.each([
  [
    'the last attempt',
    [
      outcome([
        [0, 40],
        [50, 90],
      ]),
    ],
    90,
  ],
  ['a limit of the request behind it', [outcome([[0, 80]], { request: '100ms' })], 100],
  [
    'a limit of the last attempt',
    [
      outcome(
        [
          [0, 10],
          [10, 40],
        ],
        { backendRequest: '50ms' },
      ),
    ],
    60,
  ],
  ['not a limit that is far away', [outcome([[0, 80]], { request: '10s' })], 80],
  ['no limit, where it is zero', [outcome([[0, 80]], { request: '0s' })], 80],
  [
    'both of two outcomes',
    [outcome([[0, 50]], { request: '50ms' }), outcome([[0, 80]], { request: '100ms' })],
    100,
  ],
  ['at least a millisecond', [outcome([])], 1],
])('a timeline ends at %s', (_what, outcomes, end) => expect(timelineEnd(outcomes)).toBe(end));
