import AxeBuilder from '@axe-core/playwright';
import { serveFile } from '../scripts/serve.mjs';
import { type ApiObject, type ApiServer, startApiServer } from '../tests/api-server.ts';
import { test as base, expect, open, openMenu, outcome } from './page.ts';

function namespaced(kind: string, apiVersion: string, name: string, spec: unknown): ApiObject {
  return { apiVersion, kind, metadata: { name, namespace: 'shop' }, spec };
}

const OBJECTS: readonly ApiObject[] = [
  ...['shop', 'web'].map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })),
  namespaced('Service', 'v1', 'cart', { selector: { app: 'cart' }, ports: [{ port: 80 }] }),
  namespaced('Service', 'v1', 'cart-next', { selector: { app: 'next' }, ports: [{ port: 80 }] }),
  namespaced('HTTPRoute', 'gateway.networking.k8s.io/v1', 'cart', {
    parentRefs: [{ group: '', kind: 'Service', name: 'cart' }],
    rules: [{ matches: [{ path: { value: '/v2' } }], backendRefs: [{ name: 'cart-next', port: 80 }] }],
  }),
];

/** The page as `kubectl proxy --www` serves it: below /static/, with the API server at the same origin. */
const test = base.extend<{ api: ApiServer; forbidden: readonly string[] }>({
  forbidden: [[], { option: true }],
  api: async ({ forbidden }, use) => {
    const api = await startApiServer({
      objects: OBJECTS,
      forbidden,
      otherwise: (request, response) => {
        request.url = request.url?.replace(/^\/static\//, '/');
        serveFile(request, response);
      },
    });
    await use(api);
    await api.close();
  },
  baseURL: async ({ api }, use) => use(`${api.url}/`),
});

test('a cluster behind kubectl proxy is loaded, and no secret is requested', async ({ page, api }) => {
  await open(page, 'static/');
  const menu = page.getByRole('button', { name: 'Menu' });
  await menu.focus();
  await page.keyboard.press('Enter');
  const item = page.getByRole('menuitem', { name: 'Load from cluster' });
  await item.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Load from cluster' });
  await expect(dialog).toContainText('v1.33.1');
  await expect(dialog.getByRole('checkbox', { name: 'All 2' })).toBeChecked();
  await expect(dialog.getByRole('checkbox', { name: 'HTTPRoute' })).toBeChecked();
  await expect(dialog.getByRole('checkbox', { name: 'Pod' })).not.toBeChecked();
  const axe = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
  expect(axe.violations).toEqual([]);
  await dialog.getByRole('button', { name: 'Load', exact: true }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('tab', { name: 'cluster.yaml' })).toBeVisible();
  await expect(page.locator('[data-id="HTTPRoute/shop/cart"]')).toBeVisible();
  await page.getByRole('textbox', { name: 'URL' }).fill('http://cart.shop/v2');
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(outcome(page)).toContainText('cart-next');
  expect(api.asked.some((path) => /secrets|configmaps/.test(path))).toBe(false);
});

test('the second load shows what has changed in the cluster', async ({ page, api }) => {
  await open(page, 'static/');
  const load = async () => {
    await openMenu(page);
    await page.getByRole('menuitem', { name: 'Load from cluster' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Load', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  };
  await load();
  await page.getByRole('tab', { name: 'Changes' }).click();
  await expect(page.getByText('Nothing to compare yet.')).toBeVisible();
  api.replace(OBJECTS.filter(({ kind }) => kind !== 'HTTPRoute'));
  await load();
  await expect(page.getByText(/classes? of requests changes?/)).toBeVisible();
});

test.describe('where some lists are forbidden', () => {
  test.use({
    forbidden: ['Namespace', 'Service'],
    expectedFault: 'Failed to load resource: the server responded with a status of 403 (Forbidden)',
  });

  test('the dialog names them and loads the rest', async ({ page }) => {
    await open(page, 'static/');
    await openMenu(page);
    await page.getByRole('menuitem', { name: 'Load from cluster' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Namespaces' }).fill('shop');
    await dialog.getByRole('button', { name: 'Load', exact: true }).click();
    await expect(dialog).toContainText('1 object is loaded');
    await expect(dialog.getByRole('listitem').filter({ hasText: 'Service' }).first()).toContainText(
      'not permitted',
    );
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByRole('tab', { name: 'cluster.yaml' })).toBeVisible();
  });
});

test('at other addresses the page does not look for a cluster', async ({ page, api }) => {
  await open(page);
  await expect(page.getByRole('region', { name: 'Route graph' })).toBeVisible();
  await openMenu(page);
  await expect(page.getByRole('menuitem', { name: 'Commands' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Load from cluster' })).toHaveCount(0);
  expect(api.asked).toEqual([]);
});
