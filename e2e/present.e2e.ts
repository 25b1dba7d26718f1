import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { LESSON_NAMES } from '../src/lessons/order.ts';
import { expect, open, openFiles, openMenu, outcome, SMALL, step, test, url } from './page.ts';

test.use({ editor: false });

const bar = (page: Page) => page.getByRole('region', { name: 'Presentation', exact: true });
const lit = (page: Page) =>
  page.getByRole('list', { name: 'Request flow', exact: true }).locator('[data-lit="true"]');

/** Opens the page and waits until it records steps in the browser's history. */
async function openWithHistory(page: Page, path = ''): Promise<void> {
  await open(page, path);
  await expect.poll(() => page.evaluate(() => history.state !== null)).toBe(true);
}

async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Find a command or a resource' });
  await expect(field).toBeFocused();
  await field.fill(name);
  await page.keyboard.press('Enter');
}

test('a presentation by keyboard', async ({ page }) => {
  await openWithHistory(page);
  // The list of commands returns the focus to this field. The keys must not type there.
  await url(page).focus();
  await runCommand(page, 'Present (');
  await expect(bar(page)).toBeFocused();
  await expect(page).toHaveURL(/\?view=present$/);
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  expect(await size()).toBe(16);
  const asked = await url(page).inputValue();

  await expect(bar(page)).toContainText('All steps');
  for (const [key, at] of [
    ['Space', 1],
    ['PageDown', 2],
    ['ArrowRight', 3],
    ['Shift+Space', 2],
    ['ArrowLeft', 1],
    ['PageUp', 0],
    ['PageUp', 0],
    ['Space', 1],
  ] as const) {
    await page.keyboard.press(key);
    await expect(bar(page)).toContainText(at === 0 ? 'All steps' : `Request step ${at} of 5`);
  }

  // The request is in one line. Its button shows the form. There a Space is a character.
  const line = page.getByRole('button', { name: /^GET http.* from / });
  const form = page.getByRole('form', { name: 'Request', exact: true });
  const height = async () => (await form.boundingBox())?.height ?? 0;
  expect(await height()).toBeLessThan(2);
  await line.focus();
  await page.keyboard.press('Enter');
  await expect(url(page)).toBeFocused();
  expect(await height()).toBeGreaterThan(30);
  expect(await url(page).inputValue()).toBe(asked);
  await page.keyboard.press('Space');
  await expect(bar(page)).toContainText('Request step 1 of 5');
  await page.keyboard.press('Backspace');

  // On a button or a node Space goes to the next step. Enter presses the button.
  const previous = bar(page).getByRole('button', { name: 'Previous step' });
  await previous.focus();
  for (const [key, at] of [
    ['Space', 2],
    ['PageDown', 3],
    ['Enter', 2],
  ] as const) {
    await page.keyboard.press(key);
    await expect(bar(page)).toContainText(`Request step ${at} of 5`);
  }
  await page.locator('.react-flow__node[tabindex="0"]').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(bar(page)).toContainText('Request step 3 of 5');
  await page.keyboard.press('Space');
  await expect(bar(page)).toContainText('Request step 5 of 5');

  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  await expect(page).not.toHaveURL(/view=/);
  expect(await size()).toBe(13);
});

test('a link opens a presentation of a lesson, and Space goes on to its next step', async ({ page }) => {
  await openWithHistory(page, '?view=present#lesson/mesh-route/1');
  await expect(bar(page)).toContainText('Lesson step 1 of 4');
  for (let at = 0; at < 7; at++) {
    if (/#lesson\/mesh-route\/2$/.test(page.url())) break;
    await page.keyboard.press('Space');
    await page.waitForTimeout(150);
  }
  await expect(page).toHaveURL(/\?view=present#lesson\/mesh-route\/2$/);
  await expect(bar(page)).toContainText('Lesson step 2 of 4');
  await page.reload();
  await expect(bar(page)).toContainText('Lesson step 2 of 4');
});

test('the end of a lesson names the next lesson, and Space opens it', async ({ page }) => {
  await openWithHistory(page, '?view=present#lesson/mesh-route/4');
  await expect(bar(page)).toContainText('Lesson step 4 of 4');
  const end = bar(page).getByText('End of the lesson – next: Frontend and backend');
  await expect(async () => {
    if (!(await end.isVisible())) await page.keyboard.press('PageDown');
    await expect(end).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/#lesson\/frontend-backend\/1$/);
  await expect(bar(page)).toContainText('Lesson step 1 of');
});

test('a presentation after a played request starts at the first step', async ({ page }) => {
  await openWithHistory(page);
  await step(page, 5).getByRole('button').first().click();
  await openMenu(page);
  await page.getByRole('menuitem', { name: /^Present/ }).click();
  await expect(bar(page)).toContainText('Request step 1 of 5');
});

test('a phone has no menu item for the presentation', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await openMenu(page);
  await expect(page.getByRole('menuitem', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: /^Present/ })).toHaveCount(0);
});

for (const [width, height] of [
  [1280, 720],
  [1440, 900],
] as const) {
  test(`a presentation shows the whole picture in a large size at ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, '?view=present#lesson/both-routes/2');
    await expect(bar(page)).toContainText('Lesson step 2 of 4');
    const pane = page.locator('.graph-pane');
    await expect(async () => {
      const space = await pane.boundingBox();
      if (space === null) throw new Error('no picture');
      expect(space.width * space.height).toBeGreaterThan(0.4 * width * height);
      const boxes = await pane
        .locator('.react-flow__node')
        .evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().toJSON() as DOMRect));
      expect(boxes.length).toBeGreaterThan(6);
      for (const box of boxes) {
        expect(box.left).toBeGreaterThanOrEqual(space.x);
        expect(box.top).toBeGreaterThanOrEqual(space.y);
        expect(box.right).toBeLessThanOrEqual(space.x + space.width);
        expect(box.bottom).toBeLessThanOrEqual(space.y + space.height);
      }
      const zoom = await pane
        .locator('.react-flow__viewport')
        .evaluate((element) => new DOMMatrix(getComputedStyle(element).transform).a);
      // The smallest text has 12 pixels at zoom 1.
      expect(zoom * 12).toBeGreaterThanOrEqual(13);
    }).toPass();
    await expect(page.getByRole('tablist')).toHaveCount(0);
    await expect(page.getByRole('banner')).toBeHidden();
  });
}

test('Back and Forward go through the steps of the request', async ({ page }) => {
  await openWithHistory(page);
  const length = () => page.evaluate(() => history.length);
  const before = await length();
  for (const at of [1, 3, 5]) await step(page, at).getByRole('button').first().click();
  expect(await length()).toBe(before + 3);
  await page.goBack();
  await expect(step(page, 3)).toHaveAttribute('data-lit', 'true');
  await page.goBack();
  await expect(step(page, 1)).toHaveAttribute('data-lit', 'true');
  await page.goForward();
  await expect(step(page, 3)).toHaveAttribute('data-lit', 'true');
  // Another request continues in the same entry, and Back still goes to a step.
  await page.getByRole('combobox', { name: 'From' }).selectOption('slow-clients/viewer');
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(lit(page)).toHaveCount(0);
  expect(await length()).toBe(before + 3);
  await page.goBack();
  await expect(step(page, 1)).toHaveAttribute('data-lit', 'true');
  await page.goBack();
  await expect(lit(page)).toHaveCount(0);
  await expect(outcome(page)).toHaveAttribute('data-kind', /./);
});

test('the animation makes one entry in the history', async ({ page }) => {
  await openWithHistory(page);
  const before = await page.evaluate(() => history.length);
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('2');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(step(page, 3)).toHaveAttribute('data-lit', 'true');
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
  await page.goBack();
  await expect(lit(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
});

test('Back restores the work before an example and before a lesson', async ({ page }) => {
  await openWithHistory(page);
  await openFiles(page, { 'mine.yaml': SMALL });
  const mine = page.getByRole('tab', { name: 'mine.yaml' });
  const canary = page.getByRole('tab', { name: 'canary.yaml' });
  await expect(mine).toBeVisible();
  await url(page).fill('http://api.shop/v1');
  await page.getByRole('button', { name: 'Examples' }).click();
  await page
    .getByRole('menuitem', { name: /canary/i })
    .first()
    .click();
  await expect(canary).toBeVisible();
  await page.goBack();
  await expect(mine).toBeVisible();
  await expect(url(page)).toHaveValue('http://api.shop/v1');
  await page.goForward();
  await expect(canary).toBeVisible();
  await page.goBack();
  await expect(mine).toBeVisible();

  await page.getByRole('button', { name: 'Lessons' }).click();
  await page.getByRole('menuitem').first().click();
  const lesson = page.getByRole('region', { name: 'Lesson', exact: true });
  await lesson.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page).toHaveURL(/#lesson\/mesh-route\/2$/);
  await page.goBack();
  await expect(page).toHaveURL(/#lesson\/mesh-route\/1$/);
  await page.goBack();
  await expect(lesson).toHaveCount(0);
  await expect(mine).toBeVisible();
  await expect(url(page)).toHaveValue('http://api.shop/v1');
  await page.goForward();
  await expect(lesson).toBeVisible();
  await page.goForward();
  await expect(page).toHaveURL(/#lesson\/mesh-route\/2$/);
  await expect(lesson).toContainText('A route takes over');
});

/** Runs an action and returns the name and content of the file that it saves. */
async function saved(page: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('the file, all files and the changes can be downloaded', async ({ page }) => {
  await open(page);
  const windows = SMALL.replaceAll('\n', '\r\n');
  await openFiles(page, { 'mine.yaml': windows });
  await expect(page.getByRole('tab', { name: 'mine.yaml' })).toBeVisible();
  const file = await saved(page, () => runCommand(page, 'Download the file'));
  expect(file.name).toBe('mine.yaml');
  expect(file.bytes.toString()).toBe(windows);

  // Without changes there is no patch.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find a command or a resource' }).fill('Download');
  await expect(page.getByRole('option', { name: 'Download the file in the editor' })).toBeVisible();
  await expect(page.getByRole('option', { name: /patch/ })).toHaveCount(0);
  await page.keyboard.press('Escape');

  const other = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: other}\n';
  await openFiles(page, { 'other.yaml': other });
  await expect(page.getByRole('tab', { name: 'other.yaml' })).toBeVisible();
  const all = await saved(page, () => runCommand(page, 'Download all'));
  expect(all.name).toBe('gammascope.yaml');
  expect(all.bytes.toString()).toBe(`# file: mine.yaml\r\n${windows}---\n# file: other.yaml\n${other}`);
  const patch = await saved(page, () => runCommand(page, 'Download the changes'));
  expect(patch.name).toBe('gammascope.patch');
  expect(patch.bytes.toString()).toContain(
    '--- /dev/null\n+++ b/other.yaml\n@@ -0,0 +1,3 @@\n+apiVersion: v1',
  );
  expect(patch.bytes.toString()).not.toContain('mine.yaml');
});

/** Returns the width and height of a PNG. Throws if it is not a PNG. */
function sizeOfPng(bytes: Buffer): readonly [width: number, height: number] {
  expect([...bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

async function copyAsImage(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Copy the answer' }).click();
  await page.getByRole('menuitem', { name: 'Copy as image' }).click();
}

for (const [colorScheme, background] of [
  ['light', [247, 248, 250]],
  ['dark', [18, 21, 27]],
] as const) {
  test(`the answer is copied as an image (${colorScheme})`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.emulateMedia({ colorScheme });
    await open(page);
    await copyAsImage(page);
    await expect(page.getByText('The image is on the clipboard.')).toBeVisible();
    const image = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const blob = await item?.getType('image/png');
      if (!blob) throw new Error('no image');
      const bitmap = await createImageBitmap(blob);
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      const colours = new Set<number>();
      const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
      for (let at = 0; at < data.length; at += 4 * 97)
        colours.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
      return {
        bytes: [...new Uint8Array(await blob.arrayBuffer())],
        first: [...data.slice(0, 3)],
        colours: colours.size,
      };
    });
    const bytes = Buffer.from(image.bytes);
    const [width, height] = sizeOfPng(bytes);
    expect(width).toBeGreaterThan(1500);
    expect(height).toBeGreaterThan(600);
    expect(image.first).toEqual(background);
    // Texts and the picture are drawn.
    expect(image.colours).toBeGreaterThan(20);
    await test.info().attach('answer.png', { body: bytes, contentType: 'image/png' });
  });
}

test('without a clipboard for images the image is saved', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'ClipboardItem', { value: undefined });
  });
  await open(page);
  const { name, bytes } = await saved(page, () => copyAsImage(page));
  expect(name).toBe('answer.png');
  expect(sizeOfPng(bytes)[0]).toBeGreaterThan(1500);
  await expect(page.getByText('The image was saved as answer.png.')).toBeVisible();
});

for (const view of ['', '?view=present']) {
  const tag = view === '' ? [] : '@long';
  test(`no step of a lesson scrolls on a projector ${view}`, { tag }, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width: 1280, height: 720 });
    await open(page, view);
    if (view !== '') await expect(bar(page)).toBeVisible();
    const body = page.locator('.lesson-body');
    const next = page
      .getByRole('region', { name: 'Lesson', exact: true })
      .locator('.lesson-foot .button')
      .last();
    const scrolls: string[] = [];
    for (const name of LESSON_NAMES) {
      for (let at = 1; ; at++) {
        await page.evaluate((hash) => {
          location.hash = hash;
        }, `#lesson/${name}/${at}`);
        const progress = page.locator('.lesson-progress');
        await expect(progress).toContainText(`Step ${at} of `);
        await expect(page.getByRole('region', { name: 'Lesson', exact: true })).toContainText(
          `Lesson ${LESSON_NAMES.indexOf(name) + 1} of `,
        );
        if (await body.evaluate(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight))
          scrolls.push(`${name}/${at}`);
        await expect(next).toBeInViewport({ ratio: 1 });
        if ((await progress.textContent())?.endsWith(`Step ${at} of ${at}`)) break;
      }
    }
    expect(scrolls).toEqual([]);
    const size = await body.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    expect(size).toBeGreaterThanOrEqual(15);
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in a presentation (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, '?view=present#lesson/mesh-route/2');
    await expect(bar(page)).toContainText('Lesson step 2 of 4');
    expect(
      (await new AxeBuilder({ page }).include('.present-bar').include('.lesson').analyze()).violations,
    ).toEqual([]);
  });
}
