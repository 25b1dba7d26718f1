// `npm run screenshots`: takes pictures of the production build for the documentation, in docs/screenshots/.
//   node scripts/screenshots.mjs [name…]   takes only some of them
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser, launchOptions } from './browser.mjs';
import { buildIsCurrent, buildPage } from './build.mjs';
import { ROOT } from './fingerprint.mjs';
import { ensureModules, orExit, say } from './packages.mjs';
import { serve } from './serve.mjs';
import { shrinkPNG } from './shrink-png.mjs';

const FOLDER = join(ROOT, 'docs/screenshots');
const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 1024, height: 768 };

const tab = (page, name) => page.getByRole('tab', { name }).click();
/** Manifests with faults. */
const FLAWED = `apiVersion: v1
kind: Service
metadata:
  name: api
  namespace: shop
spec:
  selector:
    app: api
  ports:
  - port: 80
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: shop
spec:
  selector:
    matchLabels:
      app: api
  template:
    metadata:
      labels:
        app: api
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: api-route
  namespace: shop
spec:
  parentRefs:
  - group: ""
    kind: Service
    name: api
  rules:
  - matches:
    - path:
        type: PathPrefix
        value: v1
    timeouts:
      request: 1.5s
    backendRefs:
    - name: api
      port: 80
      weight: 3
    - name: api-canary
      port: 80
  - backendRef:
    - name: api
      port: 80
`;

/** A first route for the Service of the manifests above. */
const FIRST_ROUTE = `---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: api-route
  namespace: shop
spec:
  parentRefs:
  - group: ""
    kind: Service
    name: api
  rules:
  - matches:
    - path:
        type: PathPrefix
        value: /v1
    backendRefs:
    - name: api
      port: 80
`;

/** Name, the way to open the page, and the actions before the picture. */
const PICTURES = {
  'main-light': [{ viewport: WIDE }, async () => {}],
  'main-dark': [{ viewport: WIDE, colorScheme: 'dark' }, async () => {}],
  'main-zh-hant': [{ viewport: WIDE, locale: 'zh-TW' }, async () => {}],
  'rejection-light': [
    { viewport: WIDE },
    async (page) => {
      await page.getByRole('textbox', { name: 'URL' }).fill('http://smiley.faces/');
      await page.keyboard.press('Escape');
      await page
        .locator('[data-step="6"][data-state="done"], [data-step="6"][data-state="stopped"]')
        .waitFor();
      await page.locator('[data-step="6"]').scrollIntoViewIfNeeded();
    },
  ],
  'problems-dark': [
    { viewport: WIDE, colorScheme: 'dark' },
    async (page) => {
      const buffer = Buffer.from(FLAWED);
      const file = { name: 'shop.yaml', mimeType: 'application/yaml', buffer };
      await page.locator('input[type="file"]').setInputFiles([file]);
      await page.getByRole('button', { name: 'Dismiss' }).click();
      await tab(page, 'Problems');
      await page.getByRole('button', { name: /^Fix/ }).first().click();
    },
  ],
  'routes-light': [
    { viewport: WIDE },
    async (page) => {
      await page.getByRole('button', { name: 'Examples' }).click();
      await page.getByRole('menuitem', { name: /Conflicts/ }).click();
      await page.getByRole('button', { name: 'Dismiss' }).click();
      await tab(page, 'Routes');
      await page.locator('[data-reach="dead"]').first().waitFor();
    },
  ],
  'changes-dark': [
    { viewport: WIDE, colorScheme: 'dark' },
    async (page) => {
      const file = (text) => ({ name: 'shop.yaml', mimeType: 'application/yaml', buffer: Buffer.from(text) });
      const services = FLAWED.slice(0, FLAWED.lastIndexOf('---'));
      await page.locator('input[type="file"]').setInputFiles([file(services)]);
      await tab(page, 'Changes');
      await page.locator('input[type="file"]').setInputFiles([file(`${services}${FIRST_ROUTE}`)]);
      await page.locator('.change').first().waitFor();
      await page.getByRole('button', { name: 'Dismiss' }).click();
    },
  ],
  'tests-light': [{ viewport: WIDE }, (page) => tab(page, 'Tests')],
  'share-light': [
    { viewport: WIDE },
    async (page) => {
      await page.getByRole('button', { name: 'Share' }).click();
      await page.getByRole('textbox', { name: 'Link' }).waitFor();
    },
  ],
  'narrow-light': [{ viewport: NARROW }, async () => {}],
  'narrow-dark': [{ viewport: NARROW, colorScheme: 'dark' }, async () => {}],
};

async function take(browser, url, name) {
  const [options, act] = PICTURES[name];
  const context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('[role="status"][data-kind]').first().waitFor();
  if (options.viewport === WIDE) await page.locator('[data-editor="monaco"] .mtk1').first().waitFor();
  await page.waitForTimeout(1200);
  await act(page);
  await page.waitForTimeout(800);
  writeFileSync(join(FOLDER, `${name}.png`), shrinkPNG(await page.screenshot()));
  await context.close();
  say(`docs/screenshots/${name}.png`);
}

await orExit(async () => {
  await ensureModules();
  await ensureBrowser();
  if (!buildIsCurrent()) await buildPage({ logLevel: 'warn' });
  mkdirSync(FOLDER, { recursive: true });
  const wanted = process.argv.slice(2);
  const names = Object.keys(PICTURES).filter((name) => wanted.length === 0 || wanted.includes(name));
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch(launchOptions());
  const url = await serve();
  for (const name of names) await take(browser, url, name);
  await browser.close();
});
process.exit();
