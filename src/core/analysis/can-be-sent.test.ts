import { expect, test } from 'vitest';
import { reportReach } from '../answers/report-reach.ts';
import { analyse } from '../index.ts';

function reachOf(match: unknown) {
  const documents = [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 's', namespace: 'a' },
      spec: { selector: { app: 's' }, ports: [{ port: 80 }] },
    },
    {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { name: 'r', namespace: 'a' },
      spec: {
        parentRefs: [{ group: '', kind: 'Service', name: 's' }],
        rules: [{ matches: [match], backendRefs: [{ name: 's', port: 80 }] }],
      },
    },
  ];
  const text = documents.map((each) => JSON.stringify(each)).join('\n---\n');
  const [table] = reportReach(analyse([{ file: 'a.yaml', text }]));
  if (table === undefined) throw new Error('no table');
  const [entry] = table.entries;
  return { reach: entry?.reach, witness: entry?.witness, rejected: table.noMatch.requests };
}

test.each([
  ['a header with a colon in its name', { headers: [{ name: 'a:b', value: 'v' }] }],
  ['a header with a space in its name', { headers: [{ name: 'a b', value: 'v' }] }],
  ['a header beyond ASCII', { headers: [{ name: 'имя', value: 'v' }] }],
])('%s: nothing is known of the entry, and no witness is made up', (_, match) => {
  const { reach, witness, rejected } = reachOf(match);
  expect({ reach, witness }).toEqual({ reach: 'unknown', witness: null });
  for (const { witness: sent } of rejected) expect(sent.headers).toEqual([]);
});

test('every token is a name', () => {
  const { reach, witness } = reachOf({ headers: [{ name: "x-!#$%&'*+.^_`|~1", value: 'v' }] });
  expect(reach).toBe('reachable');
  expect(witness?.headers).toEqual([["x-!#$%&'*+.^_`|~1", 'v']]);
});
