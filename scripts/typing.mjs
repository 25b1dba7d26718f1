// `npm run bench:typing`: types into a bundle of 2,000 documents in the production build, in a real browser, and counts
// the tasks of the main thread that take more than 50 ms. Of each it tells how much of that time the thread had a
// processor: on a machine with few, the browser's own threads and the page's workers take turns with it.
//   node scripts/typing.mjs [documents [rounds]]
import { spawnSync } from 'node:child_process';
import { chromium } from '@playwright/test';
import { ensureBrowser, launchOptions } from './browser.mjs';
import { buildIsCurrent, buildPage } from './build.mjs';
import { ROOT } from './fingerprint.mjs';
import { EnsureError, ensureModules, orExit } from './packages.mjs';
import { serve } from './serve.mjs';

const KEY_MS = 90;
/** Long enough that the page analyses what has been typed so far. */
const THINK_MS = 450;

/** What is typed, and at which part of the text; a space also waits for an analysis. */
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

async function measure(browser, url, bundle, { at, text }) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  await page.locator('.monaco-editor').first().waitFor();
  await page
    .locator('input[type=file]')
    .setInputFiles([{ name: 'big.yaml', mimeType: 'application/yaml', buffer: Buffer.from(bundle) }]);
  await page.locator('.react-flow__node').first().waitFor();
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
  const stop = await record(browser);
  for (const letter of text) {
    if (letter === '\n') await page.keyboard.press('Enter');
    else await page.keyboard.type(letter);
    await page.waitForTimeout(letter === ' ' ? THINK_MS : KEY_MS);
  }
  await page.waitForTimeout(3000);
  const tasks = await stop();
  await page.close();
  return tasks;
}

const LONG_US = 50_000;

/** Records the tasks of main threads; the function returned ends it and gives the long ones, in milliseconds. */
async function record(browser) {
  const session = await browser.newBrowserCDPSession();
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel'] },
  });
  return async () => {
    const complete = new Promise((settle) => session.once('Tracing.tracingComplete', settle));
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    const mains = new Set(
      events.flatMap(({ name, args, pid, tid }) =>
        name === 'thread_name' && args.name === 'CrRendererMain' ? [`${pid} ${tid}`] : [],
      ),
    );
    const tasks = events.filter(
      ({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && mains.has(`${pid} ${tid}`),
    );
    // A recording that shows no task at all shows nothing.
    if (tasks.length === 0) throw new EnsureError('the browser recorded no task of the page');
    return tasks
      .filter(({ dur }) => dur > LONG_US)
      .map(({ dur, tdur }) => ({ lasted: Math.round(dur / 1000), worked: Math.round(tdur / 1000) }));
  };
}

await orExit(async () => {
  const documents = Number(process.argv[2] ?? 2000);
  const rounds = Number(process.argv[3] ?? 2);
  if (!(documents > 0 && rounds > 0)) throw new EnsureError('usage: typing.mjs [documents [rounds]]');
  await ensureModules();
  await ensureBrowser();
  if (!buildIsCurrent()) await buildPage({ logLevel: 'error' });
  const bundle = bundleOf(documents);
  const url = await serve();
  const browser = await chromium.launch(launchOptions());
  process.stdout.write(
    `| typed into ${documents} documents | keys | tasks above 50 ms, by round (ms; of them on a processor) |\n| --- | --- | --- |\n`,
  );
  for (const each of TEXTS) {
    const found = [];
    for (let round = 0; round < rounds; round++) found.push(await measure(browser, url, bundle, each));
    const told = found.map((tasks) =>
      tasks.length === 0
        ? 'none'
        : `${tasks.length}: ${tasks.map(({ lasted, worked }) => `${lasted} (${worked})`).join(', ')}`,
    );
    process.stdout.write(`| ${each.name} | ${each.text.length} | ${told.join('; ')} |\n`);
  }
  await browser.close();
});
process.exit();
