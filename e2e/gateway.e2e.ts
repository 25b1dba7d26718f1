import { expect, open, openFiles, outcome, test, url } from './page.ts';

// Other tests cover the editor.
test.use({ editor: false });

const ROUTE = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: fruits, namespace: infra}
spec:
  parentRefs: [{name: edge}]
  rules:
  - matches: [{path: {type: PathPrefix, value: /fruits}}]
    backendRefs:
    - {name: bananas, namespace: bananas, port: 1027, weight: 30}
    - {name: apples, namespace: apples, port: 1027, weight: 70}
`;

const grant = (namespace: string) => `---
apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata: {name: from-infra, namespace: ${namespace}}
spec:
  from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: infra}]
  to: [{group: "", kind: Service, name: ${namespace}}]
`;

const FOREIGN = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: route, namespace: apples}
spec:
  parentRefs: [{name: edge, namespace: infra}]
  rules:
  - matches: [{path: {type: PathPrefix, value: /apples}}]
    backendRefs: [{name: apples, port: 1027}]
`;

const GATEWAY = `---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: infra}
spec:
  gatewayClassName: edge
  listeners:
  - name: proxy
    port: 80
    protocol: HTTP
    allowedRoutes:
      namespaces:
        from: Selector
        selector:
          matchExpressions:
          - {key: kubernetes.io/metadata.name, operator: In, values: [apples, bananas]}
`;

test('the listings of an article show how grants work, one after the other', async ({ page }) => {
  await open(page);
  await openFiles(page, { 'a.yaml': ROUTE });
  await expect(page.getByLabel('From')).toHaveValue('gateway:infra/edge');
  await expect(outcome(page)).toHaveAttribute('data-kind', 'failed');
  await page.getByRole('tab', { name: 'Status' }).click();
  const status = page.locator('[data-resource="HTTPRoute/infra/fruits"]');
  await expect(status).toContainText('Gateway/infra/edge (assumed)');
  await expect(status).toContainText('RefNotPermitted');
  await openFiles(page, { 'a.yaml': `${ROUTE}${grant('bananas')}${grant('apples')}` });
  await expect(status).not.toContainText('RefNotPermitted');
  await page.getByRole('tab', { name: 'Trace' }).click();
  await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
});

test('a route of another namespace is refused until the listener allows it', async ({ page }) => {
  await open(page);
  // By default listeners accept only routes of their own namespace.
  const closed = GATEWAY.replace(/\n {4}allowedRoutes:[\s\S]*$/, '\n');
  await openFiles(page, { 'a.yaml': `${FOREIGN}${closed}` });
  await page.getByRole('tab', { name: 'Status' }).click();
  const status = page.locator('[data-resource="HTTPRoute/apples/route"]');
  await expect(status).toContainText('NotAllowedByListeners');
  await openFiles(page, { 'a.yaml': `${FOREIGN}${GATEWAY}` });
  await expect(status).not.toContainText('NotAllowedByListeners');
  await page.getByRole('tab', { name: 'Trace' }).click();
  await url(page).fill('http://fruit.test/apples');
  await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
});
