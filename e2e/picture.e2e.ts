import type { Page } from '@playwright/test';
import { expect, open, openFiles, SMALL, test, url } from './page.ts';

const LEAST_TEXT = 11;

interface Picture {
  readonly width: number;
  readonly height: number;
  /** The smallest text in the graph, in pixels on the screen. */
  readonly text: number;
  /** The nodes of the way, and those that are not wholly visible. */
  readonly way: number;
  readonly outside: readonly string[];
}

/** Returns what the pane shows: its size, its smallest text, and the nodes of the way outside of it. */
function look(page: Page): Promise<Picture> {
  return page.evaluate(() => {
    const pane = document.querySelector('.graph-pane')?.getBoundingClientRect() ?? new DOMRect();
    const viewport = document.querySelector('.react-flow__viewport');
    const zoom = viewport ? new DOMMatrix(getComputedStyle(viewport).transform).a : 0;
    const hasText = (element: Element) =>
      [...element.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim());
    const texts = [...document.querySelectorAll('.react-flow__nodes *, .react-flow__edges text')].filter(
      (element) => hasText(element) && !element.classList.contains('visually-hidden'),
    );
    const sizes = texts.map((element) => Number.parseFloat(getComputedStyle(element).fontSize) * zoom);
    const way = [...document.querySelectorAll<HTMLElement>('.react-flow__node[data-on-trace]')];
    const outside = way.filter((node) => {
      const box = node.getBoundingClientRect();
      return (
        box.left < pane.left - 1 ||
        box.right > pane.right + 1 ||
        box.top < pane.top - 1 ||
        box.bottom > pane.bottom + 1
      );
    });
    return {
      width: Math.round(pane.width),
      height: Math.round(pane.height),
      text: Math.min(...sizes),
      way: way.length,
      outside: outside.map((node) => node.dataset.id ?? ''),
    };
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  test('requests lead down, and the way is visible', async ({ page }) => {
    await page.goto('/#example/faces');
    await page.getByRole('tab', { name: 'Graph' }).click();
    const top = async (id: string) => (await page.locator(`[data-id="${id}"]`).boundingBox())?.y ?? 0;
    await expect(page.locator('[data-id="client:fast-clients"]')).toBeVisible();
    const tops = [
      await top('client:fast-clients'),
      await top('Service/faces/smiley'),
      await top('HTTPRoute/fast-clients/smiley-route'),
      await top('Service/faces/smiley#backend'),
    ];
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    await expect.poll(async () => (await look(page)).outside).toEqual([]);
    expect(Math.round((await look(page)).text * 10) / 10).toBeGreaterThanOrEqual(LEAST_TEXT);
  });
});

test('a Service without routes is a chip, until the request uses it', async ({ page }) => {
  await open(page);
  const chip = page.locator('[data-id="Service/faces/color"]');
  await expect(chip).toHaveAttribute('data-chip', 'true');
  await expect(chip).toContainText('color');
  await expect(page.locator('[data-id="Service/faces/color#backend"]')).toHaveCount(0);
  await url(page).fill('http://color.faces/');
  await expect(page.locator('[data-id="Service/faces/color#backend"][data-on-trace]')).toHaveCount(1);
  await expect(chip).not.toHaveAttribute('data-chip');
});

test('workloads are lines of cards: on the way, selected, and opened like other nodes', async ({ page }) => {
  await open(page);
  const row = page.locator('[data-id="Deployment/faces/smiley-fast"]');
  await expect(row).toHaveAttribute('data-on-trace', 'true');
  const card = await page.locator('[data-id="Service/faces/smiley-fast#backend"]').boundingBox();
  const box = await row.boundingBox();
  if (!card || !box) throw new Error('not drawn');
  expect(box.y).toBeGreaterThan(card.y);
  expect(box.y + box.height).toBeLessThanOrEqual(card.y + card.height);
  await expect(page.locator('[data-id="Deployment/fast-clients/blender"]')).toHaveAttribute(
    'data-on-trace',
    'true',
  );
  await row.click();
  await expect(row).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: 'Go to YAML' })).toBeVisible();
});

test('more than 40 cards open with the request only, and the user can choose', async ({ page }) => {
  await open(page);
  const services = Array.from({ length: 60 }, (_, at) =>
    SMALL.replace(/\bapi\b/g, `api-${at}`).replaceAll('shop', `shop-${at % 6}`),
  );
  await openFiles(page, { 'many.yaml': services.join('---\n') });
  await expect(url(page)).toHaveValue(/api-/, { timeout: 20_000 });
  const button = page.getByRole('button', { name: 'Request only' });
  await expect(button).toHaveAttribute('aria-pressed', 'true', { timeout: 20_000 });
  await expect.poll(async () => (await look(page)).text).toBeGreaterThanOrEqual(LEAST_TEXT - 0.05);
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await expect(page.locator('[data-id="HTTPRoute/shop-3/api-3-route"]')).toHaveCount(1);
});
