import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, open, openFiles, outcome, SMALL, step, test, url } from './page.ts';

// Other tests cover the editor.
test.use({ editor: false });

const lesson = (page: Page) => page.getByRole('region', { name: 'Lesson', exact: true });
const heading = (page: Page) => lesson(page).getByRole('heading', { level: 3 });

/** Presses Tab until an element has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const button = lesson(page).getByRole('button', { name, exact: true });
  for (let times = 0; times < 12; times++) {
    await page.keyboard.press('Tab');
    if (await button.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not reach “${name}”`);
}

test('a lesson by keyboard, from the menu to its last answer', async ({ page }) => {
  test.slow();
  await open(page);
  const item = page.getByRole('menuitem', { name: 'What a mesh route is' });
  await page.getByRole('button', { name: 'Lessons' }).focus();
  await page.keyboard.press('Enter');
  await expect(item).toBeVisible();
  await item.focus();
  await page.keyboard.press('Enter');

  await expect(heading(page)).toHaveText('Without a route nothing changes');
  await expect(heading(page)).toBeFocused();
  await expect(outcome(page)).toHaveAttribute('data-kind', 'passed-through');
  await expect(page).toHaveURL(/#lesson\/mesh-route\/1$/);

  await tabTo(page, 'Next');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('A route takes over');
  await expect(heading(page)).toBeFocused();
  await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
  await expect(step(page, 5)).toHaveAttribute('data-state', 'done');

  await tabTo(page, 'Next');
  await page.keyboard.press('Enter');
  await expect(outcome(page)).toHaveAttribute('data-kind', 'passed-through');
  await tabTo(page, 'Question');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#lesson\/mesh-route\/4$/);

  const feedback = lesson(page).getByRole('status');
  await tabTo(page, 'Every request that arrives at the Pods of smiley');
  await page.keyboard.press('Enter');
  await expect(feedback).toContainText('Not quite');
  await tabTo(page, 'Requests that clients send to the Service smiley');
  await page.keyboard.press('Enter');
  await expect(feedback).toContainText('Right');
  await expect(lesson(page).getByRole('link', { name: /GEP-1294/ })).toHaveAttribute('href', /^https:/);

  await tabTo(page, 'Next lesson: Frontend and backend');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('One Service, two sides');
});

test('a question is answered by trying, and a step can be reset', async ({ page }) => {
  await open(page, '#lesson/consumer-routes/4');
  const feedback = lesson(page).getByRole('status');
  await expect(feedback).toContainText('Your turn');
  await page.getByRole('combobox', { name: 'From' }).selectOption('slow-clients/viewer');
  await expect(feedback).toContainText('Done');
  await lesson(page).getByRole('button', { name: 'Reset this step' }).click();
  await expect(feedback).toContainText('Your turn');
});

test('the user’s own work is saved while a lesson is open', async ({ page }) => {
  await open(page);
  await openFiles(page, { 'mine.yaml': SMALL });
  await expect(page.getByRole('tab', { name: 'mine.yaml' })).toBeVisible();
  // Saved before the lesson opens.
  await page.waitForTimeout(600);
  await page.evaluate(() => {
    location.hash = '#lesson/ports/2';
  });
  await expect(heading(page)).toHaveText('The other port');
  await url(page).fill('http://stream.media:8080/');
  await page.reload();
  await expect(heading(page)).toHaveText('The other port');
  await expect(url(page)).toHaveValue('http://stream.media/live');

  await lesson(page).getByRole('button', { name: 'Leave the lesson' }).click();
  await expect(lesson(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Back to my work' }).click();
  await expect(page.getByRole('tab', { name: 'mine.yaml' })).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
});

for (const [language, region, title] of [
  ['en', 'Lesson', 'No match means rejected'],
  ['zh-Hant', '課程', '不相符就拒絕'],
  ['zh-Hans', '课程', '不匹配就拒绝'],
] as const) {
  test(`a deep link opens a lesson at its step (${language})`, async ({ page }) => {
    await page.goto(`?lang=${language}#lesson/no-match/2`);
    const panel = page.getByRole('region', { name: region, exact: true });
    await expect(panel.getByRole('heading', { level: 2 })).toHaveText(title);
    await expect(page.locator('[role="status"][data-kind]').first()).toHaveAttribute('data-kind', 'rejected');
    // Next to a lesson the manifests start folded.
    await page.locator('#manifests .pane-strip').click();
    await expect(page.getByText('center-route.yaml').first()).toBeAttached();
  });
}

test('a deep link opens an example; an unknown one shows a notice', async ({ page }) => {
  await open(page, '#example/canary');
  await expect(page.getByRole('tab', { name: 'canary.yaml' })).toBeVisible();
  await page.goto('#lesson/no-such-lesson');
  await expect(page.getByText('there is no such lesson or example')).toBeVisible();
});

test('a narrow page shows the lesson next to one pane, a phone below it', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await open(page, '#lesson/several-matches/2');
  await page.getByRole('tab', { name: 'Trace' }).click();
  await expect(step(page, 5)).toBeInViewport();
  const overlap = async () => {
    const [panel, answer] = await Promise.all([lesson(page).boundingBox(), outcome(page).boundingBox()]);
    if (!panel || !answer) return true;
    return (
      panel.x < answer.x + answer.width &&
      answer.x < panel.x + panel.width &&
      panel.y < answer.y + 20 &&
      answer.y < panel.y + panel.height
    );
  };
  expect(await overlap()).toBe(false);
  await page.setViewportSize({ width: 480, height: 900 });
  await expect(lesson(page)).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(480);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in a lesson (${colorScheme})`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    const flaws = async () => (await new AxeBuilder({ page }).include('.lesson').analyze()).violations;
    await open(page, '#lesson/badges/2');
    await expect(lesson(page).getByRole('table')).toBeVisible();
    expect(await flaws()).toEqual([]);
    for (const choice of [/It does all/, /the core tests/]) {
      await page.goto('#lesson/badges/5');
      await lesson(page).getByRole('button', { name: choice }).click();
      expect(await flaws()).toEqual([]);
    }
  });
}

/** Returns the ids of nodes of a selection that are not whole in the pane of the graph. */
function cut(page: Page, selector: string): Promise<readonly (string | undefined)[]> {
  return page.evaluate((nodes) => {
    const pane = document.querySelector('.graph-pane')?.getBoundingClientRect();
    if (pane === undefined) throw new Error('no graph');
    const isCut = ({ left, right, top, bottom }: DOMRect) =>
      left < pane.left - 1 || right > pane.right + 1 || top < pane.top - 1 || bottom > pane.bottom + 1;
    return [...document.querySelectorAll<HTMLElement>(nodes)]
      .filter((node) => isCut(node.getBoundingClientRect()))
      .map((node) => node.dataset.id);
  }, selector);
}

test('the ways are in view after each step, and a neighbourhood is not cut', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page, '#lesson/both-routes/1');
  const way = '.react-flow__node[data-on-trace="true"]';
  for (const at of [2, 3]) {
    await lesson(page).getByRole('button', { name: 'Next', exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`#lesson/both-routes/${at}$`));
    await expect(page.locator(way).first()).toBeVisible();
    await expect.poll(() => cut(page, way)).toEqual([]);
  }
  await page.getByRole('tab', { name: /^Problems/ }).click();
  await expect.poll(() => cut(page, way)).toEqual([]);
  await page.getByRole('tab', { name: 'Trace' }).click();
  await expect.poll(() => cut(page, way)).toEqual([]);
  await page.locator('[data-id="HTTPRoute/faces/smiley-route"]').focus();
  await page.keyboard.press('f');
  await expect.poll(() => cut(page, '.react-flow__node')).toEqual([]);
});

test('the button of the next lesson has its whole text', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page, '#lesson/both-routes/4');
  const next = lesson(page).getByRole('button', { name: /^Next lesson: / });
  await url(page).fill('http://smiley.faces/changed');
  await expect(next).toBeInViewport({ ratio: 1 });
  const text = next.locator('span');
  expect(await text.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThan(2);
  expect((await text.boundingBox())?.width).toBeGreaterThan(100);
});
