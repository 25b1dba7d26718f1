import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { LESSON_NAMES } from '../src/lessons/order.ts';
import { expect, open, openFiles, SMALL, test } from './page.ts';

const EXAMPLE_IDS = readdirSync('examples').map((file) => file.replace(/\.yaml$/, ''));

// Other tests cover the editor.
test.use({ editor: false });

/** The first screen of every example and of the first step of every lesson. */
const SCREENS = [
  ...EXAMPLE_IDS.map((id) => `#example/${id}`),
  ...LESSON_NAMES.map((name) => `#lesson/${name}/1`),
];

/** Opens an example or a lesson, and waits until its answer and its picture are there. */
async function openScreen(page: Page, fragment: string, at: number): Promise<void> {
  // Another address than before, so that the page loads again.
  await open(page, `?screen=${at}${fragment}`);
  await expect(page.locator('.react-flow__node[data-on-trace]').first()).toBeVisible();
}

interface Seen {
  /** What is not visible without scrolling: the outcome, its cause, the way in the picture. */
  readonly hidden: readonly string[];
  /** The smallest text of the picture, in pixels on the screen. */
  readonly text: number;
  /** The number of words of the trace. 0 when it is not visible. */
  readonly words: number;
}

/** Returns what the first screen shows. Runs in the page. */
function look(): Seen {
  type Frame = { left: number; top: number; right: number; bottom: number };
  const isInside = (box: DOMRect, frame: Frame) =>
    box.left >= frame.left - 1 &&
    box.right <= frame.right + 1 &&
    box.top >= frame.top - 1 &&
    box.bottom <= frame.bottom + 1;
  const screen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const hidden: string[] = [];
  for (const selector of ['.outcome-line', '.outcome-because']) {
    const box = document.querySelector(`.outcome ${selector}`)?.getBoundingClientRect();
    if (!box || box.height === 0 || !isInside(box, screen)) hidden.push(selector);
  }
  const pane = document.querySelector('.graph-pane')?.getBoundingClientRect() ?? new DOMRect();
  if (!isInside(pane, screen)) hidden.push('the picture');
  const way = document.querySelectorAll<HTMLElement>('.react-flow__node[data-on-trace]');
  for (const node of way)
    if (!isInside(node.getBoundingClientRect(), pane)) hidden.push(node.dataset.id ?? '');
  const viewport = document.querySelector('.react-flow__viewport') as HTMLElement;
  const zoom = new DOMMatrix(getComputedStyle(viewport).transform).a;
  const sizes = [...viewport.querySelectorAll('*')].flatMap((each) => {
    const hasText = [...each.childNodes].some((child) => child.nodeType === 3 && child.textContent?.trim());
    const isShown = each.checkVisibility() && each.closest('.visually-hidden') === null;
    return hasText && isShown ? [Number.parseFloat(getComputedStyle(each).fontSize) * zoom] : [];
  });
  const trace = document.querySelector('.answers')?.cloneNode(true) as HTMLElement | undefined;
  const unread = '.visually-hidden, [hidden], details > :not(summary), option, thead';
  for (const each of trace?.querySelectorAll(unread) ?? []) each.remove();
  const words = trace?.textContent?.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
  return { hidden, text: Math.min(...sizes), words };
}

/** Each third lesson: the larger screens show all of them, and each screen takes more than a second. */
const SOME = [...EXAMPLE_IDS, ...LESSON_NAMES.filter((_, at) => at % 3 === 0)];
const FEWER = SCREENS.filter((screen) => SOME.some((name) => screen.includes(`/${name}`)));

/** Sizes of the window one after the other, the smallest text, and the screens that are opened there. */
const WINDOWS = [
  { sizes: ['1280×720', '1440×900'], least: 11, screens: SCREENS.slice(0, SCREENS.length / 2) },
  { sizes: ['1280×720', '1440×900'], least: 11, screens: SCREENS.slice(SCREENS.length / 2) },
  { sizes: ['1024×768'], least: 11, screens: FEWER, tag: '@long' },
  { sizes: ['390×844'], least: 7.5, screens: FEWER, tag: '@long' },
];

for (const { sizes, least, screens, tag = [] } of WINDOWS) {
  const name = `the answer and the whole way are visible and readable at ${sizes.join(', ')} from ${screens[0]}`;
  test(name, { tag }, async ({ page }) => {
    test.setTimeout(240_000);
    const isRight = ({ hidden, text, words }: Seen) =>
      hidden.length === 0 && text >= least - 0.05 && words <= 120;
    const wrong: Record<string, unknown> = {};
    for (const [at, screen] of screens.entries()) {
      for (const [nth, size] of sizes.entries()) {
        const [width = 0, height = 0] = size.split('×').map(Number);
        // This step of the lesson is about the tab Problems, which takes the place of the picture on small screens.
        if (width < 1180 && screen === '#lesson/reference-grant/1') continue;
        await page.setViewportSize({ width, height });
        if (nth === 0) await openScreen(page, screen, at);
        // The picture takes its place after the layout.
        await expect
          .poll(async () => isRight(await page.evaluate(look)), { timeout: 5_000 })
          .toBe(true)
          .catch(async () => {
            wrong[`${screen} at ${size}`] = await page.evaluate(look);
          });
      }
    }
    expect(wrong).toEqual({});
  });
}

test('the picture takes more than half of the width, and steps 1 to 3 are in one line', async ({ page }) => {
  for (const [width, height] of [
    [1440, 900],
    [1280, 720],
  ] as const) {
    await page.setViewportSize({ width, height });
    await open(page);
    const shares = await page.evaluate(() =>
      ['manifests', 'graph', 'request'].map(
        (id) => (document.getElementById(id)?.clientWidth ?? 0) / innerWidth,
      ),
    );
    const [manifests = 0, graph = 0, trace = 0] = shares;
    expect(Math.abs(manifests - 0.2)).toBeLessThan(0.02);
    expect(Math.abs(graph - 0.55)).toBeLessThan(0.02);
    expect(Math.abs(trace - 0.25)).toBeLessThan(0.02);
    const tops = await page
      .locator('.step:not([data-open])[data-state="done"]')
      .evaluateAll((steps) => steps.map((step) => Math.round(step.getBoundingClientRect().top / 4)));
    expect(tops).toHaveLength(3);
    expect(new Set(tops).size).toBe(1);
    await expect(page.locator('.step[data-open]')).toHaveAttribute('data-step', '5');
  }
});

test('a short step opens by keyboard and shows its sentence', async ({ page }) => {
  await open(page);
  const third = page.locator('.step[data-step="3"]');
  await third.getByRole('button', { name: /Step 3/ }).focus();
  await page.keyboard.press('Enter');
  await expect(third).toHaveAttribute('data-open', 'true');
  await expect(third.locator('.step-sentence')).toContainText('DNS name of Service');
  const spec = third.getByRole('button', { name: /^spec: R-119/ });
  await spec.focus();
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog', { name: /Rule R-119/ });
  await expect(card.getByRole('link').first()).toHaveAttribute(
    'href',
    /^https:\/\/gateway-api\.sigs\.k8s\.io\//,
  );
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(spec).toBeFocused();
});

test('the drawer opens below the panes, keeps its height, and closes by Escape', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page);
  await openFiles(page, { 'a.yaml': SMALL.replace('name: api, port: 80}]\n', 'name: gone, port: 80}]\n') });
  const problems = page.getByRole('tab', { name: /Problems/ });
  await expect(problems.locator('.tab-count')).toHaveText('1');
  await problems.click();
  await expect(page.getByRole('region', { name: 'Problems' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Request flow', exact: true })).toBeVisible();
  const border = page.getByRole('separator', { name: 'Resize the drawer' });
  const before = Number(await border.getAttribute('aria-valuenow'));
  await border.focus();
  await page.keyboard.press('ArrowUp');
  await expect(border).toHaveAttribute('aria-valuenow', String(before + 5));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Problems' })).toBeHidden();
  await expect(page.getByRole('tab', { name: 'Trace' })).toHaveAttribute('aria-selected', 'true');
  await problems.click();
  await expect(border).toHaveAttribute('aria-valuenow', String(before + 5));
  await page.getByRole('button', { name: 'Close the drawer' }).click();
  await expect(border).toBeHidden();
});
