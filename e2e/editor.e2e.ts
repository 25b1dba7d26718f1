import type { Page } from '@playwright/test';
import { expect, open, openFiles, outcome, SMALL, test } from './page.ts';

const editor = (page: Page) => page.locator('[data-editor="monaco"] .monaco-editor').first();

/** Opens a text and waits until Monaco shows it. */
async function edit(page: Page, text: string): Promise<void> {
  await open(page);
  await openFiles(page, { 'a.yaml': text });
  await expect(editor(page).locator('.view-line').first()).toBeVisible({ timeout: 20_000 });
  await editor(page).locator('.view-lines').click();
}

test('the graph follows typing and undo', async ({ page }) => {
  await edit(page, SMALL);
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(
    '---\napiVersion: v1\nkind: Service\nmetadata:\n  name: added\n  namespace: shop\nspec:\n  ports:\n  - port: 80\n',
  );
  await expect(page.locator('[data-id="Service/shop/added"]')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(page.locator('[data-id="Service/shop/added"]')).toHaveCount(0);
});

test('keys are completed from the schemas and explained on hover', async ({ page }) => {
  await edit(page, `${SMALL}    `);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+Space');
  const suggestions = page.locator('.suggest-widget.visible');
  await expect(suggestions).toContainText('timeouts');
  await expect(suggestions).toContainText('filters');
  await page.keyboard.press('Escape');
  await expect(async () => {
    await editor(page)
      .locator('.view-line', { hasText: 'kind: Deployment' })
      .hover({ position: { x: 200, y: 8 } });
    await editor(page).getByText('parentRefs', { exact: true }).hover();
    await expect(page.locator('.monaco-hover:visible')).toContainText('attaches to', { timeout: 1500 });
  }).toPass();
});

test('a finding is marked in the text, and one undo reverts its fix', async ({ page }) => {
  await edit(page, SMALL.replace('name: api}]\n', 'name: api, port: 81}]\n'));
  await expect(editor(page).locator('.squiggly-error').first()).toBeVisible();
  await page.keyboard.press('F8');
  await expect(page.locator('.zone-widget')).toContainText('81');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+.');
  await expect(page.locator('.action-widget').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(editor(page).locator('.squiggly-error')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(editor(page).locator('.squiggly-error').first()).toBeVisible();
});

test('the winning rule is marked next to its text', async ({ page }) => {
  await edit(page, SMALL);
  await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
  await page.keyboard.press('Control+End');
  await expect(editor(page).locator('.editor-mark-won')).toHaveCount(1);
});

test('going from the graph to the text moves the cursor', async ({ page }) => {
  await edit(page, SMALL);
  await page.locator('[data-id="HTTPRoute/shop/api-route"]').dblclick();
  await expect(editor(page).locator('.current-line').first()).toBeVisible();
  await expect(editor(page).locator('.line-numbers.active-line-number')).toHaveText('13');
});

test('files keep their undo steps when another file is shown', async ({ page }) => {
  await open(page);
  await openFiles(page, { 'a.yaml': SMALL, 'b.yaml': '# second\n' });
  await expect(editor(page).locator('.view-line').first()).toBeVisible({ timeout: 20_000 });
  await editor(page).locator('.view-lines').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('# mine');
  await page.getByRole('tab', { name: 'b.yaml' }).click();
  await expect(editor(page).locator('.view-line').first()).toContainText('second');
  await page.getByRole('tab', { name: 'a.yaml' }).click();
  await editor(page).locator('.view-lines').click();
  await expect(editor(page).locator('.view-lines')).toContainText('mine');
  await page.keyboard.press('Control+z');
  await expect(editor(page).locator('.view-lines')).not.toContainText('mine');
});

test('a mapping in braces can be typed without an error', async ({ page }) => {
  await open(page);
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\n---\napiVersion: v1\nkind: Service\nmetadata: {\n');
  await page.waitForTimeout(1500);
  await expect(page.locator('.monaco-editor').first()).toContainText('metadata');
});
