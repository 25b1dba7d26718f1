import { measureDownload } from '../bench/download.ts';
import { DIST } from '../scripts/serve.mjs';
import { expect, outcome, test } from './page.ts';

/** The size of all files before the first answer, in bytes after gzip. vite.config.ts defines these files. */
const MOST_BYTES = 180_000;

test('the first answer needs no more than 180 kB', () => {
  const download = measureDownload(DIST);
  expect(download).not.toBeNull();
  expect(download?.firstAnswerGzip).toBeGreaterThan(100_000);
  expect(download?.firstAnswerGzip).toBeLessThanOrEqual(MOST_BYTES);
});

test('the first answer needs no other file', async ({ page }) => {
  const needed = new Set(measureDownload(DIST)?.firstAnswerFiles);
  let release = () => {};
  const held = new Promise<void>((settle) => {
    release = settle;
  });
  const waiting: string[] = [];
  await page.route(/\/assets\//, async (route) => {
    const file = `assets/${route.request().url().split('/assets/')[1]}`;
    if (!needed.has(file)) {
      waiting.push(file);
      await held;
    }
    await route.continue();
  });
  await page.goto('/');
  await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
  // The parts that are loaded after it were held until now.
  await expect.poll(() => waiting.length).toBeGreaterThan(3);
  release();
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
});

test('the answer appears before the editor and the graph have loaded', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((settle) => {
    release = settle;
  });
  let waiting = 0;
  await page.route(/assets\/(editor-view|yaml|graph)-[^/]*\.js$/, async (route) => {
    waiting++;
    await held;
    await route.continue();
  });
  await page.goto('/');
  await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
  await expect(page.getByRole('region', { name: 'Manifests' }).locator('textarea').first()).toHaveValue(
    /kind: HTTPRoute/,
  );
  await expect.poll(() => waiting).toBeGreaterThanOrEqual(2);
  await expect(page.locator('.monaco-editor, .react-flow')).toHaveCount(0);
  release();
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
});
