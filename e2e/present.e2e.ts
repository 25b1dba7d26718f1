import type { Page } from '@playwright/test';
import { expect, open, openFiles, outcome, SMALL, step, test, url } from './page.ts';

test.use({ editor: false });

const bar = (page: Page) => page.getByRole('region', { name: 'Presentation', exact: true });
const lit = (page: Page) =>
  page.getByRole('list', { name: 'Request flow', exact: true }).locator('[data-lit="true"]');

/** Opens the page and waits until it records steps in the browser's history. */
async function openWithHistory(page: Page, path = ''): Promise<void> {
  await open(page, path);
  await expect.poll(() => page.evaluate(() => history.state !== null)).toBe(true);
}

async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Find a command or a resource' });
  await expect(field).toBeFocused();
  await field.fill(name);
  await page.keyboard.press('Enter');
}

test('a presentation by keyboard', async ({ page }) => {
  await openWithHistory(page);
  // The list of commands returns the focus to this field. The keys must not type there.
  await url(page).focus();
  await runCommand(page, 'Present (');
  await expect(bar(page)).toBeFocused();
  await expect(page).toHaveURL(/\?view=present$/);
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  expect(await size()).toBe(16);
  const asked = await url(page).inputValue();

  await expect(bar(page)).toContainText('All steps');
  for (const [key, at] of [
    ['Space', 1],
    ['PageDown', 2],
    ['ArrowRight', 3],
    ['Shift+Space', 2],
    ['ArrowLeft', 1],
    ['PageUp', 0],
    ['PageUp', 0],
    ['Space', 1],
  ] as const) {
    await page.keyboard.press(key);
    if (at === 0) {
      await expect(lit(page)).toHaveCount(0);
      await expect(bar(page)).toContainText('All steps');
    } else {
      await expect(step(page, at)).toHaveAttribute('data-lit', 'true');
      await expect(bar(page)).toContainText(`Step ${at} of 5`);
    }
  }
  expect(await url(page).inputValue()).toBe(asked);

  // Space in a field is a character, and on a button it presses the button.
  await url(page).focus();
  await page.keyboard.press('Space');
  await expect(step(page, 1)).toHaveAttribute('data-lit', 'true');
  await bar(page).getByRole('button', { name: 'Next step' }).focus();
  await page.keyboard.press('Space');
  await expect(step(page, 2)).toHaveAttribute('data-lit', 'true');

  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  await expect(page).not.toHaveURL(/view=/);
  expect(await size()).toBe(13);
});

test('a link opens a presentation of a lesson, and Space goes on to its next step', async ({ page }) => {
  await openWithHistory(page, '?view=present#lesson/mesh-route/1');
  await expect(bar(page)).toContainText('Lesson 1 of 4');
  for (let at = 0; at < 7; at++) {
    if (/#lesson\/mesh-route\/2$/.test(page.url())) break;
    await page.keyboard.press('Space');
    await page.waitForTimeout(150);
  }
  await expect(page).toHaveURL(/\?view=present#lesson\/mesh-route\/2$/);
  await expect(bar(page)).toContainText('Lesson 2 of 4');
  await page.reload();
  await expect(bar(page)).toContainText('Lesson 2 of 4');
});

test('Back and Forward go through the steps of the request', async ({ page }) => {
  await openWithHistory(page);
  const length = () => page.evaluate(() => history.length);
  const before = await length();
  for (const at of [1, 3, 5]) await step(page, at).getByRole('button').first().click();
  expect(await length()).toBe(before + 3);
  await page.goBack();
  await expect(step(page, 3)).toHaveAttribute('data-lit', 'true');
  await page.goBack();
  await expect(step(page, 1)).toHaveAttribute('data-lit', 'true');
  await page.goForward();
  await expect(step(page, 3)).toHaveAttribute('data-lit', 'true');
  // Another request continues in the same entry, and Back still goes to a step.
  await page.getByRole('combobox', { name: 'From' }).selectOption('slow-clients/viewer');
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(lit(page)).toHaveCount(0);
  expect(await length()).toBe(before + 3);
  await page.goBack();
  await expect(step(page, 1)).toHaveAttribute('data-lit', 'true');
  await page.goBack();
  await expect(lit(page)).toHaveCount(0);
  await expect(outcome(page)).toHaveAttribute('data-kind', /./);
});

test('the animation makes one entry in the history', async ({ page }) => {
  await openWithHistory(page);
  const before = await page.evaluate(() => history.length);
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('2');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(step(page, 3)).toHaveAttribute('data-lit', 'true');
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
  await page.goBack();
  await expect(lit(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
});

test('Back restores the work before an example and before a lesson', async ({ page }) => {
  await openWithHistory(page);
  await openFiles(page, { 'mine.yaml': SMALL });
  const mine = page.getByRole('tab', { name: 'mine.yaml' });
  const canary = page.getByRole('tab', { name: 'canary.yaml' });
  await expect(mine).toBeVisible();
  await url(page).fill('http://api.shop/v1');
  await page.getByRole('button', { name: 'Examples' }).click();
  await page
    .getByRole('menuitem', { name: /canary/i })
    .first()
    .click();
  await expect(canary).toBeVisible();
  await page.goBack();
  await expect(mine).toBeVisible();
  await expect(url(page)).toHaveValue('http://api.shop/v1');
  await page.goForward();
  await expect(canary).toBeVisible();
  await page.goBack();
  await expect(mine).toBeVisible();

  await page.getByRole('button', { name: 'Lessons' }).click();
  await page.getByRole('menuitem').first().click();
  const lesson = page.getByRole('region', { name: 'Lesson', exact: true });
  await lesson.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page).toHaveURL(/#lesson\/mesh-route\/2$/);
  await page.goBack();
  await expect(page).toHaveURL(/#lesson\/mesh-route\/1$/);
  await page.goBack();
  await expect(lesson).toHaveCount(0);
  await expect(mine).toBeVisible();
  await expect(url(page)).toHaveValue('http://api.shop/v1');
  await page.goForward();
  await expect(lesson).toBeVisible();
  await page.goForward();
  await expect(page).toHaveURL(/#lesson\/mesh-route\/2$/);
  await expect(lesson).toContainText('A route takes over');
});
