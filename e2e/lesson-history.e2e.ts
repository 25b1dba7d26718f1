import { expect, open, test } from './page.ts';

test.use({ editor: false });

test('the browser goes back and forth through the steps of a lesson', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Lessons' }).click();
  await page.getByRole('menuitem').first().click();
  await expect(page).toHaveURL(/#lesson\/[a-z0-9-]+\/1$/);
  await page.locator('.lesson').getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page).toHaveURL(/\/2$/);
  await page.locator('.lesson').getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page).toHaveURL(/\/3$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/2$/);
  await expect(page.locator('.lesson')).toContainText(/2/);
  await page.goForward();
  await expect(page).toHaveURL(/\/3$/);
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(/\/1$/);
  await page.goBack();
  await expect(page).not.toHaveURL(/lesson/);
  await expect(page.locator('.lesson')).toHaveCount(0);
});
