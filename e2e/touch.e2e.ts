import type { Locator, Page } from '@playwright/test';
import { expect, open, outcome, test, url } from './page.ts';

test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

const node = (page: Page, id: string) => page.locator(`.react-flow__node[data-id="${id}"]`);

/** Returns the zoom of the drawing. */
function zoom(page: Page): Promise<number> {
  return page
    .locator('.react-flow__viewport')
    .evaluate((element) => new DOMMatrix(getComputedStyle(element).transform).a);
}

/** Moves two fingers on a pane from one distance to another, in steps. */
async function pinch(page: Page, pane: Locator, from: number, to: number): Promise<void> {
  const { x = 0, y = 0, width = 0, height = 0 } = (await pane.boundingBox()) ?? {};
  const session = await page.context().newCDPSession(page);
  const fingers = (apart: number) =>
    [-1, 1].map((side, id) => ({ x: x + width / 2 + (side * apart) / 2, y: y + height / 2, id }));
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(from) });
  for (let step = 1; step <= 8; step++) {
    const apart = from + ((to - from) * step) / 8;
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) });
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test('touch sends a request, shows the steps and opens a rule', async ({ page }) => {
  await open(page);
  await url(page).tap();
  await url(page).fill('http://smiley.faces/nothing');
  await page.getByRole('button', { name: 'Send request' }).tap();
  await expect(outcome(page)).toHaveAttribute('data-kind', 'rejected');
  await page.getByRole('tab', { name: 'Trace', exact: true }).tap();
  await page.locator('.step[data-step="3"] .step-button').tap();
  await page.locator('.step[data-step="3"] .specification-link').tap();
  await expect(page.getByRole('dialog', { name: /^Rule R-119/ })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('one finger selects in the graph, and two fingers zoom it without zooming the page', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('tab', { name: 'Graph', exact: true }).tap();
  const route = node(page, 'HTTPRoute/faces/smiley-route');
  await expect(route).toBeVisible();
  const before = await zoom(page);
  await pinch(page, page.locator('.graph-pane'), 80, 240);
  await expect.poll(() => zoom(page)).toBeGreaterThan(before * 1.5);
  expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
  await page.getByRole('button', { name: 'Fit the graph' }).tap();
  await expect.poll(() => zoom(page)).toBeLessThan(before * 1.2);
  await route.tap();
  await expect(route).toHaveAttribute('aria-pressed', 'true');
  await page.locator('.graph-details').getByRole('button', { name: 'Go to YAML' }).tap();
  await expect(page.getByRole('tab', { name: 'Manifests', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('controls on a phone are large enough for touch', async ({ page }) => {
  await open(page);
  for (const pane of ['Manifests', 'Graph', 'Trace']) {
    await page.getByRole('tab', { name: pane, exact: true }).tap();
    // WCAG 2.5.8: 24 by 24 pixels, except for links within sentences.
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, [role="tab"], select, input')]
        .filter(
          (element) => element.checkVisibility() && element.closest('p, td, li, .react-flow__node') === null,
        )
        .map((element) => ({
          name: element.getAttribute('aria-label') ?? element.textContent,
          box: element.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({ name, box }) => `${name} ${Math.round(box.width)}×${Math.round(box.height)}`),
    );
    expect([pane, small]).toEqual([pane, []]);
  }
});
