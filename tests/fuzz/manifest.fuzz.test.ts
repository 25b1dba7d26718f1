import { describe, expect, it } from 'vitest';
import type { ManifestDocument } from '../../src/core/manifest/document.ts';
import { parseSource } from '../../src/core/manifest/parse.ts';
import { decodeDocument } from '../../src/core/resource/decode.ts';
import { random } from './random.ts';

const CASES = Number(process.env.FUZZ_CASES ?? 400);

const SEED_TEXT = `apiVersion: v1
kind: Service
metadata: {name: a, namespace: n, labels: {app: a, v: "1"}}
spec:
  selector: {app: a}
  ports:
  - {name: http, port: 80, targetPort: 8080}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: r
  annotations: &x
    note: |
      some
      text
spec:
  parentRefs:
  - group: ""
    kind: Service
    name: a
    port: 80
  hostnames: ["a.example.com", '*.b.example.com']
  rules:
  - matches:
    - path: {type: PathPrefix, value: /a}
      headers:
      - {name: X-A, value: yes}
    filters:
    - type: URLRewrite
      urlRewrite: {path: {type: ReplacePrefixMatch, replacePrefixMatch: /}}
    - type: RequestMirror
      requestMirror: {backendRef: {name: m, port: 80}, percent: 10}
    backendRefs:
    - {name: a, port: 80, weight: 9}
    - name: b
      port: 80
    timeouts: {request: 10s, backendRequest: 2s}
---
apiVersion: gateway.networking.k8s.io/v1
kind: GRPCRoute
metadata: {name: g}
spec:
  rules:
  - matches: [{method: {service: a.B, method: C}}]
---
kind: HTTPRoute
metadata:
  name: s
spec:
  rules:
    ...
    timeouts: {request: 1s}
---
{"kind": "List", "apiVersion": "v1", "items": [{"kind": "Pod", "apiVersion": "v1", "metadata": {"name": "p"}}]}
`;

const NASTY = [
  '\u0000',
  '\uFEFF',
  '\uFFFD',
  '\uD800',
  '\r',
  '\t',
  '---\n',
  '...\n',
  '\n---',
  '{{ x }}',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  ':',
  ': ',
  '- ',
  '? ',
  '&x ',
  '*x',
  '*x ',
  '<<: *x\n',
  '!!int ',
  '!t ',
  '|\n',
  '>-\n',
  '#',
  '%YAML 1.2\n',
  '__proto__: 1\n',
  'constructor',
  '0777',
  '~',
  'null',
  'yes',
  '.nan',
  '99999999999999999999',
  '• 1.',
  '…',
  '...',
  'items: []\n',
  'kind: List\n',
  'matches: []\n',
  'rules: 5\n',
  'filters: [{}]\n',
  'a: &a [*a]\n',
  '{"a":1}{"b":2}',
  'kind: HTTPRoute metadata: name: x spec: rules: - matches: - path: value: /',
  ' --- kind: Service metadata: name: x ',
] as const;

function mutate(text: string, pick: (below: number) => number): string {
  let mutated = text;
  for (let step = 1 + pick(6); step > 0; step--) {
    const at = pick(mutated.length + 1);
    const to = Math.min(mutated.length, at + pick(40));
    switch (pick(6)) {
      case 0:
        mutated = mutated.slice(0, at);
        break;
      case 1:
        mutated =
          mutated.slice(0, at) +
          String.fromCharCode(mutated.charCodeAt(at) ^ (1 << pick(8))) +
          mutated.slice(at + 1);
        break;
      case 2:
        mutated = mutated.slice(0, at) + mutated.slice(to);
        break;
      case 3: {
        const from = pick(mutated.length + 1);
        mutated = mutated.slice(0, at) + mutated.slice(from, from + pick(200)) + mutated.slice(at);
        break;
      }
      default:
        mutated = mutated.slice(0, at) + NASTY[pick(NASTY.length)] + mutated.slice(at);
    }
  }
  return mutated;
}

/** Checks that every answer about a document lies within its text. */
function examine(document: ManifestDocument): void {
  const decoded = decodeDocument(document);
  for (const finding of [...document.findings, ...decoded.findings]) {
    const span = finding.site.span ?? document.spanOf(finding.site.path, finding.site.part);
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(document.text.length);
  }
  for (const entry of decoded.resources) {
    expect(entry.resource.id).not.toBe('');
    document.writtenScalar([...entry.resource.origin.root, 'metadata', 'name']);
    if (entry.decoded) expect(entry.resource.spec).toBeTypeOf('object');
  }
}

describe(`${CASES} broken texts`, () => {
  it('are read without throwing, also with reuse of earlier results', () => {
    for (let seed = 1; seed <= CASES; seed++) {
      const pick = random(seed);
      const first = mutate(SEED_TEXT, pick);
      const second = mutate(first, pick);
      try {
        const documents = parseSource({ file: 'f', text: first });
        expect(documents.map(({ text }) => text).join('')).toBe(first);
        for (const document of documents) examine(document);
        const reused = parseSource({ file: 'f', text: second }, documents);
        const cold = parseSource({ file: 'f', text: second });
        expect(reused.map(({ text }) => text)).toEqual(cold.map(({ text }) => text));
        expect(reused.map(({ value }) => value)).toEqual(cold.map(({ value }) => value));
        for (const document of reused) examine(document);
      } catch (error) {
        throw new Error(`seed ${seed}: ${JSON.stringify(first)}`, { cause: error });
      }
    }
  }, 600_000);
});
