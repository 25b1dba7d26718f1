import { expect, test } from 'vitest';
import { analyse, presentSnapshot } from '../core/index.ts';
import { FIRST_EXAMPLE } from './examples.ts';
import { asksNothing, firstQuestion } from './first-question.ts';
import { EMPTY_REQUEST } from './request-form.ts';

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

test('the first question goes where the routes are, from a client that they are for', () => {
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

test('a question of the user is left alone', () => {
  expect(asksNothing(EMPTY_REQUEST, view(SERVICE))).toBe(true);
  expect(asksNothing(FIRST_EXAMPLE.request, view(SERVICE))).toBe(true);
  expect(asksNothing({ ...FIRST_EXAMPLE.request, url: 'http://mine/' }, view(SERVICE))).toBe(false);
});
