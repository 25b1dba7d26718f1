import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { compareWith, expect, open, openFiles, outcome, test, url } from './page.ts';

test.use({ editor: false });

const service = (name: string) => `---
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: shop}
spec: {selector: {app: ${name}}, ports: [{port: 80}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: shop}
spec:
  selector: {matchLabels: {app: ${name}}}
  template: {metadata: {labels: {app: ${name}}}}
`;

const rules = (v1: string, more: string) => `${['web', 'web-v1', 'web-v2'].map(service).join('')}---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: web, namespace: shop}
spec:
  parentRefs: [{group: "", kind: Service, name: web}]
  rules:
  - matches: [{path: {type: Exact, value: /v1/charges}}]
    backendRefs: [{name: web-v1, port: 80}]
  - matches: [{path: {value: /v1}}]
    backendRefs: [{name: ${v1}, port: 80}]
${more}`;

const HELP = `  - matches: [{path: {value: /help}, method: GET}]
    backendRefs: [{name: web-v1, port: 80}]
`;
const BEFORE = rules('web-v1', HELP);
const AFTER = rules('web-v2', '');

/** Returns true if two elements overlap on the screen. */
async function overlap(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()];
  if (!a || !b) throw new Error('an element is not visible');
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

test('a reviewer drops two versions, reads the changes by condition, and undoes it', async ({ page }) => {
  await open(page);
  await openFiles(page, { 'after.yaml': AFTER, 'before.yaml': BEFORE });
  const dialog = page.getByRole('dialog', { name: 'Compare them?' });
  await expect(dialog.getByRole('definition')).toHaveText(['before.yaml1 file', 'after.yaml1 file']);
  await expect(dialog.getByRole('button', { name: 'Compare: before.yaml → after.yaml' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Swap' }).click();
  await expect(dialog.getByRole('button', { name: 'Compare: after.yaml → before.yaml' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Swap' }).click();
  await dialog.getByRole('button', { name: 'Compare: before.yaml → after.yaml' }).click();
  const changes = page.getByRole('tabpanel', { name: 'Changes' });
  await expect(changes.getByRole('heading', { level: 3 })).toHaveText([
    'Was served, fails now 1',
    'Goes to another backend 1',
  ]);
  await expect(changes.getByRole('heading', { level: 4 })).toHaveText([
    'GET /help/…',
    'path /v1/… except /v1/charges',
  ]);
  await expect(page.getByRole('tab', { name: 'Changes' })).toHaveText('Changes2');
  await expect(page.getByRole('button', { name: 'Open files' })).toBeVisible();
  await expect(changes.locator('.changes-compared')).toHaveText('before.yaml → after.yaml');
  const notice = page.locator('[data-name="files-opened"]');
  await expect(notice).toContainText('before.yaml → after.yaml');
  // The notice covers neither the drawer nor the trace.
  for (const part of [page.locator('.drawer'), page.locator('#request')])
    expect(await overlap(notice, part)).toBe(false);
  await expect(page.getByRole('list', { name: 'Legend' })).toContainText('Changed from before.yaml');
  await page.locator('[data-name="files-opened"]').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('tab', { name: 'Changes' })).toHaveText('Changes');
  await expect(changes).toContainText('Nothing to compare yet.');
  await page.getByRole('tab', { name: 'Trace' }).click();
  await expect(outcome(page)).toContainText('smiley');
});

test('two versions can be opened as they are, and the question can be left', async ({ page }) => {
  await open(page);
  const files = { 'before.yaml': BEFORE, 'after.yaml': AFTER };
  await openFiles(page, files);
  await expect(page.getByRole('button', { name: 'Compare: before.yaml → after.yaml' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('tab', { name: 'faces.yaml' })).toBeVisible();
  await openFiles(page, files);
  await page.getByRole('button', { name: 'Open both as they are' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('tab', { name: 'before.yaml' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'after.yaml' })).toBeVisible();
});

test('a second version of the opened file is compared with the first one', async ({ page }) => {
  await open(page);
  await openFiles(page, { 'web.yaml': BEFORE });
  await expect(page.getByRole('tab', { name: 'web.yaml' })).toBeVisible();
  await expect(outcome(page)).toContainText('web-v1');
  await openFiles(page, { 'web-changed.yaml': AFTER });
  await page.getByRole('button', { name: 'Compare: web.yaml → web-changed.yaml' }).click();
  await expect(page.getByRole('heading', { name: 'path /v1/… except /v1/charges' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'web.yaml' })).toHaveCount(0);
});

test('dropped folders are two versions', async ({ page }) => {
  await open(page);
  await page.evaluate(
    ([before, after]) => {
      const file = (name: string, text: string) => ({
        name,
        isFile: true,
        isDirectory: false,
        file: (done: (file: File) => void) => done(new File([text], name)),
      });
      const folder = (name: string, children: readonly object[]) => ({
        name,
        isFile: false,
        isDirectory: true,
        createReader: () => {
          const parts = [[...children], []];
          return { readEntries: (done: (part: object[]) => void) => done(parts.shift() ?? []) };
        },
      });
      const dropped = [
        folder('new', [file('web.yaml', after ?? ''), file('README.md', '# Readme')]),
        folder('old', [folder('.git', [file('x.yaml', 'a: 1')]), file('web.yaml', before ?? '')]),
      ];
      const event = new DragEvent('drop', { bubbles: true, cancelable: true });
      Object.defineProperty(event, 'dataTransfer', {
        value: {
          types: ['Files'],
          files: [],
          items: dropped.map((entry) => ({ webkitGetAsEntry: () => entry })),
        },
      });
      document.querySelector('.page')?.dispatchEvent(event);
    },
    [BEFORE, AFTER],
  );
  await page.getByRole('button', { name: 'Compare: old/ → new/' }).click();
  await expect(page.getByRole('heading', { name: 'path /v1/… except /v1/charges' })).toBeVisible();
});

test('the count of the changes appears without opening the tab', async ({ page }) => {
  await open(page);
  await openFiles(page, { 'web.yaml': BEFORE });
  await expect(outcome(page)).toContainText('web-v1');
  await openFiles(page, { 'more.yaml': '# no resource\n', 'web.yaml': AFTER });
  // One of the names is new, so the page asks.
  await page.getByRole('button', { name: 'Open it as it is' }).click();
  await expect(page.getByRole('tab', { name: 'Changes' })).toHaveText('Changes2');
  await expect(page.getByRole('tab', { name: 'Trace' })).toHaveAttribute('aria-selected', 'true');
});

test('the changes are copied with their conditions', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await openFiles(page, { 'before.yaml': BEFORE, 'after.yaml': AFTER });
  await page.getByRole('button', { name: 'Compare: before.yaml → after.yaml' }).click();
  await page.getByRole('button', { name: 'Copy for a review' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^`before\.yaml` → `after\.yaml`\n/);
  expect(copied).toContain('(by `shop/web · rule 1`) → ');
  expect(copied).toContain('### Was served, fails now (1)');
  expect(copied).toContain('- **path `/v1/…` except `/v1/charges`** · `shop/web:80`');
});

test('the control of the comparison shows with what, and ends it', async ({ page }) => {
  await open(page);
  await compareWith(page, 'slow-clients');
  const against = page.getByRole('button', { name: 'vs slow-clients' });
  await expect(against).toBeVisible();
  await expect(page.getByRole('status', { name: 'Answer for slow-clients' })).toBeVisible();
  await page.getByRole('button', { name: 'End the comparison' }).click();
  await expect(against).toHaveCount(0);
  await page.getByRole('button', { name: 'Compare', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Compare with this request as it is now' }).press('Enter');
  await url(page).fill('http://smiley.faces/edge');
  await expect(page.getByRole('button', { name: 'vs GET /center' })).toBeVisible();
  await expect(page.getByRole('status', { name: 'Comparison' })).toContainText('edge');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the dialog, the changes and the comparison (${colorScheme})`, async ({
    page,
  }) => {
    const flaws = async (part: string) => {
      const { violations } = await new AxeBuilder({ page }).include(part).analyze();
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
    };
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open(page);
    await openFiles(page, { 'before.yaml': BEFORE, 'after.yaml': AFTER });
    await expect(page.getByRole('button', { name: 'Swap' })).toBeVisible();
    expect(await flaws('[role="dialog"]')).toEqual([]);
    await page.getByRole('button', { name: 'Compare: before.yaml → after.yaml' }).click();
    await expect(page.getByRole('heading', { name: 'path /v1/… except /v1/charges' })).toBeVisible();
    expect(await flaws('.changes-view')).toEqual([]);
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await expect(page.getByRole('combobox', { name: 'Compare with another client' })).toBeVisible();
    expect(await flaws('.compare-card')).toEqual([]);
  });
}
