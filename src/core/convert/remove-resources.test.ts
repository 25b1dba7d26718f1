import { expect, test } from 'vitest';
import { analyse } from '../pipeline.ts';
import { removeResources } from './remove-resources.ts';

const ingress = (name: string) => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: ${name}, namespace: shop}
spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
`;
const SERVICE = `apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {ports: [{port: 80}]}
`;
const item = (text: string) => `- ${text.trimEnd().replaceAll('\n', '\n  ')}\n`;
const list = (...items: readonly string[]) =>
  `apiVersion: v1\nkind: List\nitems:\n${items.map(item).join('')}`;

/** Returns a text without some Ingresses. Null if they cannot be removed. */
function without(text: string, ...names: readonly string[]): string | null {
  const snapshot = analyse([{ file: 'a.yaml', text }]);
  const edits = removeResources(
    snapshot,
    names.map((name) => `Ingress/shop/${name}`),
  );
  if (edits === null) return null;
  const lines = snapshot.locator.lines('a.yaml');
  return edits
    .map(({ startLine, startColumn, endLine, endColumn }) => ({
      start: lines.offsetAt({ line: startLine, column: startColumn }),
      end: lines.offsetAt({ line: endLine, column: endColumn }),
    }))
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

test('a document is removed with its comments', () => {
  const text = `${SERVICE}---\n# The door.\n${ingress('a')}---\n${SERVICE.replace('web', 'api')}`;
  expect(without(text, 'a')).toBe(`${SERVICE}---\n${SERVICE.replace('web', 'api')}`);
});

test.each([
  ['the first', list(ingress('a'), SERVICE, ingress('b')), ['a'], list(SERVICE, ingress('b'))],
  ['one between others', list(ingress('b'), ingress('a'), SERVICE), ['a'], list(ingress('b'), SERVICE)],
  ['the last two', list(SERVICE, ingress('a'), ingress('b')), ['a', 'b'], list(SERVICE)],
  ['two apart', list(ingress('a'), SERVICE, ingress('b')), ['a', 'b'], list(SERVICE)],
  ['all', `${SERVICE}---\n${list(ingress('a'), ingress('b'))}`, ['b', 'a'], SERVICE],
])('items of a List are removed: %s', (_, text, names, rest) => {
  expect(without(text, ...names)).toBe(rest);
});

test('items of a JSON List are removed, and the rest is JSON', () => {
  const object = (kind: string, name: string) => ({
    apiVersion: kind === 'Ingress' ? 'networking.k8s.io/v1' : 'v1',
    kind,
    metadata: { name, namespace: 'shop' },
    spec:
      kind === 'Ingress'
        ? { defaultBackend: { service: { name: 'web', port: { number: 80 } } } }
        : { ports: [{ port: 80 }] },
  });
  const items = [object('Ingress', 'a'), object('Service', 'web'), object('Ingress', 'b')];
  const text = JSON.stringify({ apiVersion: 'v1', kind: 'List', items }, null, 2);
  const rest = without(text, 'a', 'b');
  expect(JSON.parse(rest ?? '').items).toEqual([items[1]]);
});

test('a resource that is declared twice is not removed', () => {
  expect(without(`${ingress('a')}---\n${ingress('a')}`, 'a')).toBeNull();
});
