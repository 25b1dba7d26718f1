import { expect, open, openFiles, outcome, SMALL, test } from './page.ts';

test('problems are listed, link to their place, and can be filtered', async ({ page }) => {
  await open(page);
  await openFiles(page, {
    'shop.yaml': SMALL.replace('backendRefs: [{name: api', 'backendRefs: [{name: missing'),
  });
  await page.getByRole('tab', { name: 'Problems' }).click();
  const problems = page.getByRole('region', { name: 'Problems' });
  const item = problems.locator('[data-code]').first();
  await expect(item).toHaveAttribute('data-code', /^[a-z-]+$/);
  await item.getByRole('button').first().click();
  await expect(page.getByRole('tab', { name: 'shop.yaml' })).toHaveAttribute('aria-selected', 'true');
  for (const name of [/error/, /warning/, /note/])
    await problems.getByRole('button', { name, pressed: true }).first().click();
  await expect(problems.locator('li[data-severity]')).toHaveCount(0);
});

test('a broken document does not hide the others', async ({ page }) => {
  await open(page);
  await openFiles(page, {
    'nasty.yaml': `${SMALL}---\nkind: [unclosed\n---\na: &a {b: *a}\n---\n{{ .Values.x }}\n---\n? ? ?\n`,
  });
  await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
  await page.getByRole('tab', { name: 'Problems' }).click();
  await expect(
    page.getByRole('region', { name: 'Problems' }).locator('li[data-severity="error"]').first(),
  ).toBeVisible();
});

test('tests run live, and their requests can be used in the form', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: 'Tests' }).click();
  await expect(page.getByText('4 passed')).toBeVisible();
  await page.getByRole('button', { name: /Use this request: a Service without a route/ }).click();
  await expect(page.getByRole('tab', { name: 'Trace' })).toHaveAttribute('aria-selected', 'true');
  await expect(outcome(page)).toHaveAttribute('data-kind', 'passed-through');
});

test('every tab has content', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: 'Routes' }).click();
  await expect(page.getByRole('region', { name: /faces\/smiley:80/ })).toHaveCount(2);
  await page.getByRole('tab', { name: 'Status' }).click();
  const status = page.getByRole('region', { name: 'HTTPRoute/fast-clients/smiley-route' });
  await expect(status.getByRole('row', { name: /Accepted/ }).first()).toContainText('True');
  await page.getByRole('tab', { name: 'Changes' }).click();
  await expect(page.getByText('Nothing to compare yet.')).toBeVisible();
});

test('every example opens without errors', async ({ page }) => {
  // Sixteen bundles one after the other take long.
  test.slow();
  await open(page);
  await page.getByRole('button', { name: 'Examples' }).click();
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  const names = await page.getByRole('menuitem').locator('strong').allTextContents();
  expect(names).toHaveLength(16);
  await page.keyboard.press('Escape');
  for (const [at, name] of names.entries()) {
    await page.getByRole('button', { name: 'Examples' }).click();
    await page.getByRole('menuitem').nth(at).click();
    await expect(page.getByText(`Example “${name}” opened.`)).toBeVisible();
    await expect(outcome(page)).not.toHaveAttribute('data-kind', 'unknown');
  }
});

test('another profile changes the answer', async ({ page }) => {
  await open(page);
  await page.getByRole('textbox', { name: 'URL' }).fill('http://smiley.faces/');
  await expect(outcome(page)).toHaveAttribute('data-kind', 'rejected');
  await page.getByRole('button', { name: /Semantics/ }).click();
  await page.getByRole('menuitemradio', { name: /linkerd/ }).click();
  await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
});

test('the menu of profiles fits, and says how the focused one differs', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page);
  await page.getByRole('button', { name: /Semantics/ }).click();
  await page.getByRole('menuitemradio', { name: /^istio The/ }).hover();
  const menu = page.getByRole('menu');
  await expect(menu).toContainText('A TCPRoute attaches to a TLS listener');
  await expect(menu).not.toContainText(/object|own:|tcpRouteAtTLS/);
  for (const item of await menu.getByRole('menuitemradio').all())
    await expect(item).toBeInViewport({ ratio: 1 });
});

test('a fix shows what it changes, changes it, and can be undone', async ({ page }) => {
  await open(page);
  await openFiles(page, { 'shop.yaml': SMALL.replace('{group: "", kind', '{group: core, kind') });
  await expect(outcome(page)).toHaveAttribute('data-kind', 'passed-through');
  await page.getByRole('tab', { name: 'Problems' }).click();
  const item = page.locator('[data-code="core-group-spelled-out"]');
  await item.getByRole('button', { name: /^Fix/ }).click();
  await expect(item.getByText('group: ""')).toBeVisible();
  await expect(item.locator('.change').filter({ hasText: 'Rejected 404' })).toBeVisible();
  await item.getByRole('button', { name: 'Apply' }).click();
  await expect(item).toHaveCount(0);
  await page.getByRole('tab', { name: 'Trace' }).click();
  await expect(outcome(page)).toHaveAttribute('data-kind', 'rejected');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(outcome(page)).toHaveAttribute('data-kind', 'passed-through');
});

test('typing in the editor changes the answer', async ({ page }) => {
  await open(page);
  await openFiles(page, { 'shop.yaml': SMALL });
  await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
  await expect(page.locator('[data-editor="monaco"] .view-line').first()).toBeVisible({ timeout: 20_000 });
  await page.locator('[data-editor="monaco"] .view-line').first().click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(SMALL.replace('value: /v1', 'value: /v2'));
  await expect(outcome(page)).toHaveAttribute('data-kind', 'rejected');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
});
