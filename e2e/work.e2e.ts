import type { BrowserContext, Page } from '@playwright/test';
import { expect, open, openFiles, openMenu, outcome, SMALL, step, test, url } from './page.ts';

// Other tests cover the editor.
test.use({ editor: false });

test('a reload keeps texts, request, theme and language', async ({ page }) => {
  await open(page);
  await openFiles(page, { 'shop.yaml': SMALL });
  await expect(url(page)).toHaveValue(/api\.shop/);
  await url(page).fill('http://api.shop/v1/x');
  await page.keyboard.press('Escape');
  await openMenu(page);
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.waitForTimeout(500);
  await page.reload();
  await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
  await expect(url(page)).toHaveValue('http://api.shop/v1/x');
  await expect(page.getByRole('tab', { name: 'shop.yaml' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await openMenu(page);
  await page.getByRole('menuitemradio', { name: '繁體中文' }).click();
  await expect(page.getByRole('button', { name: '送出請求', exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: '送出請求', exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant');
});

test('files opened just before the page closes are restored', async ({ page }) => {
  await open(page);
  for (const name of ['one', 'two', 'three']) {
    await page
      .locator('input[type=file]')
      .setInputFiles([{ name: `${name}.yaml`, mimeType: 'application/yaml', buffer: Buffer.from(SMALL) }]);
    await expect(page.getByRole('tab', { name: `${name}.yaml` })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('tab', { name: `${name}.yaml` })).toBeVisible();
  }
  await expect.poll(() => page.evaluate(() => localStorage.getItem('gammascope.last'))).toBeNull();
});

declare global {
  interface Window {
    letStorageAnswer(): void;
  }
}

/** Opens a page of the same reader whose browser delays opening its databases until the test allows it. */
async function openSlowly(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const mayAnswer = new Promise<void>((settle) => {
      window.letStorageAnswer = settle;
    });
    const real = indexedDB.open;
    IDBFactory.prototype.open = function (this: IDBFactory, ...wanted: Parameters<typeof real>) {
      const late = { result: null as IDBDatabase | null, onsuccess: null as (() => void) | null };
      void mayAnswer.then(() => {
        const request = real.apply(this, wanted);
        request.onsuccess = () => {
          late.result = request.result;
          late.onsuccess?.();
        };
      });
      return late as unknown as IDBOpenDBRequest;
    };
  });
  await page.goto('/');
  await expect(page.getByRole('tab', { name: 'faces.yaml' })).toBeVisible();
  // Both reads at the start must time out first.
  await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
  return page;
}

test('a storage that answers late restores the work, and removes nothing', async ({ page, context }) => {
  await open(page);
  await openFiles(page, { 'shop.yaml': SMALL });
  await expect(outcome(page)).toContainText('shop/api:80');
  await expect.poll(() => savedFiles(page)).toEqual(['shop.yaml']);
  const idle = await openSlowly(context);
  await idle.evaluate(() => window.letStorageAnswer());
  await expect(idle.getByRole('tab', { name: 'shop.yaml' })).toBeVisible();
  await idle.close();
  // The work that a closing page saves is not the subject of this test.
  await page.evaluate(() => localStorage.removeItem('gammascope.last'));
  const busy = await openSlowly(context);
  await openFiles(busy, { 'other.yaml': SMALL.replaceAll('api', 'other') });
  await expect(busy.getByRole('tab', { name: 'other.yaml' })).toBeVisible();
  await busy.evaluate(() => window.letStorageAnswer());
  await expect(busy.getByText('Your earlier work was slow to load. It is kept.')).toBeVisible();
  await expect(busy.getByRole('tab', { name: 'other.yaml' })).toBeVisible();
  await busy.getByRole('button', { name: 'Back to my work' }).click();
  await expect(busy.getByRole('tab', { name: 'shop.yaml' })).toBeVisible();
});

/** Returns the names of the files in the browser's database. */
function savedFiles(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((settle) => {
        const opened = indexedDB.open('gammascope');
        opened.onsuccess = () => {
          const read = opened.result.transaction('work').objectStore('work').get('work');
          read.onsuccess = () => {
            opened.result.close();
            settle((read.result?.files ?? []).map(({ name }: { name: string }) => name));
          };
        };
      }),
  );
}

test('damaged storage falls back to the example and shows a notice', async ({ page }) => {
  await open(page);
  await page.evaluate(
    () =>
      new Promise<void>((settle) => {
        localStorage.setItem('gammascope.columns', '{"manifests": "wide"');
        const opened = indexedDB.open('gammascope');
        opened.onsuccess = () => {
          const write = opened.result.transaction('work', 'readwrite');
          write.objectStore('work').put({ v: 1, files: 'broken' }, 'work');
          write.oncomplete = () => settle();
        };
      }),
  );
  await page.reload();
  await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
  await expect(page.getByText('could not be read')).toBeVisible();
});

test('a share link restores everything, and keeps the reader’s own work', async ({
  page,
  browser,
  baseURL,
}) => {
  await open(page);
  await openFiles(page, { 'shop.yaml': SMALL });
  // The page asks a first request about opened files. The reader's own request comes after it.
  await expect(outcome(page)).toContainText('shop/api:80');
  await url(page).fill('http://api.shop/v2');
  await expect(outcome(page)).toHaveAttribute('data-kind', 'rejected');
  await step(page, 6).getByRole('button', { name: 'Step 6' }).click();
  await page.getByRole('button', { name: 'Share' }).click();
  const field = page.getByRole('dialog').getByRole('textbox', { name: 'Link' });
  await expect(field).toHaveValue(/#g1:d/);
  const link = await field.inputValue();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Share' })).toBeFocused();

  const other = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
  await other.goto(baseURL ?? '');
  await openFiles(other, { 'mine.yaml': SMALL.replaceAll('shop', 'mine') });
  await expect(other.getByRole('tab', { name: 'mine.yaml' })).toBeVisible();
  // The page saves after a pause, which takes longer on a busy machine.
  await other.waitForTimeout(2000);
  await other.goto('about:blank');
  await other.goto(link);
  await expect(outcome(other)).toHaveAttribute('data-kind', 'rejected');
  await expect(url(other)).toHaveValue('http://api.shop/v2');
  await expect(step(other, 6)).toHaveAttribute('aria-current', 'step');
  await expect(other.getByRole('tab', { name: 'shop.yaml' })).toBeVisible();
  await other.getByRole('button', { name: 'Back to my work' }).click();
  await expect(other.getByRole('tab', { name: 'mine.yaml' })).toBeVisible();
  expect(new URL(other.url()).hash).toBe('');
  await other.context().close();
});

test('a broken link shows its error', async ({ page }) => {
  await open(page, '#g1:dAAAA_not_a_link');
  await expect(page.getByText('The link could not be read')).toBeVisible();
  await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
});

test('a damaged file is opened, and a finding shows the damaged place', async ({ page }) => {
  await open(page);
  const text = `${SMALL}# caf`;
  await page.locator('input[type="file"]').setInputFiles([
    {
      name: 'latin1.yaml',
      mimeType: 'application/yaml',
      buffer: Buffer.concat([Buffer.from(text), Buffer.from([0xe9, 0x0a])]),
    },
  ]);
  await expect(page.getByRole('tab', { name: 'latin1.yaml' })).toBeVisible();
  await page.getByRole('tab', { name: /Problems/ }).click();
  await expect(page.locator('[data-code="invalid-utf8"]')).toBeVisible();
});

test('files that are not text are refused with a reason', async ({ page }) => {
  await open(page);
  await page.locator('input[type="file"]').setInputFiles([
    { name: 'latin1.yaml', mimeType: 'application/yaml', buffer: Buffer.from([0x61, 0xe9, 0x00, 0x0a]) },
    { name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from('png') },
  ]);
  await expect(page.getByText('latin1.yaml is not UTF-8 text.')).toBeVisible();
  await expect(page.getByText('picture.png was left out')).toBeVisible();
  await expect(page.getByRole('tab', { name: 'faces.yaml' })).toBeVisible();
});

test('files can be dropped anywhere', async ({ page }) => {
  await open(page);
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'dropped.yaml', { type: 'application/yaml' }));
    return transfer;
  }, SMALL);
  await page.dispatchEvent('main', 'dragenter', { dataTransfer: data });
  await expect(page.getByText('Drop YAML or JSON files')).toBeVisible();
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
  await expect(page.getByRole('tab', { name: 'dropped.yaml' })).toBeVisible();
  await expect(page.getByText('Drop YAML or JSON files')).toHaveCount(0);
});

test('files are tabs: add, rename, close, undo', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Add a file' }).click();
  const added = page.getByRole('tab', { name: 'untitled.yaml' });
  await expect(added).toHaveAttribute('aria-selected', 'true');
  await added.press('F2');
  await page.getByRole('textbox', { name: 'New name' }).fill('routes.yaml');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'routes.yaml' })).toBeVisible();
  await page.getByRole('tab', { name: 'faces.yaml' }).click();
  await page.getByRole('button', { name: 'Close faces.yaml' }).click();
  await expect(page.getByRole('tab', { name: 'faces.yaml' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('tab', { name: 'faces.yaml' })).toBeVisible();
});

test('a worker that never answers is replaced, stopped, and started again', async ({ page }) => {
  await page.route('**/worker-*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'postMessage({ kind: "ready" })' }),
  );
  await page.goto('?patience=200');
  await expect(page.getByText('The analysis fails repeatedly.')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('region', { name: 'Manifests' })).toBeVisible();
  await page.unroute('**/worker-*.js');
  await page.goto('?patience=20000');
  await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
});
