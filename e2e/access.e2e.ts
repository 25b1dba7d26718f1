import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, open, outcome, step, test } from './page.ts';

/**
 * Returns the problems that axe finds. Leaves out Monaco and the names of graph nodes: they are whole
 * sentences, which violate axe's rule that a name must contain the visible text word by word.
 */
async function flaws(page: Page, part = 'body'): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    .exclude('.monaco-editor')
    .exclude('.react-flow')
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing (${colorScheme})`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await open(page);
    await expect(page.locator('[data-id="HTTPRoute/faces/smiley-route"]').first()).toBeVisible();
    expect(await flaws(page)).toEqual([]);
    for (const tab of ['Problems', 'Routes', 'Status', 'Tests', 'Changes']) {
      await page.getByRole('tab', { name: tab }).click();
      expect(await flaws(page, '[role="tabpanel"][data-state="active"]')).toEqual([]);
    }
    await page.getByRole('tab', { name: 'Trace' }).click();
    await page.getByRole('textbox', { name: 'URL' }).fill('http://smiley.faces/');
    await page.getByRole('button', { name: /^Add rule 0 of/ }).click();
    await expect(page.locator('.cure-panel .fix-effect')).toBeVisible();
    expect(await flaws(page, '.answer-line')).toEqual([]);
    expect(await flaws(page, '.answers')).toEqual([]);
    await page.getByRole('button', { name: 'Share' }).click();
    await expect(page.getByRole('textbox', { name: 'Link' })).toHaveValue(/#g1/);
    expect(await flaws(page, '[role="dialog"]')).toEqual([]);
  });
}

test('all controls can be reached by keyboard', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Examples' }).focus();
  await page.keyboard.press('Enter');
  const example = page.getByRole('menuitem', { name: 'Two consumer routes' });
  await expect(example).toBeVisible();
  // A menu takes the focus shortly after it is drawn. An earlier key would be lost.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('[role="menu"]') !== null))
    .toBe(true);
  // At most once for each item, because either the first item or the menu itself has the focus.
  for (let times = 0; times < 3; times++) {
    if (await example.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByText('Example “Two consumer routes” opened.')).toBeVisible();
  await expect(outcome(page)).toContainText('504');
  await page.getByRole('textbox', { name: 'URL' }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('http://smiley.faces/edge');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(outcome(page)).toContainText('200');
  await page.getByRole('tab', { name: 'Trace' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Problems' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowLeft');
  await step(page, 1).getByRole('button', { name: 'Step 1' }).focus();
  await page.keyboard.press('Enter');
  const tag = step(page, 1).getByRole('button', { name: 'spec: R-118' });
  await tag.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Rule R-118' })).toContainText('Source');
  await page.keyboard.press('Escape');
  await expect(tag).toBeFocused();
});

test('a small screen shows one pane at a time', async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 768 });
  await open(page);
  await expect(page.getByRole('tab', { name: 'Graph' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('[data-id="HTTPRoute/faces/smiley-route"]').first()).toBeVisible();
  await page.getByRole('tab', { name: 'Manifests' }).click();
  await expect(page.getByRole('region', { name: 'Manifests' }).getByRole('textbox').first()).toBeVisible();
  await page.getByRole('tab', { name: 'Trace' }).click();
  await step(page, 5).getByRole('table').getByRole('button').first().click();
  await expect(page.getByRole('tab', { name: 'Manifests' })).toHaveAttribute('aria-selected', 'true');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(800);
});

test('no element is wider than a phone or a page at 200 %', async ({ page }) => {
  test.slow();
  await open(page, '#example/conflicts');
  // 1280 by 800 at 200 % is 640 by 400.
  for (const size of [
    { width: 390, height: 844 },
    { width: 640, height: 400 },
  ]) {
    await page.setViewportSize(size);
    for (const pane of ['Manifests', 'Graph']) {
      await page.getByRole('tab', { name: pane, exact: true }).click();
      const { width } = (await page.getByRole('tabpanel', { name: pane, exact: true }).boundingBox()) ?? {
        width: 0,
      };
      expect(width).toBe(size.width);
    }
    for (const tab of ['Trace', 'Problems', 'Routes', 'Status', 'Tests', 'Changes']) {
      await page.getByRole('tab', { name: tab }).click();
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('.header > *, .request-form > *, .answer-line > *, .tab-body > *')]
          .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
          .map((element) => element.className),
      );
      expect(wide).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
  }
});

test('the interface speaks the browser’s language', async ({ browser, baseURL }) => {
  for (const [locale, words] of [
    ['zh-TW', '送出請求'],
    ['zh-CN', '发送请求'],
  ] as const) {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    await page.goto(baseURL ?? '');
    await expect(page.getByRole('button', { name: words, exact: true })).toBeVisible();
    await context.close();
  }
});

test('panes fold to a strip and come back', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Collapse Manifests' }).click();
  await page.getByRole('button', { name: 'Expand Manifests' }).click();
  await expect(page.getByRole('tab', { name: 'faces.yaml' })).toBeVisible();
});
