import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { serve } from '../scripts/serve.mjs';
import { expect, open, openFiles, openMenu, outcome, SMALL, step, test, url } from './page.ts';

const SECRET = `${SMALL}---
apiVersion: v1
kind: Secret
metadata: {name: db, namespace: shop}
data:
  password: aHVudGVyMjI=
`;

async function flaws(page: Page, part = 'body'): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include(part).exclude('.react-flow').analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
}

const dialog = (page: Page) => page.getByRole('dialog');

/** Returns the link of a tab of the dialog. */
async function linkOf(page: Page, kind: 'Link' | 'Read-only link' | 'Embed code'): Promise<string> {
  if (!(await dialog(page).isVisible())) await page.getByRole('button', { name: 'Share' }).click();
  await dialog(page).getByRole('tab', { name: kind, exact: true }).click();
  const field = dialog(page).getByRole('textbox', { name: kind, exact: true });
  await expect(field).toHaveValue(/#g1:d/);
  return field.inputValue();
}

/** Returns all data that the page has stored. */
const stored = (page: Page) =>
  page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...(await indexedDB.databases()).map(({ name }) => name),
  ]);

for (const [width, height] of [
  [480, 320],
  [1200, 600],
] as const) {
  test(`embedded at ${width}×${height} a link shows answer and graph, read-only`, async ({ page }) => {
    await open(page);
    await openFiles(page, { 'shop.yaml': SMALL });
    await expect(url(page)).toHaveValue('http://api.shop/v1');
    const code = await linkOf(page, 'Embed code');
    const source = (/src="([^"]+)"/.exec(code)?.[1] ?? '').replaceAll('&amp;', '&');
    await page.setViewportSize({ width, height });
    await page.goto('about:blank');
    await page.goto(source);
    await expect(outcome(page)).toContainText('shop/api:80');
    await expect(step(page, 6)).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Share' })).toHaveCount(0);
    await expect(page.getByRole('form')).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'Manifests' })).toHaveCount(0);
    if (width < 700) await page.getByRole('tab', { name: 'Graph' }).click();
    await expect(page.locator('[data-id="HTTPRoute/shop/api-route"]').first()).toBeVisible();
    const size = await page.evaluate(() => [document.body.scrollWidth, document.body.scrollHeight]);
    expect(size).toEqual([width, height]);
    const full = page.getByRole('link', { name: 'Open in Gammascope' });
    const target = (await full.getAttribute('href')) ?? '';
    expect(new URL(target).search).toBe('');
    expect(new URL(target).hash).toBe(new URL(source).hash);
  });
}

test('the embed view stores nothing, reads nothing and follows its address', async ({ page }) => {
  await page.goto('about:blank');
  await page.goto('?view=embed&theme=dark&lang=zh-Hant#example/canary');
  await expect(page.locator('[role="status"][data-kind]')).toContainText('shop/checkout-v1');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant');
  await expect(page.getByRole('link', { name: '在 Gammascope 中開啟' })).toHaveAttribute(
    'href',
    /#example\/canary$/,
  );
  await page.locator('[data-step="1"] .step-button').click();
  expect(await stored(page)).toEqual([]);
  // It must not change the reader's own work and settings.
  await open(page);
  await openFiles(page, { 'mine.yaml': SMALL.replaceAll('shop', 'mine') });
  await openMenu(page);
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect.poll(() => page.evaluate(() => localStorage.getItem('gammascope.theme'))).toBe('dark');
  await open(page, '?view=embed');
  await expect(outcome(page)).toContainText('faces/smiley');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await open(page);
  await expect(page.getByRole('tab', { name: 'mine.yaml' })).toBeVisible();
});

test('the embed view shows one pane, or a step of a lesson', async ({ page }) => {
  await open(page, '?view=embed&pane=answer');
  await expect(page.getByRole('region', { name: 'Route graph' })).toHaveCount(0);
  await page.goto('?view=embed&pane=graph');
  await expect(page.locator('[data-id="HTTPRoute/faces/smiley-route"]').first()).toBeVisible();
  await expect(outcome(page)).toHaveCount(0);
  await open(page, '?view=embed#lesson/mesh-route/2');
  await expect(page.getByRole('link', { name: 'Open in Gammascope' })).toHaveAttribute(
    'href',
    /#lesson\/mesh-route\/2$/,
  );
  await expect(page.getByRole('region', { name: 'Lesson' })).toHaveCount(0);
});

test('a page of another origin can frame it', async ({ browser, baseURL }) => {
  const folder = mkdtempSync(join(tmpdir(), 'gammascope-frame-'));
  const context = await browser.newContext();
  try {
    writeFileSync(
      join(folder, 'index.html'),
      `<!doctype html><title>Slides</title><iframe src="${baseURL}?view=embed" width="900" height="480"></iframe>`,
    );
    const slides = await context.newPage();
    await slides.goto(await serve({ folder }));
    const inside = slides.frameLocator('iframe');
    await expect(inside.getByRole('status', { name: 'Outcome' })).toContainText('Forwarded');
    await expect(inside.locator('[data-id="HTTPRoute/faces/smiley-route"]').first()).toBeVisible();
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the embed view (${theme})`, async ({ page }) => {
    await open(page, `?view=embed&theme=${theme}`);
    await expect(page.locator('[data-id="HTTPRoute/faces/smiley-route"]').first()).toBeVisible();
    expect(await flaws(page)).toEqual([]);
  });

  test(`axe finds nothing in the dialogs (${theme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await open(page);
    await openFiles(page, { 'shop.yaml': SECRET });
    await expect(url(page)).toHaveValue('http://api.shop/v1');
    await linkOf(page, 'Embed code');
    await expect(dialog(page).getByText('1 value that looks secret is replaced:')).toBeVisible();
    expect(await flaws(page, '[role="dialog"]')).toEqual([]);
    await dialog(page).getByRole('checkbox').check();
    expect(await flaws(page, '[role="dialog"]')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Examples' }).click();
    await page.getByRole('menuitem', { name: /Canary/ }).click();
    await openMenu(page);
    await page.getByRole('menuitem', { name: 'History' }).click();
    await expect(dialog(page).getByRole('listitem')).toHaveCount(1);
    expect(await flaws(page, '[role="dialog"]')).toEqual([]);
  });
}

test('a read-only page allows requests, no changes, and an editable copy', async ({ page }) => {
  await open(page);
  await openFiles(page, { 'shop.yaml': SMALL });
  await expect(url(page)).toHaveValue('http://api.shop/v1');
  const link = await linkOf(page, 'Read-only link');
  await page.goto('about:blank');
  await page.goto(link);
  await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
  await expect(page.getByText('Read-only: the manifests cannot be changed here')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open files' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Add a file' })).toHaveCount(0);
  const editor = page.getByRole('region', { name: 'Manifests' }).locator('.monaco-editor').first();
  await expect(editor).toBeVisible();
  await editor.locator('.view-line').first().click();
  await page.keyboard.type('broken: [');
  await page.keyboard.press('Delete');
  await url(page).fill('http://api.shop/v2');
  await expect(outcome(page)).toHaveAttribute('data-kind', 'rejected');
  await expect(page.getByRole('tab', { name: /Problems/ })).toHaveText('Problems');
  await expect(editor.locator('.view-lines')).not.toContainText('broken');
  await page.getByRole('button', { name: 'Edit a copy' }).click();
  await expect(page.getByRole('button', { name: 'Open files' })).toBeVisible();
  await expect(url(page)).toHaveValue('http://api.shop/v2');
  expect(new URL(page.url()).search).toBe('');
});

test('reading a read-only link does not change the reader’s own work', async ({ page }) => {
  await open(page);
  await openFiles(page, { 'mine.yaml': SMALL });
  await expect(page.getByRole('tab', { name: 'mine.yaml' })).toBeVisible();
  await open(page, '?view=read#example/canary');
  await url(page).fill('http://checkout.shop/other');
  await expect(page.getByRole('tab', { name: 'canary.yaml' })).toBeVisible();
  await open(page);
  await expect(page.getByRole('tab', { name: 'mine.yaml' })).toBeVisible();
});

test('links hide secrets, show their places, and include them on request', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await openFiles(page, { 'shop.yaml': SECRET });
  await expect(url(page)).toHaveValue('http://api.shop/v1');
  await page.getByRole('textbox', { name: 'Headers' }).fill('Authorization: Bearer abc123');
  const hidden = await linkOf(page, 'Link');
  await expect(dialog(page).getByText('2 values that look secret are replaced:')).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: 'Request: Headers' })).toBeVisible();
  await dialog(page).getByRole('checkbox', { name: 'Include them in this link' }).check();
  const whole = await linkOf(page, 'Link');
  expect(whole).not.toBe(hidden);
  await dialog(page).getByRole('button', { name: 'Copy' }).click();
  await expect(dialog(page).getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(whole);
  const line = SECRET.split('\n').findIndex((text) => text.includes('password')) + 1;
  await dialog(page)
    .getByRole('button', { name: `shop.yaml, line ${line}` })
    .click();
  await expect(dialog(page)).toHaveCount(0);
  const editor = page.getByRole('region', { name: 'Manifests' });
  await expect(editor.locator('.view-lines')).toContainText('aHVudGVyMjI=');

  for (const [link, password, header] of [
    [hidden, 'MASKED-1', 'Authorization: Bearer MASKED-2'],
    [whole, 'aHVudGVyMjI=', 'Authorization: Bearer abc123'],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(link);
    await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
    await expect(page.getByRole('textbox', { name: 'Headers' })).toHaveValue(header);
    const carried = await linkText(page, link);
    expect(carried).toContain(`password: ${password}`);
  }
});

/** Returns the unpacked content of a link. */
function linkText(page: Page, link: string): Promise<string> {
  return page.evaluate(
    async (payload) => {
      const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (each) =>
        each.charCodeAt(0),
      );
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
      return new Response(stream).text();
    },
    link.slice(link.indexOf('#g1:d') + 5),
  );
}

test('earlier works are listed, opened and deleted, and the present one is never lost', async ({ page }) => {
  await open(page);
  await openMenu(page);
  await page.getByRole('menuitem', { name: 'History' }).click();
  await expect(dialog(page).getByText('No earlier work yet.')).toBeVisible();
  await page.keyboard.press('Escape');
  await openFiles(page, { 'shop.yaml': SMALL });
  await expect(outcome(page)).toContainText('shop/api:80');
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem', { name: /Canary/ }).click();
  await expect(page.getByRole('tab', { name: 'canary.yaml' })).toBeVisible();
  await url(page).fill('http://checkout.shop/mine');
  await page.getByRole('button', { name: 'Add a file' }).click();
  await expect(page.getByRole('tab', { name: 'untitled.yaml' })).toBeVisible();
  await openFiles(page, { 'extra.yaml': 'kind: Namespace\napiVersion: v1\nmetadata: {name: extra}\n' });
  await expect(page.getByRole('tab', { name: 'extra.yaml' })).toBeVisible();

  await openMenu(page);
  await page.getByRole('menuitem', { name: 'History' }).click();
  const entries = dialog(page).getByRole('listitem');
  await expect(entries.first()).toBeVisible();
  const shop = entries.filter({ hasText: 'shop/api-route, shop/api' });
  await expect(shop).toContainText('3 documents');
  await expect(shop).toContainText('1 file');
  await shop.getByRole('button', { name: 'Open' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('tab', { name: 'shop.yaml' })).toBeVisible();
  await expect(url(page)).toHaveValue('http://api.shop/v1');

  // The previous work is in the list now.
  await openMenu(page);
  await page.getByRole('menuitem', { name: 'History' }).click();
  await expect(entries.first()).toContainText('extra.yaml');
  const count = await entries.count();
  await entries
    .first()
    .getByRole('button', { name: /Delete/ })
    .click();
  await expect(entries).toHaveCount(count - 1);
  await dialog(page).getByRole('button', { name: 'Delete all' }).click();
  await dialog(page).getByText('for good?').waitFor();
  await dialog(page).getByRole('button', { name: 'Delete all' }).click();
  await expect(dialog(page).getByText('No earlier work yet.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Menu' })).toBeFocused();
  await expect(page.getByRole('tab', { name: 'shop.yaml' })).toBeVisible();
});

test('the list of earlier works keeps its limits and survives damage', async ({ page }) => {
  await open(page);
  await openMenu(page);
  await page.getByRole('menuitem', { name: 'History' }).click();
  await expect(dialog(page).getByText('No earlier work yet.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.evaluate(
    () =>
      new Promise<void>((settle) => {
        const opened = indexedDB.open('gammascope-earlier');
        opened.onsuccess = () => {
          const write = opened.result.transaction('works', 'readwrite');
          const works = write.objectStore('works');
          for (let id = 1; id <= 20; id++) {
            works.put({ title: `work ${id}`, at: 1e12, files: 1, documents: 1, bytes: 10 }, `about:${id}`);
            works.put({ v: 1, files: [{ name: 'a.yaml', text: '' }] }, `work:${id}`);
          }
          works.put({ title: 7 }, 'about:20');
          works.put('broken', 'work:19');
          write.oncomplete = () => {
            opened.result.close();
            settle();
          };
        };
      }),
  );
  await openFiles(page, { 'shop.yaml': SMALL });
  await expect(outcome(page)).toContainText('shop/api:80');
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem', { name: /Canary/ }).click();
  await expect(page.getByRole('tab', { name: 'canary.yaml' })).toBeVisible();
  await openMenu(page);
  await page.getByRole('menuitem', { name: 'History' }).click();
  const entries = dialog(page).getByRole('listitem');
  await expect(entries).toHaveCount(20);
  await expect(entries.first()).toContainText('shop/api-route');
  await expect(dialog(page).getByText('1 older work was removed')).toBeVisible();
  await expect(entries.filter({ hasText: 'work 1' }).filter({ hasNotText: /work 1\d/ })).toHaveCount(0);
  const damaged = entries.filter({ hasText: 'This entry is damaged' });
  await expect(damaged.getByRole('button')).toHaveCount(1);
  await entries.filter({ hasText: 'work 19' }).getByRole('button', { name: 'Open' }).click();
  await expect(dialog(page).getByText('The action failed.')).toBeVisible();
  await damaged.getByRole('button', { name: /Delete/ }).click();
  await expect(damaged).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tab', { name: 'canary.yaml' })).toBeVisible();
});
