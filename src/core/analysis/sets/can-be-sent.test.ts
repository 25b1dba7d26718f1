import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportReach } from '../../answers/report-reach.ts';
import { analyse } from '../../index.ts';
import { readURL } from '../../ir/read-url.ts';
import { hasPlainURL } from './can-be-sent.ts';

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

test('a URL that counts as plain is read back unchanged', () => {
  const label = fc.constantFrom('a', 'shop', 'x-1', '1', '-', 'A', '_', '', '127');
  const segment = fc.constantFrom('', 'a', '.', '..', 'a.b', '~', '%41', 'é', 'a b', '#', '?', '-_', ':');
  const joined = (part: fc.Arbitrary<string>, by: string) =>
    fc.array(part, { maxLength: 4 }).map((parts) => parts.join(by));
  let plain = 0;
  fc.assert(
    fc.property(
      joined(label, '.'),
      joined(segment, '/').map((path) => `/${path}`),
      fc.constantFrom(80, 8080, 0, 70_000),
      fc.boolean(),
      (host, path, port, portWritten) => {
        if (!hasPlainURL({ scheme: 'http', host, port, portWritten, path, query: '' })) return;
        plain++;
        const read = readURL(`http://${host}${portWritten ? `:${port}` : ''}${path}`);
        expect(read).toMatchObject({
          ok: true,
          url: { scheme: 'http', host, port, portWritten, path, query: '' },
        });
        const url = new URL(`http://${host}${path}`);
        expect([url.hostname, url.pathname]).toEqual([host, path]);
      },
    ),
    { numRuns: 3_000 },
  );
  expect(plain).toBeGreaterThan(20);
});
