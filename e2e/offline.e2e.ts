import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { DIST, serve } from '../scripts/serve.mjs';
import { open, openMenu, outcome } from './page.ts';

test.use({ serviceWorkers: 'allow' });
test.slow();

/** Waits until all files are stored. */
async function ready(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 60_000 });
}

const answered = (page: Page) =>
  expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded', { timeout: 30_000 });

/** Turns a build into one of another version: renames all scripts, including references to them. */
function makeNext(dist: string): void {
  const assets = join(dist, 'assets');
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const renamed = scripts.map((name) => [name, name.replace(/-[\w-]{4}([\w-]{4}\.js)$/, '-NEXT$1')] as const);
  for (const file of [
    ...scripts.map((name) => join(assets, name)),
    join(dist, 'index.html'),
    join(dist, 'sw.js'),
  ]) {
    let text = readFileSync(file, 'utf8');
    for (const [name, next] of renamed) text = text.replaceAll(name, next);
    text = text.replace(/(index\.html.,revision:.)[0-9a-f]{16}/, (_, before) => `${before}0123456789abcdef`);
    writeFileSync(file, text);
  }
  for (const [name, next] of renamed) renameSync(join(assets, name), join(assets, next));
}

const editor = (page: Page) => page.getByRole('region', { name: 'Manifests' }).locator('.monaco-editor');

test('after the first visit the whole page opens without a network', async ({ page, context }) => {
  await open(page);
  await ready(page);
  await context.setOffline(true);
  await page.reload();
  await answered(page);
  await expect(editor(page).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('[data-id="HTTPRoute/faces/smiley-route"]').first()).toBeVisible();
  await page.getByRole('button', { name: 'Lessons' }).click();
  await page.getByRole('menuitem').first().click();
  await expect(page.getByRole('region', { name: 'Lesson', exact: true })).toBeVisible({ timeout: 30_000 });
  await openMenu(page);
  await page.getByRole('menuitemradio', { name: '繁體中文' }).click();
  await expect(page.getByRole('button', { name: '送出請求', exact: true })).toBeVisible();
});

test('without a network a link still opens', async ({ page, context }) => {
  await open(page);
  await ready(page);
  await context.setOffline(true);
  await page.goto('?view=embed#example/canary');
  await expect(outcome(page)).toContainText('shop/checkout-v1', { timeout: 30_000 });
});

test('an embedded page stores nothing', async ({ page }) => {
  await open(page, '?view=embed');
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
});

test('the page can be installed', async ({ page, request }) => {
  await open(page);
  const href = await page.locator('link[rel="manifest"]').getAttribute('href');
  const address = new URL(href ?? '', page.url());
  const manifest = (await (await request.get(address.href)).json()) as {
    start_url: string;
    display: string;
    icons: { src: string; sizes: string }[];
  };
  expect(manifest).toMatchObject({ start_url: './', display: 'standalone' });
  expect(manifest.icons.map((icon) => icon.sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
  for (const { src } of manifest.icons) {
    expect((await request.get(new URL(src, address).href)).status()).toBe(200);
  }
});

test('below a path, a new version is offered and installed', { tag: '@long' }, async ({ page, context }) => {
  const folder = mkdtempSync(join(tmpdir(), 'gammascope-offline-'));
  try {
    const dist = join(folder, 'gammascope');
    cpSync(DIST, dist, { recursive: true });
    await page.goto(`${await serve({ folder })}gammascope/`);
    await answered(page);
    await ready(page);
    const script = page.locator('script[type="module"][src]');
    const before = (await script.getAttribute('src')) ?? '';
    makeNext(dist);
    const after = before.replace(/-[\w-]{4}([\w-]{4}\.js)$/, '-NEXT$1');
    expect(after).not.toBe(before);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await expect(page.getByText('A new version is ready.')).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(script).toHaveAttribute('src', after, { timeout: 30_000 });
    await answered(page);
    await expect(page.getByText('A new version is ready.')).toHaveCount(0);
    // The new version is stored, and the old one is not.
    await context.setOffline(true);
    await page.reload();
    await answered(page);
    const stored = await page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return requests.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(stored).toContain(`/gammascope/${after.replace('./', '')}`);
    expect(stored).not.toContain(`/gammascope/${before.replace('./', '')}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
