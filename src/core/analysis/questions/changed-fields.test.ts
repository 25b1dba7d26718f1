import { expect, test } from 'vitest';
import type { Outcome } from '../../ir/outcome.ts';
import { type ChangedField, tellingFields } from './changed-fields.ts';

const FIELDS: readonly ChangedField[] = [
  { field: 'request.path', before: '/a', after: '/b' },
  { field: 'redirect.location', before: null, after: 'http://x/' },
  { field: 'timeouts.request', before: null, after: '1s' },
];
const ARRIVES = {
  forwarded: { method: 'GET', scheme: 'http', host: 'a', path: '/', headers: {} },
} as Outcome;
const LOST = { forwarded: null } as Outcome;

test.each<[string, Outcome, Outcome, readonly string[]]>([
  [
    'two requests that arrive have all but the location',
    ARRIVES,
    ARRIVES,
    ['request.path', 'timeouts.request'],
  ],
  ['a request that is lost has no fields of the request', ARRIVES, LOST, ['timeouts.request']],
  ['a request that arrives now has none, either', LOST, ARRIVES, ['timeouts.request']],
])('%s', (_what, before, after, names) => {
  expect(tellingFields({ before, after, fields: FIELDS }).map(({ field }) => field)).toEqual(names);
});
