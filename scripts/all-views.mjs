// `npm run screenshots:all [folder]`: takes pictures of every view of the production build, in light and
// dark, three languages and three sizes, and combines them into one sheet for each combination. The output is
// not committed. The default folder is all-views/.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBrowser, launchOptions } from './browser.mjs';
import { buildIsCurrent, buildPage } from './build.mjs';
import { ROOT } from './fingerprint.mjs';
import { ensureModules, orExit, say } from './packages.mjs';
import { serve } from './serve.mjs';

const LANGUAGES = ['en', 'zh-Hant', 'zh-Hans'];
const THEMES = ['light', 'dark'];
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];
/** Below this the page shows one pane at a time. */
const PANES_FROM = 900;

/** Tabs of the answer by index, because their names depend on the language. */
const TABS = { trace: 0, problems: 1, routes: 2, status: 3, tests: 4, changes: 5 };

const settle = (page, ms = 700) => page.waitForTimeout(ms);

async function visit(page, hash) {
  await page.evaluate((wanted) => {
    location.hash = wanted;
  }, hash);
  await settle(page);
}

async function pane(page, at) {
  if (page.viewportSize().width < PANES_FROM)
    await page.locator('.pane-tabs > .tab-list > .tab').nth(at).click();
}

async function tab(page, name) {
  const isNarrow = page.viewportSize().width < PANES_FROM;
  // A small screen has the tabs of the panes before those of the views.
  const tabs = isNarrow ? page.locator('.pane-tabs > .tab-list > .tab') : page.locator('.drawer .tab');
  await tabs.nth(TABS[name] + (isNarrow ? 2 : 0)).click();
  await settle(page, name === 'routes' || name === 'changes' ? 1500 : 700);
}

async function withDialog(page, open, shoot) {
  await open();
  await page.getByRole('dialog').waitFor();
  await settle(page);
  await shoot();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

async function dismiss(page) {
  for (const button of await page.locator('.notice button[data-shape="square"]').all()) await button.click();
}

/** Every view by name: the actions that show it. `shoot` takes the picture. */
const VIEWS = {
  trace: async (page, shoot) => {
    await tab(page, 'trace');
    await shoot();
  },
  manifests: async (page, shoot) => {
    await pane(page, 0);
    await settle(page);
    await shoot();
  },
  graph: async (page, shoot) => {
    await pane(page, 1);
    await settle(page, 1500);
    await shoot();
  },
  'rejected request': async (page, shoot) => {
    await visit(page, '#lesson/no-match/2');
    await shoot();
  },
  'lesson question': async (page, shoot) => {
    await visit(page, '#lesson/badges/5');
    await shoot();
    await page.locator('.lesson button').first().click();
    await settle(page);
  },
  problems: async (page, shoot) => {
    await visit(page, '#example/conflicts');
    await tab(page, 'problems');
    await settle(page, 2500);
    await dismiss(page);
    await shoot();
  },
  routes: async (page, shoot) => {
    await tab(page, 'routes');
    await shoot();
  },
  status: async (page, shoot) => {
    await tab(page, 'status');
    await shoot();
  },
  changes: async (page, shoot) => {
    await tab(page, 'changes');
    await shoot();
  },
  tests: async (page, shoot) => {
    await visit(page, '#example/canary');
    await tab(page, 'tests');
    await shoot();
  },
  gateway: async (page, shoot) => {
    await visit(page, '#example/fruits');
    await tab(page, 'trace');
    await dismiss(page);
    await shoot();
  },
  examples: async (page, shoot) => {
    await page.locator('.header-group .menu-place button').first().click();
    await settle(page);
    await shoot();
    await page.keyboard.press('Escape');
  },
  share: (page, shoot) =>
    withDialog(page, () => page.locator('.header button[data-look="primary"]').click(), shoot),
  history: (page, shoot) =>
    withDialog(
      page,
      () => page.locator('.header-group > button[aria-haspopup="dialog"]').first().click(),
      shoot,
    ),
  commands: (page, shoot) => withDialog(page, () => page.keyboard.press('Control+k'), shoot),
  keys: (page, shoot) => withDialog(page, () => page.keyboard.press('?'), shoot),
  embed: async (page, shoot) => {
    await page.goto(`${new URL('?view=embed', page.url()).href}#example/faces`);
    await page.locator('[role="status"][data-kind]').first().waitFor();
    await settle(page, 1500);
    await shoot();
  },
};

async function takeAll(browser, url, folder, { language, theme, size }) {
  const context = await browser.newContext({
    viewport: size,
    colorScheme: theme,
    locale: { en: 'en-US', 'zh-Hant': 'zh-TW', 'zh-Hans': 'zh-CN' }[language],
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    hasTouch: size.width < 500,
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('[role="status"][data-kind]').first().waitFor({ state: 'attached' });
  await settle(page, 2500);
  const pictures = [];
  for (const [name, show] of Object.entries(VIEWS)) {
    const file = join(folder, `${name.replaceAll(' ', '-')}.png`);
    await show(page, () => page.screenshot({ path: file }));
    pictures.push({ name, file });
  }
  await context.close();
  return pictures;
}

/** Combines all pictures of one combination into one sheet. */
async function sheet(browser, pictures, size, file) {
  const columns = size.width > 500 ? 4 : 9;
  const cells = pictures.map(
    ({ name, file: picture }) =>
      `<figure><img src="data:image/png;base64,${readFileSync(picture).toString('base64')}"><figcaption>${name}</figcaption></figure>`,
  );
  const page = await browser.newPage({ viewport: { width: 2000, height: 1200 } });
  await page.setContent(
    `<style>body{margin:8px;display:grid;grid-template-columns:repeat(${columns},1fr);gap:8px;font:12px sans-serif}figure{margin:0}img{width:100%;border:1px solid #888}</style>${cells.join('')}`,
  );
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
}

await orExit(async () => {
  await ensureModules();
  await ensureBrowser();
  if (!buildIsCurrent()) await buildPage({ logLevel: 'warn' });
  const top = resolve(ROOT, process.argv[2] ?? 'all-views');
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch(launchOptions());
  const url = await serve();
  for (const size of SIZES) {
    for (const theme of THEMES) {
      for (const language of LANGUAGES) {
        const name = `${size.width}-${theme}-${language}`;
        const folder = join(top, name);
        mkdirSync(folder, { recursive: true });
        const pictures = await takeAll(browser, url, folder, { language, theme, size });
        await sheet(browser, pictures, size, join(top, `${name}.png`));
        say(`${name}: ${pictures.length} views`);
      }
    }
  }
  writeFileSync(join(top, '.gitignore'), '*\n');
  await browser.close();
});
process.exit();
