import type { Page } from '@playwright/test';
import { expect, open, openFiles, openMenu, test } from './page.ts';

const editor = (page: Page) => page.locator('[data-editor="monaco"] .monaco-editor').first();
const ghosts = (page: Page) => editor(page).locator('.editor-ghost');
const line = (page: Page, text: string) => editor(page).locator('.view-line', { hasText: text }).first();

const SERVICE = `apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  ports:
  - name: web
    port: 80
`;

const ROUTE = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: api-route
spec:
  parentRefs:
  - name: api
    kind: Service
    group: ""
  rules:
  - backendRefs:
    - name: api
      port: 80
`;

/** Opens texts and waits until Monaco shows the first. */
async function edit(page: Page, files: Readonly<Record<string, string>>, path = ''): Promise<void> {
  await open(page, path);
  await openFiles(page, files);
  await expect(editor(page).locator('.view-line').first()).toBeVisible();
}

/** Moves the cursor to the end of a word, as a user does. */
async function put(page: Page, row: string, word: string): Promise<void> {
  await line(page, row).getByText(word, { exact: true }).first().click();
}

test('ghost text shows the defaults of missing fields, and is not part of the text', async ({ page }) => {
  await edit(page, { 'a.yaml': SERVICE });
  await expect(line(page, 'name: api').locator('.editor-ghost')).toHaveText('namespace: default');
  await expect(line(page, 'port: 80').locator('.editor-ghost')).toHaveText('targetPort: 80 · protocol: TCP');
  await put(page, 'name: api', 'api');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('namespace: shop');
  await expect(page.locator('[data-id="Service/shop/api"]')).toHaveCount(1);
  await expect(ghosts(page)).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+a');
  const selected = await page.evaluate(() => {
    const copied = new DataTransfer();
    const event = new ClipboardEvent('copy', { clipboardData: copied, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
    return copied.getData('text/plain');
  });
  expect(selected).toBe(SERVICE.replace('name: api\n', 'name: api\n  namespace: shop\n'));
});

test('ghost text can be hidden, and remains hidden', async ({ page }) => {
  await edit(page, { 'a.yaml': SERVICE });
  await expect(ghosts(page)).toHaveCount(2);
  const button = page.getByRole('button', { name: 'Show defaults' });
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await button.click();
  await expect(ghosts(page)).toHaveCount(0);
  await page.reload();
  await expect(editor(page).locator('.view-line').first()).toBeVisible();
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await expect(line(page, 'name: api')).toBeVisible();
  await expect(ghosts(page)).toHaveCount(0);
  await line(page, 'name: api').click();
  await page.keyboard.press('F1');
  await page.keyboard.type('Show Defaults');
  await page.keyboard.press('Enter');
  await expect(ghosts(page)).toHaveCount(2);
});

test('a name leads to its object in another file, and from there to its references', async ({ page }) => {
  await edit(page, { 'routes.yaml': ROUTE, 'services.yaml': SERVICE });
  await put(page, '- name: api', 'api');
  await page.keyboard.press('F12');
  await expect(page.getByRole('tab', { name: 'services.yaml' })).toHaveAttribute('aria-selected', 'true');
  await expect(editor(page).locator('.line-numbers.active-line-number')).toHaveText('4');
  await expect(editor(page).locator('textarea').first()).toBeFocused();
  await page.keyboard.press('Shift+F12');
  const peek = page.locator('.peekview-widget');
  await expect(peek).toContainText('routes.yaml');
  await expect(peek).toContainText('(3)');
  await page.keyboard.press('Escape');
  await expect(peek).toHaveCount(0);
});

test('Ctrl and a click go to the definition, as the context menu does', async ({ page }) => {
  await edit(page, { 'routes.yaml': ROUTE, 'services.yaml': SERVICE });
  const name = line(page, '- name: api').getByText('api', { exact: true }).first();
  await expect(async () => {
    await name.click({ modifiers: ['ControlOrMeta'] });
    await expect(page.getByRole('tab', { name: 'services.yaml' })).toHaveAttribute('aria-selected', 'true', {
      timeout: 1500,
    });
  }).toPass();
  await page.getByRole('tab', { name: 'routes.yaml' }).click();
  await line(page, 'port: 80').getByText('80').click({ button: 'right' });
  // Monaco ignores a click on a menu that has just opened, so that the click that opens it selects nothing.
  const entry = page.getByRole('menuitem', { name: 'Go to Definition' });
  await expect(async () => {
    if (await entry.isVisible()) await entry.click();
    await expect(page.getByRole('tab', { name: 'services.yaml' })).toHaveAttribute('aria-selected', 'true', {
      timeout: 1500,
    });
  }).toPass();
  await expect(editor(page).locator('.line-numbers.active-line-number')).toHaveText('8');
});

test('existing names are offered, with the namespace that they need', async ({ page }) => {
  const far = SERVICE.replace('name: api', 'name: faces\n  namespace: far');
  await edit(page, {
    'routes.yaml': ROUTE.replace('    - name: api\n      port: 80\n', ''),
    'far.yaml': far,
  });
  await editor(page).locator('.view-lines').click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('    - name: fa');
  const list = page.locator('.suggest-widget.visible');
  await expect(list).toContainText('faces');
  await expect(list).toContainText('far');
  await page.keyboard.press('Enter');
  await expect(line(page, 'namespace: far')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('port: ');
  await expect(list).toContainText('80');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-id="Service/far/faces"]')).toHaveCount(1);
  await expect(line(page, 'port: 80')).toBeVisible();
});

test('formatting keeps comments and is one step of undo', async ({ page }) => {
  await edit(page, { 'a.yaml': `# mine\n${SERVICE.replace('name: api', 'name:    api   # yours')}` });
  await line(page, 'kind: Service').click();
  await page.keyboard.press('Shift+Alt+f');
  await expect(line(page, 'name: api # yours')).toBeVisible();
  await expect(line(page, '# mine')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(line(page, 'name:    api   # yours')).toBeVisible();
});

test('the outline lists resources, and documents fold', async ({ page }) => {
  await edit(page, { 'a.yaml': `${SERVICE}---\n${ROUTE}` });
  await line(page, 'name: api').click();
  await page.keyboard.press('ControlOrMeta+Shift+o');
  const outline = page.locator('.quick-input-widget');
  await expect(outline).toContainText('Service default/api');
  await page.keyboard.type('HTTPRoute');
  await page.keyboard.press('Enter');
  await expect(editor(page).locator('.line-numbers.active-line-number')).toHaveText('10');
  await page.keyboard.press('ControlOrMeta+Shift+BracketLeft');
  await expect(line(page, 'HTTPRoute')).toHaveCount(0);
  await expect(line(page, 'kind: Service')).toBeVisible();
});

test('the menus use the language of the page', async ({ page }) => {
  await page.goto('?lang=zh-Hant');
  await expect(editor(page).locator('.view-line').first()).toBeVisible();
  await editor(page).locator('.view-line').nth(7).click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: /移至定義/ })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: /隱藏預設值/ })).toBeVisible();
});

const TESTED = `apiVersion: gammascope.dev/v1alpha1
kind: RouteTest
metadata: {name: t}
spec:
  cases:
  - name: one
    request:
      url: http://api.default/
    expect:
      outcome: forwarded
      `;

/** Rests the pointer on the key `group` until its description contains a text. */
async function expectToldOfGroup(page: Page, words: string): Promise<void> {
  const hover = page.locator('.monaco-hover:visible');
  await expect(async () => {
    await line(page, 'apiVersion').hover({ position: { x: 250, y: 8 } });
    await line(page, 'group:').getByText('group', { exact: true }).hover();
    await expect(hover).toContainText('R-103', { timeout: 1500 });
    await expect(hover).toContainText(words, { timeout: 500 });
  }).toPass();
}

test('hover shows the meaning, limits and rules of fields in the language of the page', async ({ page }) => {
  await edit(page, { 'routes.yaml': ROUTE });
  await expectToldOfGroup(page, 'Default: gateway.networking.k8s.io');
  await openMenu(page);
  await page.getByRole('menuitemradio', { name: '简体中文' }).click();
  await expect(page.getByText('重新加载后，编辑器的菜单才会换成这个语言。')).toBeVisible();
  await expectToldOfGroup(page, '默认值：gateway.networking.k8s.io');
  await openMenu(page);
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await expect(page.getByText('重新加载后')).toHaveCount(0);
  await expectToldOfGroup(page, 'Default: gateway.networking.k8s.io');
});

test('fields of a RouteTest are completed', async ({ page }) => {
  await edit(page, { 'tests.yaml': TESTED });
  await editor(page).locator('.view-lines').click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('ControlOrMeta+Space');
  await expect(page.locator('.suggest-widget.visible')).toContainText('backends');
  await page.keyboard.type('stat');
  await expect(page.locator('.suggest-widget.visible')).toContainText('status');
});

test('a change of several files is one step of undo', async ({ page }) => {
  await edit(page, { 'a.yaml': SERVICE, 'b.yaml': ROUTE });
  await line(page, 'kind: Service').click();
  await openFiles(page, {
    'a.yaml': SERVICE.replace('port: 80', 'port: 81'),
    'b.yaml': ROUTE.replace('port: 80', 'port: 81'),
  });
  await expect(line(page, 'port: 81')).toBeVisible();
  await line(page, 'kind: Service').click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(line(page, 'port: 80')).toBeVisible();
  await page.getByRole('tab', { name: 'b.yaml' }).click();
  await expect(line(page, 'HTTPRoute')).toBeVisible();
  await expect(line(page, 'port: 80')).toBeVisible();
  await line(page, 'HTTPRoute').click();
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(line(page, 'port: 81')).toBeVisible();
  await page.getByRole('tab', { name: 'a.yaml' }).click();
  await expect(line(page, 'port: 81')).toBeVisible();
});

test('Escape and then Tab leave the editor; Tab alone indents', async ({ page }) => {
  await open(page);
  await openFiles(page, { 'a.yaml': SERVICE });
  const lines = page.locator('[data-editor="monaco"] .view-lines').first();
  await expect(lines).toContainText('kind: Service');
  await page.locator('[data-editor="monaco"]').click();
  const inEditor = () =>
    page.evaluate(() => document.activeElement?.closest('[data-editor="monaco"]') !== null);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Tab');
  // Playwright trims the texts that it compares.
  await expect.poll(() => lines.evaluate((each) => each.textContent)).toMatch(/^\s+apiVersion/);
  expect(await inEditor()).toBe(true);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect.poll(inEditor).toBe(false);
  await page.keyboard.press('Shift+Tab');
  await expect.poll(inEditor).toBe(true);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Tab');
  await expect.poll(inEditor).toBe(false);
});

test('squiggles mark errors and warnings, at the key; a note has none', async ({ page }) => {
  await open(page);
  const note = 'apiVersion: example.com/v1\nkind: Other\nmetadata: {name: o}\n';
  const error =
    'apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec:\n  ports:\n    port: 80\n    name: web\n';
  await openFiles(page, { 'a.yaml': `${note}---\n${error}` });
  await page.getByRole('tab', { name: /Problems/ }).click();
  await expect(page.locator('.problem[data-severity="info"]').first()).toBeVisible();
  await expect(page.locator('.problem[data-severity="error"]').first()).toBeVisible();
  const squiggles = page.locator('[data-editor="monaco"] :is(.squiggly-error, .squiggly-warning)');
  await expect(squiggles.first()).toBeVisible();
  await expect(page.locator('[data-editor="monaco"] :is(.squiggly-info, .squiggly-hint)')).toHaveCount(0);
  // Each has one line: a mapping is marked at its key, not over all of its lines.
  const heights = await squiggles.evaluateAll((all) =>
    all.map((each) => each.getBoundingClientRect().height),
  );
  expect(Math.max(...heights)).toBeLessThan(24);
});
