import AxeBuilder from '@axe-core/playwright';
import { expect, open, openFiles, openMenu, SMALL, test, url } from './page.ts';

// Other tests cover the editor.
test.use({ editor: false });

test('the list of commands finds resources, views and examples by keyboard', async ({ page }) => {
  await open(page);
  await openFiles(page, { 'shop.yaml': SMALL });
  await expect(page.locator('[data-id="HTTPRoute/shop/api-route"]')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  const list = page.getByRole('dialog', { name: 'Commands' });
  const field = list.getByRole('combobox', { name: 'Find a command or a resource' });
  await expect(field).toBeFocused();
  expect((await new AxeBuilder({ page }).include('[role="dialog"]').analyze()).violations).toEqual([]);
  await page.keyboard.type('api-route');
  await expect(list.getByRole('option', { name: 'shop/api-route HTTPRoute' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(list).toBeHidden();
  await expect(page.locator('[data-id="HTTPRoute/shop/api-route"]')).toHaveClass(/selected/);

  await page.keyboard.press('ControlOrMeta+k');
  await expect(field).toBeFocused();
  await page.keyboard.type('show routes');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Routes' })).toHaveAttribute('aria-selected', 'true');

  await page.keyboard.press('ControlOrMeta+k');
  await expect(field).toBeFocused();
  await page.keyboard.type('change the request');
  await page.keyboard.press('Enter');
  await expect(url(page)).toBeFocused();

  await page.keyboard.press('ControlOrMeta+k');
  await expect(field).toBeFocused();
  await page.keyboard.type('canary');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'canary.yaml' })).toBeVisible();

  await page.keyboard.press('ControlOrMeta+k');
  await expect(field).toBeFocused();
  await page.keyboard.type('nothing has this name');
  await expect(list).toContainText('Nothing of that name.');
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
});

test('the shortcuts are listed, and the focus returns to the previous element', async ({ page }) => {
  await open(page);
  const tab = page.getByRole('tab', { name: 'Problems' });
  await tab.focus();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await expect(sheet).toContainText('list of commands');
  expect((await new AxeBuilder({ page }).include('[role="dialog"]').analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(tab).toBeFocused();
  // In a text field it is an ordinary character.
  await url(page).fill('http://smiley.faces/center');
  await url(page).press('End');
  await page.keyboard.type('?a=1');
  await expect(url(page)).toHaveValue('http://smiley.faces/center?a=1');
  await expect(sheet).toBeHidden();
});

test('the list of commands opens a dialog and changes the language', async ({ page }) => {
  await open(page);
  const field = page.getByRole('combobox', { name: 'Find a command or a resource' });
  await openMenu(page);
  await page.getByRole('menuitem', { name: 'Commands' }).click();
  await field.fill('share');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Link', exact: true })).toHaveValue(
    /#g1:/,
  );
  await page.keyboard.press('Escape');
  await openMenu(page);
  await page.getByRole('menuitem', { name: 'Commands' }).click();
  await field.fill('繁體');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '選單' })).toBeVisible();
});
