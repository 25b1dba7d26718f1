// `npm run bench:typing`: types into a bundle of 2,000 documents in the production build, in a real browser,
// and counts the tasks of the main thread that take more than 50 ms. Compares with the same keys in the
// editor without the page. Reports for each task how much of that time the thread used a processor: on a
// machine with few processors, the browser's own threads and the page's workers compete for them. On Linux it
// also reports the time that the machine's host took away.
//   node scripts/typing.mjs [documents [rounds]]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser, launchOptions } from './browser.mjs';
import { buildIsCurrent, buildPage } from './build.mjs';
import { ROOT } from './fingerprint.mjs';
import { recordTasks } from './main-thread-tasks.mjs';
import { EnsureError, ensureModules, orExit } from './packages.mjs';
import { serve, serveFile } from './serve.mjs';

const KEY_MS = 90;
/** Long enough for the page to analyse the typed text. */
const THINK_MS = 450;

/** The typed text, and its position in the file. A space also waits for an analysis. */
const TEXTS = [
  { name: 'a comment at the top', at: 0, text: '# hello typing\nmore words here, and then some\n' },
  {
    name: 'a Service at the top',
    at: 0,
    text: '---\napiVersion: v1\nkind: Service\nmetadata:\n name: fresh\nnamespace: team-1-0\n',
  },
  { name: 'words in the middle', at: 0.5, text: 'x: y\nsome more words in the middle \n' },
  { name: 'line breaks near the end', at: 0.95, text: '\n \n \n \n # end \n' },
];

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

/** The pages to type into: the page, and its editor alone. */
const PAGES = {
  page: { drawn: '.react-flow__node' },
  'editor alone': { drawn: '.monaco-editor .view-line' },
};

async function measure(browser, { url, drawn }, bundle, { at, text }) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  await page.locator('.monaco-editor').first().waitFor();
  await page
    .locator('input[type=file]')
    .setInputFiles([{ name: 'big.yaml', mimeType: 'application/yaml', buffer: Buffer.from(bundle) }]);
  await page.locator(drawn).first().waitFor();
  await page.waitForTimeout(8000);
  await page
    .locator('.monaco-editor')
    .first()
    .click({ position: { x: 200, y: 60 } });
  const line = Math.floor(at * bundle.split('\n').length) + 1;
  await page.keyboard.press('Control+g');
  await page.keyboard.type(String(line));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  await page.waitForTimeout(2000);
  const stop = await recordTasks(browser);
  for (const letter of text) {
    if (letter === '\n') await page.keyboard.press('Enter');
    else await page.keyboard.type(letter);
    await page.waitForTimeout(letter === ' ' ? THINK_MS : KEY_MS);
  }
  await page.waitForTimeout(3000);
  const tasks = (await stop())
    .filter(({ lasted }) => lasted > LONG_US)
    .map(({ lasted, worked }) => ({ lasted: Math.round(lasted / 1000), worked: Math.round(worked / 1000) }));
  await page.close();
  return tasks;
}

const LONG_US = 50_000;

/** Builds the editor alone into a separate folder and serves it. */
async function serveEditorAlone() {
  const outDir = mkdtempSync(join(tmpdir(), 'editor-alone-'));
  const { build } = await import('vite');
  await build({
    root: join(ROOT, 'scripts/editor-alone'),
    configFile: false,
    base: './',
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir, target: 'es2022', chunkSizeWarningLimit: 4000 },
  });
  const server = createServer((request, response) => serveFile(request, response, outDir));
  await new Promise((settle) => server.listen(0, '127.0.0.1', settle));
  return `http://127.0.0.1:${server.address().port}/`;
}

/**
 * Returns the processor time that the host of a virtual machine took away so far, as parts of all: [taken,
 * all]. Returns null on other systems.
 */
function stolen() {
  if (!existsSync('/proc/stat')) return null;
  const [, ...ticks] = readFileSync('/proc/stat', 'utf8').split('\n')[0].split(/\s+/).map(Number);
  return [ticks[7] ?? 0, ticks.slice(0, 8).reduce((sum, each) => sum + each, 0) - (ticks[3] ?? 0)];
}

function told(tasks) {
  if (tasks.length === 0) return 'none';
  return `${tasks.length}: ${tasks.map(({ lasted, worked }) => `${lasted} (${worked})`).join(', ')}`;
}

await orExit(async () => {
  const documents = Number(process.argv[2] ?? 2000);
  const rounds = Number(process.argv[3] ?? 2);
  if (!(documents > 0 && rounds > 0)) throw new EnsureError('usage: typing.mjs [documents [rounds]]');
  await ensureModules();
  await ensureBrowser();
  if (!buildIsCurrent()) await buildPage({ logLevel: 'error' });
  const bundle = bundleOf(documents);
  PAGES.page.url = await serve();
  PAGES['editor alone'].url = await serveEditorAlone();
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch(launchOptions());
  process.stdout.write(
    `| typed into ${documents} documents | keys | where | tasks above 50 ms, by round (ms; of them on a processor) |\n| --- | --- | --- | --- |\n`,
  );
  const before = stolen();
  for (const each of TEXTS) {
    // Alternates between both pages, so that other load on the machine affects both.
    const found = Object.fromEntries(Object.keys(PAGES).map((name) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      for (const [name, page] of Object.entries(PAGES)) {
        found[name].push(await measure(browser, page, bundle, each));
      }
    }
    for (const [name, tasks] of Object.entries(found)) {
      process.stdout.write(
        `| ${each.name} | ${each.text.length} | ${name} | ${tasks.map(told).join('; ')} |\n`,
      );
    }
  }
  const after = stolen();
  if (before && after) {
    const share = (after[0] - before[0]) / Math.max(1, after[1] - before[1]);
    process.stdout.write(
      `\nTaken away by the host of this machine: ${(100 * share).toFixed(0)} % of the time in use\n`,
    );
  }
  await browser.close();
});
process.exit();
