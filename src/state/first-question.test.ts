import { expect, test } from 'vitest';
import { analyse, presentSnapshot } from '../core/index.ts';
import { FIRST_EXAMPLE } from './examples.ts';
import { firstQuestion, needsQuestion } from './first-question.ts';
import { EMPTY_REQUEST } from './request-fields.ts';

const SERVICE =
  'apiVersion: v1\nkind: Service\nmetadata: {name: api, namespace: shop}\nspec: {ports: [{port: 8080}]}\n';
const route = (namespace: string, path: string) => `---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: r, namespace: ${namespace}}
spec:
  parentRefs: [{group: "", kind: Service, name: api, namespace: shop}]
  rules: [{matches: [{path: {value: ${path}}}], backendRefs: [{name: api, namespace: shop, port: 8080}]}]
`;
const view = (text: string) => presentSnapshot(analyse([{ file: 'a.yaml', text }]));

test('the first request goes to a Service with routes, from a client that they apply to', () => {
  expect(firstQuestion(view(SERVICE))).toMatchObject({ from: 'shop', url: 'http://api.shop:8080/' });
  expect(firstQuestion(view(SERVICE + route('web', '/v1')))).toMatchObject({
    from: 'web',
    url: 'http://api.shop:8080/v1',
  });
  expect(firstQuestion(view(SERVICE + route('shop', 'no-slash')))).toMatchObject({
    url: 'http://api.shop:8080/',
  });
  expect(firstQuestion(view(''))).toBeNull();
});

const OTHER = (SERVICE + route('billing', '/v2')).replaceAll('shop', 'store').replaceAll('api', 'pay');
const GATEWAY = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: gw, namespace: edge}
spec: {gatewayClassName: x, listeners: [{name: h, port: 80, protocol: HTTP}]}
`;
const BUNDLE = SERVICE + route('web', '/v1');
const OWN = { ...EMPTY_REQUEST, from: 'web', url: 'http://api.shop:8080/mine' };

test.each([
  ['nothing has been asked', EMPTY_REQUEST, '', BUNDLE, false, true],
  ['the first example is gone', FIRST_EXAMPLE.request, '', BUNDLE, false, true],
  ['an edit that leaves Service and client', OWN, BUNDLE, `${BUNDLE}---\n${GATEWAY}`, false, false],
  [
    'an edit after which the Service of a typed request is gone',
    { ...OWN, from: 'shop' },
    `${SERVICE}---\n${GATEWAY}---\n${OTHER}`,
    `${SERVICE.replace('name: api', 'name: pay')}---\n${GATEWAY}---\n${OTHER}`,
    false,
    false,
  ],
  [
    'an edit after which the Service of the page’s own request is gone',
    OWN,
    `${BUNDLE}---\n${GATEWAY}`,
    `${BUNDLE.replaceAll('name: api', 'name: pay')}---\n${GATEWAY}`,
    true,
    true,
  ],
  [
    'the same, in the middle of typing',
    OWN,
    `${BUNDLE}---\n${GATEWAY}`,
    `${BUNDLE.replace('kind: Service', 'kind: [Service')}---\n${GATEWAY}`,
    true,
    false,
  ],
  ['another bundle without the Service', OWN, BUNDLE, OTHER, false, true],
  [
    'a version without the client, pasted over',
    OWN,
    `${BUNDLE}---\n${GATEWAY}`,
    `${BUNDLE.replace('namespace: web', 'namespace: app').replace('/v1', `/${'long'.repeat(30)}`)}---\n${GATEWAY}`,
    false,
    true,
  ],
  [
    'another bundle with client and Service: what was typed stays',
    OWN,
    `${BUNDLE}---\n${GATEWAY}${OTHER}`,
    BUNDLE.replace('name: r,', 'name: r2,'),
    false,
    false,
  ],
  [
    'the same, but the page asked',
    OWN,
    `${OTHER}---\n${GATEWAY}---\n${BUNDLE}`,
    BUNDLE.replace('name: r,', 'name: r2,'),
    true,
    true,
  ],
  ['another bundle with another Gateway', { ...OWN, from: 'gateway:edge/gw' }, GATEWAY, BUNDLE, false, true],
])('%s', (_, request, before, after, isOwn, expected) => {
  const files = (text: string) => [{ name: 'a.yaml', text }];
  const suggested = isOwn ? request : null;
  const asked = { request, view: before === '' ? null : view(before), suggested, files: files(before) };
  expect(needsQuestion({ request, files: files(after) }, view(after), asked)).toBe(expected);
});

test('a request that came with its manifests remains', () => {
  const asked = { request: EMPTY_REQUEST, view: view(BUNDLE), suggested: null, files: [] };
  const request = { ...OWN, url: 'http://unknown/' };
  expect(needsQuestion({ request, files: [] }, view(OTHER), asked)).toBe(false);
});
