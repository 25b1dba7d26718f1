import type { Page } from '@playwright/test';
import { expect, open, outcome, test, url } from './page.ts';

// The placeholder accepts pasted text as the editor does.
test.use({ editor: false });

const service = (namespace: string, name: string) => `apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: ${namespace}}
spec: {selector: {app: ${name}}, ports: [{port: 80}]}
`;
const workload = (namespace: string, name: string) => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${namespace}}
spec: {selector: {matchLabels: {app: ${name}}}, template: {metadata: {labels: {app: ${name}}}}}
`;
const route = (kind: string, namespace: string, spec: string) => `---
apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: {name: route, namespace: ${namespace}}
spec: {${spec}}
`;
const gateway = (namespace: string, name: string, spec: string) => `---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: ${name}, namespace: ${namespace}}
spec: {gatewayClassName: x, ${spec}}
`;

/** The pasted text, the client, the method, the URL, and the answer. */
const BUNDLES: readonly (readonly [
  text: string,
  from: string,
  method: string,
  url: string,
  answer: RegExp,
])[] = [
  [
    service('shop', 'cart') +
      workload('shop', 'cart') +
      workload('web', 'front') +
      route(
        'HTTPRoute',
        'shop',
        'parentRefs: [{group: "", kind: Service, name: cart}], rules: [{matches: [{method: POST, path: {value: /items}}], backendRefs: [{name: cart, port: 80}]}]',
      ),
    'web/front',
    'POST',
    'http://cart.shop/items',
    /shop\/cart:80/,
  ],
  [
    service('mail', 'box') +
      workload('mail', 'box') +
      route(
        'GRPCRoute',
        'mail',
        'parentRefs: [{group: "", kind: Service, name: box}], rules: [{matches: [{method: {service: mail.v1.Box, method: Send}}], backendRefs: [{name: box, port: 80}]}]',
      ),
    'mail/box',
    'POST',
    'grpc://box.mail/mail.v1.Box/Send',
    /mail\/box:80/,
  ],
  [
    service('media', 'stream') +
      workload('media', 'stream') +
      gateway('media', 'edge', 'listeners: [{name: h, port: 8080, protocol: HTTP}]') +
      route(
        'HTTPRoute',
        'media',
        'parentRefs: [{name: edge}], hostnames: [media.example], rules: [{matches: [{path: {value: /live}}], backendRefs: [{name: stream, port: 80}]}]',
      ),
    'gateway:media/edge',
    'GET',
    'http://media.example:8080/live',
    /media\/stream:80/,
  ],
  [
    service('calls', 'hub') +
      workload('calls', 'hub') +
      gateway(
        'calls',
        'door',
        'allowedListeners: {namespaces: {from: All}}, listeners: [{name: h, port: 81, protocol: HTTP, hostname: none.example}]',
      ) +
      `---
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: {name: set, namespace: calls}
spec: {parentRef: {name: door}, listeners: [{name: l, port: 80, protocol: HTTP, hostname: hub.example}]}
` +
      route(
        'GRPCRoute',
        'calls',
        'parentRefs: [{kind: ListenerSet, name: set}], rules: [{matches: [{method: {service: calls.Hub}}], backendRefs: [{name: hub, port: 80}]}]',
      ),
    'gateway:calls/door',
    'POST',
    'grpc://hub.example/calls.Hub/Method',
    /calls\/hub:80/,
  ],
  [
    service('bank', 'ledger') +
      workload('bank', 'ledger') +
      workload('audit', 'reader') +
      route(
        'HTTPRoute',
        'audit',
        'parentRefs: [{group: "", kind: Service, name: ledger, namespace: bank}], rules: [{matches: [{headers: [{name: x-audit, value: "yes"}]}], backendRefs: [{name: ledger, namespace: bank, port: 80}]}]',
      ),
    'audit/reader',
    'GET',
    'http://ledger.bank/',
    /bank\/ledger:80/,
  ],
];

async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('region', { name: 'Manifests' }).locator('textarea').first().fill(text);
}

test('each of five bundles pasted one after another gets its own request', async ({ page }) => {
  await open(page);
  for (const [text, from, method, asked, answer] of BUNDLES) {
    await paste(page, text);
    await expect(url(page)).toHaveValue(asked);
    await expect(page.getByRole('combobox', { name: 'From' })).toHaveValue(from);
    if (!asked.startsWith('grpc'))
      await expect(page.getByRole('combobox', { name: 'Method' })).toHaveValue(method);
    await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
    await expect(outcome(page)).toContainText(answer);
  }
});

test('a typed request remains as long as its Service and client exist', async ({ page }) => {
  await open(page);
  const [first, second] = BUNDLES;
  await paste(page, first?.[0] ?? '');
  await expect(url(page)).toHaveValue('http://cart.shop/items');
  await url(page).fill('http://cart.shop/typed');
  await paste(page, `${first?.[0]}${workload('web', 'more')}`);
  await expect(page.locator('main')).toContainText('more');
  await expect(url(page)).toHaveValue('http://cart.shop/typed');
  // The text was typed and immediately replaced by a paste, so the request is about the earlier text.
  await url(page).fill('http://cart.shop/again');
  await expect(outcome(page)).toHaveAttribute('data-kind', 'rejected');
  await paste(page, second?.[0] ?? '');
  await expect(url(page)).toHaveValue('grpc://box.mail/mail.v1.Box/Send');
});
