import { describe, expect, it } from 'vitest';
import { parseSource } from './parse.ts';

const read = (text: string) => parseSource({ file: 'a.yaml', text });

const ROUTE = `kind: HTTPRoute
metadata:
  name: a
spec:
  parentRefs:
  - name: s
    port: 80
  rules:
    ...
    timeouts:
      request: 100ms
`;

describe('omissions in articles', () => {
  it('reads a rule after three dots, and the numbered bullets of a web page', () => {
    const [document] = read(`${ROUTE}  • 1.\n  • 2.\n`);
    expect(document?.sketch).toBe(true);
    expect(document?.value).toMatchObject({
      kind: 'HTTPRoute',
      spec: { rules: { timeouts: { request: '100ms' } } },
    });
    expect(document?.findings.map(({ code, args }) => [code, args.count])).toEqual([
      ['manifest-is-a-sketch', 3],
    ]);
  });

  it('keeps the places', () => {
    const [document] = read(ROUTE);
    const span = document?.spanOf(['spec', 'rules', 0, 'timeouts', 'request']) ?? { start: 0, end: 0 };
    expect(ROUTE.slice(span.start, span.end)).toBe('100ms');
  });

  it.each([
    ['rules elided whole', 'spec:\n  rules:\n    ...\n', { spec: { rules: null } }],
    ['a value', 'spec:\n  rules: ...\nx: 1\n', { spec: { rules: null }, x: 1 }],
    ['one character', 'spec:\n  …\n  x: 1\n', { spec: { x: 1 } }],
    ['a list item', 'rules:\n- ...\n- a: 1\n', { rules: [null, { a: 1 }] }],
    ['dots at the margin in the middle', 'kind: A\n...\nspec:\n  x: 1\n', { kind: 'A', spec: { x: 1 } }],
    ['CRLF', 'spec:\r\n  ...\r\n  x: 1\r\n', { spec: { x: 1 } }],
  ] as const)('%s', (_name, text, expected) => {
    const [document] = read(text);
    expect(document?.value).toEqual(expected);
    expect(document?.sketch).toBe(true);
  });

  it.each([
    ['dots in a block scalar', 'a: |\n  x\n  ...\n  y\n', { a: 'x\n...\ny\n' }],
    ['dots in quotes', 'a: "..."\n', { a: '...' }],
    ['dots in a comment', 'a: 1 # ...\n', { a: 1 }],
  ] as const)('does not change %s', (_name, text, expected) => {
    const [document] = read(text);
    expect(document?.value).toEqual(expected);
    expect(document?.sketch).toBe(false);
  });
});

const FLAT =
  'kind: HTTPRoute metadata: name: smiley namespace: faces spec: parentRefs: - name: smiley group: core port: 80 rules: ... timeouts: request: 100ms';

describe('lost line breaks', () => {
  it('are restored by the names of the fields', () => {
    const [document] = read(FLAT);
    expect(document?.findings.map(({ code }) => code)).toEqual(['line-breaks-lost']);
    expect(document?.value).toEqual({
      kind: 'HTTPRoute',
      metadata: { name: 'smiley', namespace: 'faces' },
      spec: {
        parentRefs: [{ name: 'smiley', group: 'core', port: 80 }],
        rules: { timeouts: { request: '100ms' } },
      },
    });
  });

  it('keep places in the pasted text', () => {
    const [document] = read(FLAT);
    const text = (path: readonly (string | number)[]) => {
      const { start, end } = document?.spanOf(path) ?? { start: 0, end: 0 };
      return FLAT.slice(start, end);
    };
    expect(text(['spec', 'parentRefs', 0, 'group'])).toBe('core');
    expect(text(['spec', 'rules', 0, 'timeouts', 'request'])).toBe('100ms');
    expect(document?.writtenScalar(['metadata', 'name'])).toBe('smiley');
  });

  it('are restored by a fix with the same value', () => {
    const [document] = read(FLAT);
    const fix = document?.findings[0]?.fixes[0];
    expect(fix?.name).toBe('restore-line-breaks');
    expect(read(fix?.edits[0]?.text ?? '')[0]?.value).toEqual(document?.value);
  });

  it('are found in two documents on one line', () => {
    const documents = read(`${FLAT} --- ${FLAT.replaceAll('smiley', 'b')}\n`);
    expect(documents.map(({ value }) => (value as { metadata: { name: string } }).metadata.name)).toEqual([
      'smiley',
      'b',
    ]);
  });

  it('allow any key in labels', () => {
    const [document] = read(
      'apiVersion: v1 kind: Service metadata: name: a labels: app: x tier: b spec: selector: app: x ports: - name: h port: 80 - port: 90 type: ClusterIP',
    );
    expect(document?.value).toMatchObject({
      metadata: { labels: { app: 'x', tier: 'b' } },
      spec: { selector: { app: 'x' }, ports: [{ name: 'h', port: 80 }, { port: 90 }], type: 'ClusterIP' },
    });
  });
});
