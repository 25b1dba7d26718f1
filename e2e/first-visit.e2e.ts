import { compareWith, expect, open, openFiles, outcome, SMALL, step, test, url } from './page.ts';

test('the first visit shows an example with its answer', async ({ page }) => {
  await open(page);
  await expect(page).toHaveTitle(/Gammascope/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gammascope');
  await expect(outcome(page)).toContainText('Forwarded');
  await expect(outcome(page)).toContainText('status 200');
  await expect(outcome(page)).toContainText('consumer');
  await expect(outcome(page)).toContainText('faces/smiley-fast:80');
  await expect(outcome(page)).toContainText('90%');
  await expect(page.getByRole('combobox', { name: 'From' })).toHaveValue('fast-clients/blender');
  await expect(page.getByRole('list', { name: 'Request flow' }).locator('> li')).toHaveCount(6);
  await expect(step(page, 5)).toHaveAttribute('data-state', 'done');
  await expect(step(page, 6)).toHaveAttribute('data-state', 'skipped');
  await expect(page.getByRole('region', { name: 'Manifests' })).toBeVisible();
  await expect(page.locator('[data-id="HTTPRoute/fast-clients/smiley-route"]').first()).toHaveAttribute(
    'data-on-trace',
    'true',
  );
});

test('the answer follows every edit of the request', async ({ page }) => {
  await open(page);
  await page.getByRole('combobox', { name: 'From' }).selectOption('slow-clients/viewer');
  await expect(outcome(page)).toContainText('producer');
  await url(page).fill('http://color.faces/');
  await expect(outcome(page)).toHaveAttribute('data-kind', 'passed-through');
  await expect(step(page, 4)).toHaveAttribute('data-state', 'done');
  await url(page).fill('http://nowhere.example/');
  await expect(outcome(page)).toHaveAttribute('data-kind', 'unknown');
  await url(page).fill('ftp://x');
  await expect(url(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('The URL starts with http')).toBeVisible();
});

test('a rejection lists every candidate with all conditions that it missed', async ({ page }) => {
  await open(page);
  await url(page).fill('http://smiley.faces/');
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(outcome(page)).toHaveAttribute('data-kind', 'rejected');
  await expect(outcome(page)).toContainText('404');
  await expect(step(page, 6)).not.toHaveAttribute('data-state', 'skipped');
  const rows = step(page, 6).getByRole('table', { name: 'Candidates' }).locator('tbody tr');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toHaveAttribute('data-result', 'missed');
  await expect(rows.first()).toContainText('/center');
});

test('opened files replace the example and get a first request', async ({ page }) => {
  await open(page);
  await openFiles(page, {
    'shop.yaml': SMALL,
    'more.yml': 'apiVersion: v1\nkind: Namespace\nmetadata: {name: web}\n',
  });
  await expect(page.getByRole('tab', { name: 'shop.yaml' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('tab', { name: 'more.yml' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'faces.yaml' })).toHaveCount(0);
  await expect(url(page)).toHaveValue('http://api.shop/v1');
  await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('tab', { name: 'faces.yaml' })).toBeVisible();
});

test('a curl command fills in the request', async ({ page }) => {
  await open(page);
  await url(page).focus();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData(
      'text/plain',
      "curl -X POST 'http://smiley.faces/center' \\\n  -H 'X-User: ana' --data '{}'",
    );
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(url(page)).toHaveValue('http://smiley.faces/center');
  await expect(page.getByRole('combobox', { name: 'Method' })).toHaveValue('POST');
  await expect(page.getByRole('textbox', { name: 'Headers' })).toHaveValue(/X-User: ana/);
  await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
});

test('the URL suggests Services', async ({ page }) => {
  await open(page);
  await url(page).fill('smi');
  const list = page.getByRole('listbox', { name: 'Services' });
  await expect(list.getByRole('option')).toHaveCount(2);
  await url(page).press('ArrowDown');
  await url(page).press('Enter');
  await expect(url(page)).toHaveValue(/^http:\/\/smiley(-fast)?\.faces\/$/);
  await expect(list).toHaveCount(0);
});

test('the answers for two clients are shown next to each other', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'More' }).click();
  await compareWith(page, 'slow-clients/viewer');
  await expect(page.getByRole('status', { name: 'Answer for slow-clients/viewer' })).toContainText(
    'producer',
  );
  await page.getByLabel('Backends answer after').fill('70ms');
  await expect(outcome(page)).toContainText('504');
  await expect(page.getByRole('status', { name: 'Answer for slow-clients/viewer' })).toContainText('200');
  await expect(page.getByText('request timed out').first()).toBeVisible();
});

test('the steps can be selected by keyboard', async ({ page }) => {
  await open(page);
  await step(page, 1).getByRole('button', { name: 'Step 1' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(step(page, 1)).toHaveAttribute('aria-current', 'step');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(step(page, 3)).toHaveAttribute('aria-current', 'step');
  await page.keyboard.press('ArrowRight');
  await expect(step(page, 5)).toHaveAttribute('aria-current', 'step');
  await page.keyboard.press('ArrowLeft');
  await expect(step(page, 3)).toHaveAttribute('aria-current', 'step');
});
