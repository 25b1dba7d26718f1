import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, open, openFiles, outcome, SMALL, test, url } from './page.ts';

const graph = (page: Page) => page.getByRole('region', { name: 'Route graph', exact: true });
const element = (page: Page, id: string) => page.locator(`[data-id="${id}"]`);
const onTrace = (page: Page, id: string) => page.locator(`[data-id="${id}"][data-on-trace="true"]`);
const service = (namespace: string, name: string) =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${JSON.stringify(name)}, namespace: ${namespace}}\nspec: {selector: {app: x}, ports: [{port: 80}]}\n`;

/** Returns the position of each node, by its id. */
async function places(page: Page): Promise<Record<string, string>> {
  const nodes = await page
    .locator('.react-flow__node')
    .evaluateAll((all) => all.map((node) => [node.dataset.id, node.style.transform] as [string, string]));
  return Object.fromEntries(nodes);
}

/** Draws everything. Large graphs open with the request only. */
async function everything(page: Page): Promise<void> {
  const button = graph(page).getByRole('button', { name: 'Request only' });
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'false');
}

async function settled(locator: Locator): Promise<void> {
  await expect(locator).toHaveCount(1);
}

test('the graph shows every part once and highlights the way of the request', async ({ page }) => {
  await open(page);
  await expect(graph(page)).toBeVisible();
  for (const id of [
    'Namespace/faces',
    'client:fast-clients',
    'Service/faces/smiley',
    'Service/faces/smiley#backend',
    'HTTPRoute/fast-clients/smiley-route',
    'Deployment/faces/smiley',
  ]) {
    await settled(element(page, id));
  }
  await settled(onTrace(page, 'client:fast-clients'));
  await settled(onTrace(page, 'HTTPRoute/fast-clients/smiley-route'));
  await settled(onTrace(page, 'Service/faces/smiley->HTTPRoute/fast-clients/smiley-route'));
  await expect(onTrace(page, 'HTTPRoute/faces/smiley-route')).toHaveCount(0);
  await page.getByRole('combobox', { name: 'From' }).selectOption('slow-clients/viewer');
  await settled(onTrace(page, 'HTTPRoute/faces/smiley-route'));
  await expect(onTrace(page, 'HTTPRoute/fast-clients/smiley-route')).toHaveCount(0);
});

test('text and attributes show roles, shares and broken references, not only colours', async ({ page }) => {
  await open(page);
  const edge = element(page, 'Service/faces/smiley->HTTPRoute/fast-clients/smiley-route');
  await expect(edge).toHaveAttribute('data-role', 'consumer');
  await expect(edge).toHaveAttribute('aria-label', /consumer/);
  await expect(element(page, 'HTTPRoute/fast-clients/smiley-route')).toContainText('consumer');
  await expect(
    element(page, 'HTTPRoute/fast-clients/smiley-route->Service/faces/smiley-fast#backend#rule=0'),
  ).toContainText('90 %');
  await openFiles(page, { 'a.yaml': SMALL.replace('name: api, port: 80}', 'name: gone, port: 80}') });
  const broken = element(page, 'HTTPRoute/shop/api-route->missing:Service/shop/gone#rule=0,BackendNotFound');
  await expect(broken).toHaveAttribute('data-broken', 'BackendNotFound');
  await expect(broken).toContainText('BackendNotFound');
  await settled(element(page, 'missing:Service/shop/gone'));
});

test('the way of a rejected request ends, and the cursor does not look like a request', async ({ page }) => {
  await open(page);
  await url(page).fill('http://smiley.faces/nowhere');
  await expect(outcome(page)).toHaveAttribute('data-kind', 'rejected');
  const asked = page.locator('[data-id="HTTPRoute/fast-clients/smiley-route"]');
  await expect(asked).toHaveAttribute('data-stopped', 'true');
  await expect(page.locator('[data-id="HTTPRoute/faces/smiley-route"][data-stopped]')).toHaveCount(0);
  await expect(page.locator('[data-editor="monaco"] .view-line').first()).toBeVisible();
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('ControlOrMeta+Home');
  // Below the comments at the top.
  for (let line = 1; line <= 9; line++) await page.keyboard.press('ArrowDown');
  const pointed = page.locator('.react-flow__node[data-pointed]');
  await expect(pointed).toHaveAttribute('data-id', 'HTTPRoute/faces/smiley-route');
  await expect(page.locator('[data-touching]')).toHaveCount(0);
  await element(page, 'HTTPRoute/faces/smiley-route').click();
  await expect(pointed).toHaveCount(0);
  await expect(page.locator('[data-touching]').first()).toBeAttached();
});

test('a new client appears and disappears with its request', async ({ page }) => {
  await open(page);
  await openFiles(page, {
    'a.yaml': `${SMALL}---\napiVersion: v1\nkind: Namespace\nmetadata: {name: web}\n`,
  });
  await page.getByRole('combobox', { name: 'From' }).selectOption('web');
  await settled(onTrace(page, 'client:web'));
  await settled(onTrace(page, 'client:web->Service/shop/api'));
  await page.getByRole('combobox', { name: 'From' }).selectOption('shop');
  await expect(element(page, 'client:web')).toHaveCount(0);
});

test('an added route does not move other nodes', async ({ page }) => {
  await open(page);
  await settled(element(page, 'Service/faces/smiley'));
  await expect(page.locator('[data-editor="monaco"] .view-line').first()).toBeVisible();
  const before = await places(page);
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(`
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: second, namespace: faces}
spec:
  parentRefs: [{group: "", kind: Service, name: color}]
  rules:
  - backendRefs: [{name: color, port: 80}]
`);
  await settled(element(page, 'HTTPRoute/faces/second'));
  const after = await places(page);
  // The Service of the new route was a chip, and has cards now.
  await expect(element(page, 'Service/faces/color')).not.toHaveAttribute('data-chip');
  for (const [id, place] of Object.entries(before)) {
    if (!id.endsWith('faces/color')) expect(`${id} ${after[id]}`).toBe(`${id} ${place}`);
  }
});

test('the graph can be used by keyboard', async ({ page }) => {
  await open(page);
  await element(page, 'client:fast-clients').focus();
  await page.keyboard.press('ArrowRight');
  await expect(element(page, 'Service/faces/smiley')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  const route = element(page, 'HTTPRoute/fast-clients/smiley-route');
  await expect(route).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(route).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('ArrowLeft');
  await expect(element(page, 'Service/faces/smiley')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(route).toHaveAttribute('aria-pressed', 'false');
});

test('search finds a node, and namespaces collapse into exact counts', async ({ page }) => {
  await open(page);
  const search = graph(page).getByRole('combobox', { name: 'Find in the graph' });
  await search.fill('color');
  await expect(graph(page).getByRole('option').first()).toBeVisible();
  await search.press('Enter');
  await expect(element(page, 'Service/faces/color')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Tab');
  await graph(page).getByRole('button', { name: 'Namespaces' }).click();
  await page.getByRole('button', { name: 'Collapse faces into one node' }).click();
  await expect(element(page, 'Service/faces/color')).toHaveCount(0);
  await expect(element(page, 'Namespace/faces')).toContainText('3 services · 1 routes · 3 workloads');
});

test('large bundles start collapsed and open quickly', async ({ page }) => {
  await open(page);
  const documents = Array.from({ length: 420 }, (_, at) => service(`team-${at % 14}`, `service-${at}`));
  await openFiles(page, { 'large.yaml': documents.join('---\n') });
  await everything(page);
  await expect(element(page, 'Namespace/team-13')).toContainText('30 services', {
    timeout: 20_000,
  });
  const search = graph(page).getByRole('combobox', { name: 'Find in the graph' });
  await search.fill('service-419');
  await search.press('Enter');
  await settled(element(page, 'Service/team-13/service-419'));
});

test('a large graph is reduced to the request, and returns unchanged', async ({ page }) => {
  await open(page);
  await settled(onTrace(page, 'HTTPRoute/fast-clients/smiley-route'));
  const before = await places(page);
  const button = graph(page).getByRole('button', { name: 'Request only' });
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  // Candidates that did not match remain. Nodes that are unrelated to the request disappear.
  await settled(element(page, 'HTTPRoute/faces/smiley-route'));
  await settled(onTrace(page, 'HTTPRoute/fast-clients/smiley-route'));
  await expect(element(page, 'Service/faces/color')).toHaveCount(0);
  await button.click();
  await settled(element(page, 'Service/faces/color'));
  expect(await places(page)).toEqual(before);
  // The search also finds nodes outside the request's way.
  await button.click();
  const search = graph(page).getByRole('combobox', { name: 'Find in the graph' });
  await search.fill('color');
  await search.press('Enter');
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await expect(element(page, 'Service/faces/color')).toHaveAttribute('aria-pressed', 'true');
});

test('a graph at a small zoom has readable names', async ({ page }) => {
  await open(page);
  const documents = Array.from({ length: 90 }, (_, at) =>
    SMALL.replace(/\bapi\b/g, `service-${at}`).replaceAll('shop', `team-${at % 4}`),
  );
  await openFiles(page, { 'many.yaml': documents.join('---\n') });
  // The page suggests a request about the new manifests.
  await expect(url(page)).toHaveValue(/service-/);
  await url(page).fill('http://service-5.team-1/v1');
  await settled(onTrace(page, 'Service/team-1/service-5'));
  await everything(page);
  await graph(page).getByRole('button', { name: 'Fit the graph' }).click();
  await expect(element(page, 'Namespace/team-3')).toBeVisible({ timeout: 20_000 });
  const names = page.locator('.graph-names text');
  for (const name of ['service-5', 'team-0', 'team-3']) {
    const label = names.filter({ hasText: new RegExp(`^${name}$`) }).first();
    await expect(label).toBeVisible();
    const { height } = await label.evaluate((element) => element.getBoundingClientRect());
    expect(height).toBeGreaterThan(9);
  }
  await expect(page.locator('.react-flow__minimap')).toHaveCount(0);
  await graph(page).getByRole('button', { name: 'Zoom in' }).click();
  await graph(page).getByRole('button', { name: 'Zoom in' }).click();
  await expect(page.locator('.react-flow__minimap')).toHaveCount(1);
});

test('names are shown as written, with any characters', async ({ page }) => {
  await open(page);
  const nasty = '<img src=x onerror=alert(1)>';
  let alerted = false;
  page.on('dialog', () => {
    alerted = true;
  });
  await openFiles(page, {
    'nasty.yaml': [
      service('a', nasty),
      service('a', 'x'.repeat(200)),
      service('a', 'שלום'),
      service('a', '"]{}'),
    ].join('---\n'),
  });
  await expect(graph(page).locator('.graph-chip-name', { hasText: '<img src=x' }).first()).toBeVisible();
  expect(await page.locator('.react-flow img').count()).toBe(0);
  expect(alerted).toBe(false);
});

test('an empty bundle shows what to do', async ({ page }) => {
  await open(page);
  await openFiles(page, { 'empty.yaml': '# nothing\n' });
  await expect(graph(page).getByText('Nothing to draw yet')).toBeVisible();
  await graph(page).getByRole('button', { name: 'Open the faces example' }).click();
  await settled(element(page, 'Service/faces/smiley'));
});

test('a request that no route applies to takes the original way', async ({ page }) => {
  await open(page);
  await url(page).fill('http://color.faces/');
  await expect(outcome(page)).toHaveAttribute('data-kind', 'passed-through');
  await settled(onTrace(page, 'Service/faces/color->Service/faces/color#backend#original'));
  await settled(onTrace(page, 'Deployment/faces/color'));
});

test('the export equals the drawing', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await settled(onTrace(page, 'HTTPRoute/fast-clients/smiley-route'));
  const exported = async (format: string) => {
    await graph(page).getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: format }).click();
    const file = await download;
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  };
  const whole = await exported('SVG');
  expect(whole.name).toBe('graph.svg');
  expect(whole.bytes.toString()).toContain('>color<');
  // The way of the request is highlighted there, too.
  expect(whole.bytes.toString()).toContain('stroke-width="3"');
  await graph(page).getByRole('button', { name: 'Request only' }).click();
  await expect(element(page, 'Service/faces/color')).toHaveCount(0);
  const narrow = (await exported('SVG')).bytes.toString();
  expect(narrow).toContain('>smiley<');
  expect(narrow).not.toContain('>color<');
  const png = await exported('PNG');
  expect(png.name).toBe('graph.png');
  expect([...png.bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  await graph(page).getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Copy as Mermaid' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^flowchart LR/);
});
