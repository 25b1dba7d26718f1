import { describe, expect, it } from 'vitest';
import { RESOURCE_FIXES, RESOURCE_NOTES, RESOURCE_SENTENCES } from '../explain/findings-resource.ts';
import { RESOURCE_CODES } from '../findings/codes-resource.ts';
import { parseSource } from '../manifest/parse.ts';
import { decodeDocument } from './decode.ts';

const HTTP = 'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: r}\nspec:\n';
const RULE = `${HTTP}  rules:\n  - `;
const MATCH = `${RULE}matches:\n    - `;
const FILTERS = `${RULE}filters:\n    `;
const GRPC = `${HTTP.replace('HTTPRoute', 'GRPCRoute')}  rules:\n  - `;
const GRANT =
  'apiVersion: gateway.networking.k8s.io/v1beta1\nkind: ReferenceGrant\nmetadata: {name: g}\nspec:\n';
const REWRITE =
  '- {type: URLRewrite, urlRewrite: {path: {type: ReplacePrefixMatch, replacePrefixMatch: /x}}}\n';
const many = (count: number, item: string) => `[${Array(count).fill(item).join(', ')}]`;

const FLAWED: readonly (readonly [string, string, string])[] = [
  ['field-type', `${HTTP}  rules: 5\n`, 'spec.rules'],
  ['field-type', `${HTTP}  hostnames: [{}]\n`, 'spec.hostnames.0'],
  ['field-type', `${RULE}backendRefs: [{name: a, port: "80"}]\n`, 'spec.rules.0.backendRefs.0.port'],
  ['field-required', `${HTTP}  parentRefs: [{kind: Service, group: ""}]\n`, 'spec.parentRefs.0'],
  ['field-required', `${GRANT}  from: [{group: "", kind: A, namespace: ns}]\n`, 'spec'],
  ['field-value-unknown', `${MATCH}{method: get}\n`, 'spec.rules.0.matches.0.method'],
  [
    'field-value-unknown',
    `${FILTERS}- {type: RequestRedirect, requestRedirect: {statusCode: 200}}\n`,
    'spec.rules.0.filters.0.requestRedirect.statusCode',
  ],
  ['field-format', `${HTTP}  hostnames: [Example.com]\n`, 'spec.hostnames.0'],
  ['field-format', `${MATCH}{headers: [{name: "a b", value: x}]}\n`, 'spec.rules.0.matches.0.headers.0.name'],
  ['field-limit', `${HTTP}  rules: []\n`, 'spec.rules'],
  ['field-limit', `${HTTP}  hostnames: ${many(17, 'a.b')}\n`, 'spec.hostnames'],
  [
    'field-limit',
    `${RULE}backendRefs: [{name: a, port: 80, weight: 2000000}]\n`,
    'spec.rules.0.backendRefs.0.weight',
  ],
  ['field-limit', `${HTTP}  rules: ${many(17, '{}')}\n`, 'spec.rules'],
  ['field-limit', `${GRANT}  from: []\n  to: [{group: "", kind: Service}]\n`, 'spec.from'],
  ['field-unknown', `${HTTP}  parentRef: []\n`, 'spec.parentRef'],
  [
    'field-unknown',
    'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 80, target: 8080}]}\n',
    'spec.ports.0.target',
  ],
  ['field-experimental', `${RULE}retry: {attempts: 1}\n`, 'spec.rules.0.retry'],
  [
    'list-entry-duplicate',
    `${MATCH}{queryParams: [{name: a, value: x}, {name: a, value: z}]}\n`,
    'spec.rules.0.matches.0.queryParams.1',
  ],
  [
    'scalar-not-a-string',
    `${MATCH}{headers: [{name: a, value: yes}]}\n`,
    'spec.rules.0.matches.0.headers.0.value',
  ],
  [
    'scalar-not-a-string',
    'apiVersion: v1\nkind: Namespace\nmetadata: {name: a, labels: {v: 0777}}\n',
    'metadata.labels.v',
  ],
  [
    'core-group-spelled-out',
    `${HTTP}  parentRefs: [{kind: Service, group: core, name: a}]\n`,
    'spec.parentRefs.0.group',
  ],
  [
    'core-group-spelled-out',
    `${GRANT}  from: [{group: "", kind: A, namespace: ns}]\n  to: [{group: v1, kind: Service}]\n`,
    'spec.to.0.group',
  ],
  ['duration-invalid', `${RULE}timeouts: {request: 1.5s}\n`, 'spec.rules.0.timeouts.request'],
  [
    'timeouts-out-of-order',
    `${RULE}timeouts: {request: 1s, backendRequest: 1001ms}\n`,
    'spec.rules.0.timeouts.backendRequest',
  ],
  ['parent-ref-duplicated', `${HTTP}  parentRefs: [{name: a}, {name: a}]\n`, 'spec.parentRefs.1'],
  [
    'parent-ref-duplicated',
    `${HTTP}  parentRefs: [{name: a}, {name: a, namespace: default}]\n`,
    'spec.parentRefs.1',
  ],
  [
    'parent-refs-inconsistent',
    `${HTTP}  parentRefs: [{name: a}, {name: a, sectionName: b}]\n`,
    'spec.parentRefs.1',
  ],
  ['backend-ref-port-missing', `${RULE}backendRefs: [{name: a}]\n`, 'spec.rules.0.backendRefs.0'],
  [
    'header-name-case-duplicate',
    `${MATCH}{headers: [{name: A, value: x}, {name: a, value: x}]}\n`,
    'spec.rules.0.matches.0.headers.1',
  ],
  [
    'header-modified-twice',
    `${FILTERS}- {type: RequestHeaderModifier, requestHeaderModifier: {set: [{name: a, value: x}], remove: [A]}}\n`,
    'spec.rules.0.filters.0.requestHeaderModifier.remove.0',
  ],
  ['path-value-invalid', `${MATCH}{path: {value: a}}\n`, 'spec.rules.0.matches.0.path.value'],
  [
    'path-value-invalid',
    `${MATCH}{path: {type: Exact, value: /a/../b}}\n`,
    'spec.rules.0.matches.0.path.value',
  ],
  ['filter-repeated', `${FILTERS}- &f {type: CORS, cors: {}}\n    - *f\n`, 'spec.rules.0.filters.1'],
  [
    'filters-incompatible',
    `${FILTERS}- {type: RequestRedirect, requestRedirect: {}}\n    - {type: URLRewrite, urlRewrite: {}}\n`,
    'spec.rules.0.filters.1',
  ],
  ['filter-body-missing', `${FILTERS}- {type: RequestMirror}\n`, 'spec.rules.0.filters.0'],
  [
    'filter-body-unexpected',
    `${FILTERS}- {type: CORS, cors: {}, urlRewrite: {}}\n`,
    'spec.rules.0.filters.0.urlRewrite',
  ],
  [
    'redirect-with-backends',
    `${RULE}filters: [{type: RequestRedirect, requestRedirect: {}}]\n    backendRefs: [{name: a, port: 1}]\n`,
    'spec.rules.0.backendRefs',
  ],
  [
    'path-modifier-mismatch',
    `${FILTERS}- {type: URLRewrite, urlRewrite: {path: {type: ReplaceFullPath}}}\n`,
    'spec.rules.0.filters.0.urlRewrite.path',
  ],
  [
    'prefix-rewrite-needs-one-prefix-match',
    `${RULE}matches: [{path: {type: Exact, value: /a}}]\n    filters:\n    ${REWRITE}`,
    'spec.rules.0.filters.0.urlRewrite.path',
  ],
  [
    'prefix-rewrite-needs-one-prefix-match',
    `${RULE}matches: [{}, {}]\n    filters:\n    ${REWRITE}`,
    'spec.rules.0.filters.0.urlRewrite.path',
  ],
  [
    'mirror-percent-and-fraction',
    `${FILTERS}- {type: RequestMirror, requestMirror: {backendRef: {name: a, port: 1}, percent: 1, fraction: {numerator: 1}}}\n`,
    'spec.rules.0.filters.0.requestMirror',
  ],
  [
    'mirror-fraction-too-large',
    `${FILTERS}- {type: RequestMirror, requestMirror: {backendRef: {name: a, port: 1}, fraction: {numerator: 3, denominator: 2}}}\n`,
    'spec.rules.0.filters.0.requestMirror.fraction',
  ],
  [
    'cors-wildcard-not-alone',
    `${FILTERS}- {type: CORS, cors: {allowOrigins: ["*", "http://a"]}}\n`,
    'spec.rules.0.filters.0.cors.allowOrigins.0',
  ],
  [
    'session-persistence-mismatch',
    `${RULE}sessionPersistence: {type: Header}\n`,
    'spec.rules.0.sessionPersistence',
  ],
  [
    'session-persistence-old-fields',
    `${RULE}sessionPersistence: {sessionName: a}\n`,
    'spec.rules.0.sessionPersistence',
  ],
  ['rule-name-duplicated', `${HTTP}  rules: [{name: a}, {name: a}]\n`, 'spec.rules.1.name'],
  ['too-many-matches', `${HTTP}  rules: ${many(3, `{matches: ${many(50, '{}')}}`)}\n`, 'spec.rules'],
  ['grpc-method-empty', `${GRPC}matches: [{method: {}}]\n`, 'spec.rules.0.matches.0.method'],
  [
    'grpc-method-invalid',
    `${GRPC}matches: [{method: {service: a/b}}]\n`,
    'spec.rules.0.matches.0.method.service',
  ],
];

function findingsOf(text: string) {
  return parseSource({ file: 'a', text }).flatMap((document) => {
    expect(document.findings).toEqual([]);
    return decodeDocument(document).findings;
  });
}

describe('a flaw is told at its place', () => {
  it.each(FLAWED)('%s', (code, text, path) => {
    const findings = findingsOf(text).filter(
      (finding) => code.startsWith('field-exp') || finding.code !== 'field-experimental',
    );
    expect(findings.map((finding) => [finding.code, finding.site.path.join('.')])).toEqual([[code, path]]);
    const [finding] = findings;
    if (finding === undefined) return;
    const entry = RESOURCE_CODES[finding.code as keyof typeof RESOURCE_CODES];
    expect(Object.keys(finding.args).sort()).toEqual([...entry.args].sort());
    const sentence = RESOURCE_SENTENCES[finding.code as keyof typeof RESOURCE_CODES](finding.args);
    expect(sentence).not.toMatch(/undefined|NaN|\[object/);
    for (const fix of finding.fixes)
      expect(RESOURCE_FIXES[fix.name]?.(fix.args) ?? '').not.toMatch(/^$|undefined/);
    for (const { note } of finding.related) expect(Object.keys(RESOURCE_NOTES)).toContain(note);
  });

  it('covers every code that a single document can have', () => {
    const elsewhere = [
      'not-an-object',
      'kind-missing',
      'api-version-missing',
      'api-version-unknown',
      'name-missing',
      'kind-not-simulated',
      'more-problems',
    ];
    const covered = new Set([...FLAWED.map(([code]) => code), ...elsewhere]);
    expect(Object.keys(RESOURCE_CODES).filter((code) => !covered.has(code))).toEqual([]);
  });
});

describe('a fix', () => {
  it.each([
    ['scalar-not-a-string', `${MATCH}{headers: [{name: a, value: yes}]}\n`, '"yes"'],
    ['core-group-spelled-out', `${HTTP}  parentRefs: [{kind: Service, group: core, name: a}]\n`, '""'],
    ['field-unknown', `${HTTP}  hostname: []\n`, 'hostnames'],
    ['field-value-unknown', `${MATCH}{path: {type: prefix}}\n`, 'PathPrefix'],
    ['field-type', `${RULE}backendRefs: [{name: a, port: "80"}]\n`, '80'],
    ['path-value-invalid', `${MATCH}{path: {value: a}}\n`, '"/a"'],
  ] as const)('of %s', (code, text, replacement) => {
    const finding = findingsOf(text).find((candidate) => candidate.code === code);
    expect(finding?.fixes[0]?.edits[0]).toMatchObject({ action: 'replace', text: replacement });
  });
});
