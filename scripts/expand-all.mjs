// `npm run bench:graph`: opens a bundle of 2,000 documents in the production build, in a real browser without
// a GPU, expands all namespaces of its graph, and moves the graph. Counts the tasks of the main thread that
// take more than 50 ms of processor time, the frames per second, and the elements of the graph.
//   node scripts/expand-all.mjs [documents [folder for screenshots]]
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser, launchOptions } from './browser.mjs';
import { buildIsCurrent, buildPage } from './build.mjs';
import { ROOT } from './fingerprint.mjs';
import { recordTasks } from './main-thread-tasks.mjs';
import { EnsureError, ensureModules, orExit } from './packages.mjs';
import { serve } from './serve.mjs';

const LONG_US = 50_000;
const STEP_MS = 16;

function bundleOf(documents) {
  const words = ['--expose-gc', 'scripts/bench.mjs', '--print-bundle', String(documents)];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: ROOT,
    maxBuffer: 1 << 28,
    encoding: 'utf8',
  });
  if (status !== 0) throw new EnsureError(`the bundle could not be made: ${stderr.trim()}`);
  return stdout;
}

/** Counts frames until the returned function is called, which returns frames per second. */
async function countFrames(page) {
  await page.evaluate(() => {
    const count = { frames: 0, start: performance.now(), running: true };
    const next = () => {
      count.frames++;
      if (count.running) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    Object.assign(window, { count });
  });
  return () =>
    page.evaluate(() => {
      const { count } = window;
      count.running = false;
      return (count.frames * 1000) / (performance.now() - count.start);
    });
}

const elements = (page, selector) => page.locator(selector).count();

const ROWS = [];

/** Measures an action on the page, and adds a row to the results. */
async function measure(browser, page, name, act) {
  const stop = await recordTasks(browser);
  const frames = await countFrames(page);
  await act();
  const perSecond = await frames();
  const tasks = (await stop())
    .filter(({ worked }) => worked > LONG_US)
    .map(({ worked }) => Math.round(worked / 1000))
    .sort((a, b) => b - a);
  ROWS.push([
    name,
    tasks.length === 0 ? 'none' : `${tasks.length}: ${tasks.slice(0, 8).join(', ')}`,
    perSecond.toFixed(0),
    await elements(page, '.graph-view *'),
    await elements(page, '.react-flow__node'),
    await elements(page, '.react-flow__edge'),
  ]);
}

/** Drags the graph for about two seconds, by 3 pixels at a time. */
async function pan(page, { x, y }, [right, down]) {
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 0; step < 120; step++) {
    await page.mouse.move(x + 3 * right * step, y + 3 * down * step);
    await page.waitForTimeout(STEP_MS);
  }
  await page.mouse.up();
}

async function wheel(page, { x, y }, delta, steps) {
  await page.mouse.move(x, y);
  for (let step = 0; step < steps; step++) {
    await page.mouse.wheel(0, delta);
    await page.waitForTimeout(STEP_MS);
  }
  await page.waitForTimeout(600);
}

await orExit(async () => {
  const documents = Number(process.argv[2] ?? 2000);
  const folder = process.argv[3];
  if (!(documents > 0)) throw new EnsureError('usage: expand-all.mjs [documents [folder for screenshots]]');
  await ensureModules();
  await ensureBrowser();
  if (!buildIsCurrent()) await buildPage({ logLevel: 'error' });
  const bundle = bundleOf(documents);
  const url = await serve();
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch(launchOptions());
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on('pageerror', (error) => process.stderr.write(`${error}\n`));
  await page.goto(url);
  await page.locator('.react-flow__node').first().waitFor();
  await page
    .locator('input[type=file]')
    .setInputFiles([{ name: 'big.yaml', mimeType: 'application/yaml', buffer: Buffer.from(bundle) }]);
  // A large graph opens with the request only.
  const narrow = page.getByRole('button', { name: 'Request only', pressed: true });
  await narrow.waitFor({ timeout: 60_000 });
  await page.waitForTimeout(3000);
  await narrow.click();
  await page.locator('.react-flow__node[data-id^="Namespace/team-1-"]').first().waitFor({ timeout: 60_000 });
  await page.waitForTimeout(6000);
  if (folder) mkdirSync(folder, { recursive: true });
  const shot = async (name) => {
    if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
  };
  const pane = await page.locator('.react-flow__pane').first().boundingBox();
  const middle = { x: pane.x + pane.width * 0.5, y: pane.y + pane.height * 0.5 };
  // Where no control is in the way.
  const corner = { x: pane.x + pane.width * 0.1, y: pane.y + pane.height * 0.1 };
  const side = { x: pane.x + pane.width * 0.7, y: pane.y + pane.height * 0.6 };
  await page
    .getByRole('button', { name: /Namespaces/ })
    .first()
    .click();
  await page.waitForTimeout(500);
  await measure(browser, page, 'Expand all', async () => {
    await page.getByText('Expand all', { exact: true }).click();
    await page.waitForTimeout(4000);
  });
  await page.keyboard.press('Escape');
  await page.waitForTimeout(500);
  await measure(browser, page, 'fit the graph', async () => {
    await page.getByRole('button', { name: 'Fit the graph' }).click();
    await page.waitForTimeout(1500);
  });
  await shot('far');
  await measure(browser, page, 'pan, all visible', () => pan(page, corner, [1, 1]));
  await measure(browser, page, 'zoom in and out', async () => {
    await wheel(page, middle, -120, 12);
    await wheel(page, middle, 120, 14);
  });
  await measure(browser, page, 'find a node, text readable', async () => {
    await page.getByRole('combobox', { name: 'Find in the graph' }).fill('svc-1-301');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(2500);
  });
  await shot('near');
  await measure(browser, page, 'pan, text readable', () => pan(page, side, [-1, -1]));
  await shot('near-moved');
  await measure(browser, page, 'zoom out', () => wheel(page, middle, 120, 30));
  await shot('far-again');
  await browser.close();
  const head = ['action', 'tasks above 50 ms of processor time', 'frames/s', 'elements', 'nodes', 'edges'];
  for (const row of [head, head.map(() => '---'), ...ROWS]) process.stdout.write(`| ${row.join(' | ')} |\n`);
});
process.exit();
