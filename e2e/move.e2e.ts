import AxeBuilder from '@axe-core/playwright';
import { expect, open, openFiles, outcome, test } from './page.ts';

test.use({ editor: false });

const service = (name: string) => `apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: shop}
spec: {ports: [{port: 80}]}
---
`;

const ingress = (name: string, annotations: string) => `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: ${name}, namespace: shop, annotations: {${annotations}}}
spec:
  ingressClassName: nginx
  rules:
  - host: ${name}.example.com
    http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}
`;

const AUTH = 'nginx.ingress.kubernetes.io/auth-type: basic, nginx.ingress.kubernetes.io/auth-secret: users';
const BUNDLE = `${service('web')}apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: {name: nginx}
spec: {controller: k8s.io/ingress-nginx}
${ingress('www', '')}${ingress('admin', AUTH)}`;

test('a person reads what a move changes, adopts it, keeps its witnesses, and undoes it', async ({
  page,
}) => {
  await open(page);
  await expect(page.getByRole('tab', { name: 'Move' })).toHaveCount(0);
  await openFiles(page, { 'shop.yaml': BUNDLE });
  await expect(outcome(page)).toContainText('shop/www');
  await page.getByRole('tab', { name: 'Move' }).click();
  const move = page.getByRole('tabpanel', { name: 'Move' });
  await expect(move.getByRole('status', { name: 'Proof' })).toContainText('classes of requests change');
  // Each annotation that protected the path is an error, with its place.
  const lost = move.locator('[data-severity="error"]').first();
  await expect(lost).toContainText('The rule is written without backends');
  await lost.getByRole('button', { name: /^shop\.yaml:\d+$/ }).click();
  await expect(move.getByRole('heading', { name: 'a protection that is lost' })).toBeVisible();
  await expect(move.getByRole('region', { name: 'Gateway shop/nginx' })).toContainText(
    'gatewayClassName: example',
  );
  await move.getByRole('textbox', { name: 'GatewayClass' }).fill('public');
  await expect(move.getByRole('region', { name: 'Gateway shop/nginx' })).toContainText('public');
  const { violations } = await new AxeBuilder({ page }).include('.move-view').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await move.getByRole('button', { name: 'Adopt' }).click();
  await expect(move).toContainText('Adopted as gateway-api.yaml. The Ingresses are removed.');
  await expect(outcome(page)).toContainText('shop/www-example-com');
  await move.getByRole('button', { name: 'Keep witnesses as tests' }).click();
  // The answers of today are no longer given.
  await expect(page.getByRole('tabpanel', { name: 'Tests' })).toContainText('a protection that is lost');
  await page.getByRole('tab', { name: 'Move' }).click();
  await move.locator('[data-topic="protection"]').getByRole('button', { name: 'Try it' }).click();
  await expect(outcome(page)).toContainText('500');

  await page.locator('[data-name="fix-applied"]').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('tab', { name: 'gateway-api.yaml' })).toHaveCount(0);
  await expect(outcome(page)).toContainText('shop/www');
});
