import { describe, expect, it } from 'vitest';
import { RESOURCE_FIXES, RESOURCE_NOTES, RESOURCE_SENTENCES } from '../explain/en/findings-resource.ts';
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
const GATEWAY =
  'apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: g}\nspec:\n  gatewayClassName: c\n';
const LISTENER = `${GATEWAY}  listeners:\n  - `;
const CLASS = 'apiVersion: gateway.networking.k8s.io/v1\nkind: GatewayClass\nmetadata: {name: g}\nspec:\n';
const TLS_ROUTE = HTTP.replace('HTTPRoute', 'TLSRoute');
const TCP_ROUTE = HTTP.replace('HTTPRoute', 'TCPRoute');
const BACKENDS = '{backendRefs: [{name: a, port: 1}]}';
const POLICY =
  'apiVersion: gateway.networking.k8s.io/v1\nkind: BackendTLSPolicy\nmetadata: {name: g}\nspec:\n';
const TARGET = '{group: "", kind: Service, name: a}';
const VALID = 'validation: {hostname: a.b, wellKnownCACertificates: System}';
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
  [
    'external-auth-mismatch',
    `${FILTERS}- {type: ExternalAuth, externalAuth: {protocol: HTTP, backendRef: {name: a, port: 1}}}\n`,
    'spec.rules.0.filters.0.externalAuth',
  ],
  [
    'external-auth-mismatch',
    `${FILTERS}- {type: ExternalAuth, externalAuth: {protocol: HTTP, backendRef: {name: a, port: 1}, http: {}, grpc: {}}}\n`,
    'spec.rules.0.filters.0.externalAuth.grpc',
  ],
  ['field-format', `${CLASS}  controllerName: controller\n`, 'spec.controllerName'],
  ['field-limit', `${CLASS}  controllerName: a.b/c\n  description: ${'x'.repeat(65)}\n`, 'spec.description'],
  ['field-required', `${CLASS}  description: x\n`, 'spec'],
  ['field-required', `${GATEWAY}  addresses: []\n`, 'spec'],
  ['field-required', `${LISTENER}{name: a, port: 80}\n`, 'spec.listeners.0'],
  ['field-limit', `${GATEWAY}  listeners: []\n`, 'spec.listeners'],
  ['field-format', `${LISTENER}{name: a, port: 80, protocol: a_b}\n`, 'spec.listeners.0.protocol'],
  [
    'field-value-unknown',
    `${LISTENER}{name: a, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: None}}}\n`,
    'spec.listeners.0.allowedRoutes.namespaces.from',
  ],
  [
    'list-entry-duplicate',
    `${LISTENER}{name: a, port: 80, protocol: HTTP}\n  - {name: a, port: 81, protocol: HTTP}\n`,
    'spec.listeners.1',
  ],
  [
    'list-entry-duplicate',
    `${GATEWAY}  addresses: [{value: 1.2.3.4}, {type: IPAddress, value: 1.2.3.4}]\n  listeners: [{name: a, port: 80, protocol: HTTP}]\n`,
    'spec.addresses.1',
  ],
  [
    'field-format',
    `${GATEWAY}  addresses: [{type: Hostname, value: a_b}]\n  listeners: [{name: a, port: 80, protocol: HTTP}]\n`,
    'spec.addresses.0.value',
  ],
  [
    'field-limit',
    `${GATEWAY}  infrastructure: {labels: {${Array.from({ length: 9 }, (_, at) => `l${at}: x`).join(', ')}}}\n  listeners: [{name: a, port: 80, protocol: HTTP}]\n`,
    'spec.infrastructure.labels',
  ],
  [
    'field-experimental',
    `${GATEWAY}  defaultScope: All\n  listeners: [{name: a, port: 80, protocol: HTTP}]\n`,
    'spec.defaultScope',
  ],
  [
    'listener-tls-unexpected',
    `${LISTENER}{name: a, port: 80, protocol: HTTP, tls: {certificateRefs: [{name: c}]}}\n`,
    'spec.listeners.0.tls',
  ],
  ['listener-tls-missing', `${LISTENER}{name: a, port: 80, protocol: TLS}\n`, 'spec.listeners.0'],
  [
    'listener-passthrough-https',
    `${LISTENER}{name: a, port: 80, protocol: HTTPS, tls: {mode: Passthrough}}\n`,
    'spec.listeners.0.tls.mode',
  ],
  [
    'listener-certificates-missing',
    `${LISTENER}{name: a, port: 80, protocol: HTTPS, tls: {certificateRefs: []}}\n`,
    'spec.listeners.0.tls',
  ],
  [
    'listener-hostname-unexpected',
    `${LISTENER}{name: a, port: 80, protocol: TCP, hostname: a.b}\n`,
    'spec.listeners.0.hostname',
  ],
  [
    'listener-duplicated',
    `${LISTENER}{name: a, port: 80, protocol: HTTP}\n  - {name: b, port: 80, protocol: HTTP}\n`,
    'spec.listeners.1',
  ],
  [
    'listener-duplicated',
    `${LISTENER.replace('Gateway\n', 'ListenerSet\n').replace('gatewayClassName: c', 'parentRef: {name: g}')}{name: a, port: 80, hostname: x.y, protocol: HTTP}\n  - {name: b, port: 80, hostname: x.y, protocol: HTTP}\n`,
    'spec.listeners.1',
  ],
  [
    'selector-missing',
    `${LISTENER}{name: a, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: Selector}}}\n`,
    'spec.listeners.0.allowedRoutes.namespaces',
  ],
  [
    'selector-ignored',
    `${GATEWAY}  allowedListeners: {namespaces: {from: Same, selector: {}}}\n  listeners: [{name: a, port: 80, protocol: HTTP}]\n`,
    'spec.allowedListeners.namespaces.selector',
  ],
  [
    'hostname-is-address',
    `${TLS_ROUTE}  hostnames: [a.b, 10.0.0.1]\n  rules: [${BACKENDS}]\n`,
    'spec.hostnames.1',
  ],
  ['field-required', `${TLS_ROUTE}  rules: [${BACKENDS}]\n`, 'spec'],
  ['field-required', `${TCP_ROUTE}  rules: [{name: a}]\n`, 'spec.rules.0'],
  ['field-limit', `${TCP_ROUTE}  rules: [${BACKENDS}, ${BACKENDS}]\n`, 'spec.rules'],
  [
    'field-unknown',
    `${TCP_ROUTE}  rules: [{backendRefs: [{name: a, port: 1, filters: [5]}]}]\n`,
    'spec.rules.0.backendRefs.0.filters',
  ],
  [
    'ca-certificates-missing',
    `${POLICY}  targetRefs: [${TARGET}]\n  validation: {hostname: a.b}\n`,
    'spec.validation',
  ],
  [
    'ca-certificates-ambiguous',
    `${POLICY}  targetRefs: [${TARGET}]\n  validation: {hostname: a.b, wellKnownCACertificates: System, caCertificateRefs: [{group: "", kind: ConfigMap, name: c}]}\n`,
    'spec.validation',
  ],
  [
    'field-format',
    `${POLICY}  targetRefs: [${TARGET}]\n  validation: {hostname: a.b, wellKnownCACertificates: Mine}\n`,
    'spec.validation.wellKnownCACertificates',
  ],
  [
    'subject-alt-name-mismatch',
    `${POLICY}  targetRefs: [${TARGET}]\n  ${VALID.slice(0, -1)}, subjectAltNames: [{type: Hostname, uri: "spiffe://a/b"}]}\n`,
    'spec.validation.subjectAltNames.0',
  ],
  [
    'target-ref-duplicated',
    `${POLICY}  targetRefs: [${TARGET}, ${TARGET}]\n  ${VALID}\n`,
    'spec.targetRefs.1',
  ],
  [
    'target-refs-inconsistent',
    `${POLICY}  targetRefs: [${TARGET}, ${TARGET.replace('a}', 'a, sectionName: b}')}]\n  ${VALID}\n`,
    'spec.targetRefs.1',
  ],
  [
    'selector-invalid',
    `${GATEWAY}  listeners:\n  - {name: a, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: Selector, selector: {matchExpressions: [{key: a, operator: Exists, values: [b]}]}}}}\n`,
    'spec.listeners.0.allowedRoutes.namespaces.selector.matchExpressions.0',
  ],
  ['kustomization-not-built', 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n', ''],
  [
    'field-type',
    'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {password: 1234}\n',
    'stringData.password',
  ],
];

function findingsOf(text: string) {
  return parseSource({ file: 'a', text }).flatMap((document) => {
    expect(document.findings).toEqual([]);
    return decodeDocument(document).findings;
  });
}

const FIXES: Readonly<Record<string, (args: Readonly<Record<string, string | number>>) => string>> =
  RESOURCE_FIXES;

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
    for (const fix of finding.fixes) expect(FIXES[fix.name]?.(fix.args) ?? '').not.toMatch(/^$|undefined/);
    for (const { note } of finding.related) expect(Object.keys(RESOURCE_NOTES)).toContain(note);
  });

  it('covers every code that a single document can have', () => {
    const elsewhere = [
      'not-an-object',
      'kind-missing',
      'manifest-incomplete',
      'description-not-manifest',
      'placeholder-not-replaced',
      'api-version-missing',
      'api-version-unknown',
      'name-missing',
      'kind-of-other-group',
      'kind-not-simulated',
      'more-problems',
      // file-purposes.test.ts.
      'patch-not-applied',
      'helm-file-not-rendered',
      'file-not-a-manifest',
    ];
    const deceiving = ['internal-fault', 'invisible-character', 'look-alike-character', 'timestamp-invalid'];
    const covered = new Set([...FLAWED.map(([code]) => code), ...elsewhere, ...deceiving]);
    const isCovered = (code: string) => code.startsWith('ingress-') || covered.has(code);
    expect(Object.keys(RESOURCE_CODES).filter((code) => !isCovered(code))).toEqual([]);
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
    [
      'listener-tls-unexpected',
      `${LISTENER}{name: a, port: 80, protocol: HTTP, tls: {certificateRefs: [{name: c}]}}\n`,
      'HTTPS',
    ],
    [
      'selector-ignored',
      `${LISTENER}{name: a, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: All, selector: {}}}}\n`,
      'Selector',
    ],
  ] as const)('of %s', (code, text, replacement) => {
    const finding = findingsOf(text).find((candidate) => candidate.code === code);
    expect(finding?.fixes[0]?.edits[0]).toMatchObject({ action: 'replace', text: replacement });
  });
});
