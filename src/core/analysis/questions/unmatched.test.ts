import { expect, test } from 'vitest';
import { snapshotOf } from '../../../../tests/route-tables.ts';
import { tablesOf } from '../../answers/table-reach.ts';
import { GATEWAY_API } from '../../profile/profile.ts';
import { unmatched } from './unmatched.ts';

const SNAPSHOT = snapshotOf(
  `kind: HTTPRoute
metadata: {name: r, namespace: shop}
spec: {parentRefs: [{name: edge}], rules: [{matches: [{path: {value: /a}}], backendRefs: [{name: cart, port: 80}]}]}
`,
  ['a.example'],
);

test('a listener rejects what no entry of it takes, and nothing where no host leads to it', () => {
  const { ir } = SNAPSHOT.control;
  const found = tablesOf(SNAPSHOT).find(({ address }) => 'listener' in address);
  if (found === undefined || !('listener' in found.address)) throw new Error('no listener');
  const { table, address } = found;
  expect(unmatched(table, address, ir, GATEWAY_API).rejects).toBe('some');
  // Not a listener of the Gateway: no request arrives at it.
  const nowhere = { ...address, listener: { ...address.listener } };
  expect(unmatched(table, nowhere, ir, GATEWAY_API)).toEqual({ rejects: 'none', requests: [] });
  const unusable = { ...address, listener: { ...address.listener, usable: false } };
  expect(unmatched(table, unusable, ir, GATEWAY_API)).toEqual({ rejects: 'unknown', requests: [] });
});
