import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, linkTo, open, outcome, SMALL, test, url } from './page.ts';

test.use({ editor: false });

const node = (page: Page, id: string) => page.locator(`.react-flow__node[data-id="${id}"]`);
const item = (page: Page, name: string | RegExp) => page.getByRole('menuitem', { name });
const menu = (page: Page) => page.getByRole('menu', { name: /^Actions: / });
const from = (page: Page) => page.getByRole('combobox', { name: 'From' });

test('a consumer route is added by keyboard, and undo removes it', async ({ page }) => {
  await open(page);
  await from(page).selectOption('slow-clients/viewer');
  await expect(outcome(page)).toContainText('faces/smiley-route');
  const service = node(page, 'Service/faces/smiley');
  await service.focus();
  await page.keyboard.press('m');
  await expect(menu(page)).toBeVisible();
  const add = item(page, /^Add a consumer route for faces\/smiley in slow-clients/);
  await expect(add).toContainText('This request: slow-clients has consumer routes of its own');
  await page.keyboard.press('End');
  await expect(add).toBeFocused();
  await page.keyboard.press('Enter');
  const preview = page.getByRole('group', { name: /^Add a consumer route/ });
  await expect(preview).toBeFocused();
  await expect(preview).toContainText('+   namespace: slow-clients');
  await expect(preview.locator('.fix-effect')).toContainText('slow-clients/smiley-route');
  await page.keyboard.press('Escape');
  await expect(preview).toHaveCount(0);
  await expect(service).toBeFocused();

  await page.keyboard.press('Shift+F10');
  await add.click();
  const apply = preview.getByRole('button', { name: 'Apply' });
  await apply.focus();
  await page.keyboard.press('Enter');
  await expect(outcome(page)).toContainText('slow-clients/smiley-route');
  await expect(outcome(page)).toContainText('consumer');
  await expect(node(page, 'HTTPRoute/slow-clients/smiley-route')).toHaveAttribute('data-on-trace', 'true');
  await expect(preview).toHaveCount(0);
  await expect(service).toBeFocused();
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(outcome(page)).toContainText('faces/smiley-route');
  await expect(node(page, 'HTTPRoute/slow-clients/smiley-route')).toHaveCount(0);
});

test('a right click sends the request from a node, and to another one', async ({ page }) => {
  await open(page);
  await node(page, 'Deployment/slow-clients/viewer').click({ button: 'right' });
  await item(page, 'Send from here').click();
  await expect(from(page)).toHaveValue('slow-clients/viewer');
  await expect(outcome(page)).toContainText('faces/smiley-route');
  await node(page, 'Service/faces/color').click({ button: 'right' });
  await item(page, 'Send to here').click();
  await expect(url(page)).toHaveValue('http://color.faces/');
  await expect(outcome(page)).toHaveAttribute('data-kind', 'passed-through');
  // A node that nothing is sent from does not offer it.
  await node(page, 'Service/faces/color').click({ button: 'right' });
  await expect(item(page, 'Send to here')).toBeVisible();
  await expect(item(page, 'Send from here')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(menu(page)).toHaveCount(0);
  await expect(node(page, 'Service/faces/color')).toBeFocused();
});

test('a request to a route is one that the route takes', async ({ page }) => {
  await open(page);
  await from(page).selectOption('slow-clients/viewer');
  await url(page).fill('http://color.faces/');
  await page.getByRole('tab', { name: 'Routes' }).click();
  // The analysis of all requests knows the witnesses.
  await expect(page.getByRole('tabpanel').getByText('smiley-route').first()).toBeVisible();
  // The drawer leaves the picture too low for all cards.
  await page.getByRole('button', { name: 'Close the drawer' }).click();
  await expect(page.getByRole('button', { name: 'Close the drawer' })).toHaveCount(0);
  await expect(async () => {
    await node(page, 'HTTPRoute/fast-clients/smiley-route').click({ button: 'right' });
    await item(page, 'Send to here').click();
    await expect(outcome(page)).toContainText('fast-clients/smiley-route', { timeout: 2000 });
  }).toPass();
});

test('the YAML of a node is copied as written', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, linkTo({ 'small.yaml': SMALL }));
  await node(page, 'HTTPRoute/shop/api-route').focus();
  await page.keyboard.press('ContextMenu');
  await item(page, 'Copy YAML').click();
  const route = SMALL.split('---\n').at(-1);
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(route);
  await expect(page.getByRole('region', { name: 'Route graph' }).getByText('Copied')).toBeVisible();
});

test('the details of a node have the menu, and it edits the rules of a route', async ({ page }) => {
  const request = { from: 'shop', method: 'GET', url: 'http://api.shop/v2' };
  await open(page, linkTo({ 'small.yaml': SMALL }, { request }));
  await expect(outcome(page)).toHaveAttribute('data-kind', 'rejected');
  await node(page, 'HTTPRoute/shop/api-route').click();
  await page.getByRole('button', { name: 'Actions', exact: true }).click();
  await expect(item(page, /^Add a rule for \/new/)).toContainText('No change for this request');
  await item(page, /^Send all other requests/).click();
  const preview = page.getByRole('group', { name: /^Send all other requests/ });
  await expect(preview).toContainText('+   - backendRefs: [{name: api, port: 80}]');
  await preview.getByRole('button', { name: 'Apply' }).click();
  await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
});

test('a long touch opens the menu', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await open(page, baseURL);
  const service = node(page, 'Service/faces/smiley');
  const box = await service.boundingBox();
  if (box === null) throw new Error('no box');
  const touch = { pointerType: 'touch', clientX: box.x + 9, clientY: box.y + 9, bubbles: true };
  // A touch that moves is no long touch.
  await service.dispatchEvent('pointerdown', touch);
  await service.dispatchEvent('pointermove', { ...touch, clientX: box.x + 60 });
  await page.waitForTimeout(800);
  await expect(menu(page)).toHaveCount(0);
  await service.dispatchEvent('pointerup', touch);
  await service.dispatchEvent('pointerdown', touch);
  await expect(menu(page)).toBeVisible();
  await context.close();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in the menu and the preview (${colorScheme})`, async ({ page }) => {
    const flaws = async (part: string) => {
      const { violations } = await new AxeBuilder({ page }).include(part).analyze();
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
    };
    await page.emulateMedia({ colorScheme });
    await open(page);
    await node(page, 'Service/faces/smiley').click({ button: 'right' });
    await expect(item(page, /^Add a consumer route/)).toBeVisible();
    expect(await flaws('.node-menu')).toEqual([]);
    await item(page, /^Add a consumer route/).click();
    await expect(page.locator('.node-edit .fix-effect')).toBeVisible();
    expect(await flaws('.node-edit')).toEqual([]);
  });

for (const mode of ['read', 'embed'])
  test(`a page to ${mode} offers no edits`, async ({ page }) => {
    await open(page, `?view=${mode}`);
    await node(page, 'Service/faces/smiley').click({ button: 'right' });
    await expect(item(page, 'Send to here')).toBeVisible();
    await expect(item(page, /Add|Looking|No change/)).toHaveCount(0);
  });
