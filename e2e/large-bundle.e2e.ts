import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, linkTo, open, openFiles, openMenu, outcome, SMALL, test, url } from './page.ts';

// Other tests cover the editor.
test.use({ editor: false });

/**
 * Returns a bundle of about this number of documents: Services, their Deployments, and routes in the mesh.
 */
function bundle(documents: number): string {
  const parts: string[] = [];
  for (let at = 0; parts.length < documents; at++) {
    const name = `s${at}`;
    const namespace = `team-${at % 20}`;
    parts.push(
      `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: {selector: {app: ${name}}, ports: [{port: 80}]}\n`,
      `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: {selector: {matchLabels: {app: ${name}}}, template: {metadata: {labels: {app: ${name}}}}}\n`,
      `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec:\n  parentRefs: [{group: "", kind: Service, name: ${name}}]\n  rules: [{matches: [{path: {value: /v1}}], backendRefs: [{name: ${name}, port: 80}]}]\n`,
    );
  }
  return parts.slice(0, documents).join('---\n');
}

test('2,000 documents on a slow machine: progress, an answer, and no stale picture in full colour', async ({
  page,
}) => {
  test.slow();
  // The browser slows down only the page. The clock of the worker runs ahead, so that it reports its progress
  // often, and it stops for a while after its first reports.
  await page.route('**/worker-*.js', async (route) => {
    const response = await route.fetch();
    const lingering = `let lingers = 4;
      const now = performance.now.bind(performance);
      let ahead = 0;
      performance.now = () => now() + (ahead += 50);
      const say = self.postMessage.bind(self);
      self.postMessage = (message) => {
        say(message);
        if (message.kind !== 'progress' || lingers-- <= 0) return;
        for (const start = performance.now(); performance.now() - start < 500; );
      };`;
    await route.fulfill({ response, body: `${await response.text()}\n${lingering}` });
  });
  await open(page);
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  // The view of the reader after pasting. The worker is blocked so that there is time to check it.
  await page.evaluate(() => {
    const seen = { texts: [] as string[], coloured: 0, greyed: 0 };
    Object.assign(window, { seen });
    const look = () => {
      const main = document.querySelector('main');
      const text = document.querySelector('.reading [role=status]')?.textContent;
      if (text && !seen.texts.includes(text)) seen.texts.push(text);
      const colour = getComputedStyle(document.querySelector('.graph-view') as Element).filter;
      if (main?.dataset.outdated === 'all') {
        if (colour === 'grayscale(1)') seen.greyed++;
        else seen.coloured++;
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await openFiles(page, { 'large.yaml': bundle(2000) });
  await expect(page.locator('main')).toHaveAttribute('data-outdated', 'all');
  await expect(outcome(page)).toContainText('team-0/s0:80', { timeout: 120_000 });
  await expect(page.locator('main')).not.toHaveAttribute('data-outdated', /./);
  await expect(page.locator('.reading')).toHaveCount(0);
  const seen = await page.evaluate(
    () => (window as unknown as { seen: { texts: string[]; coloured: number; greyed: number } }).seen,
  );
  expect(seen.coloured).toBe(0);
  expect(seen.greyed).toBeGreaterThan(0);
  expect(seen.texts.some((text) => /^Reading: [\d,]+ of 2,000 documents$/.test(text))).toBe(true);
  await expect(page.getByText('took too long')).toHaveCount(0);
});

test('the analysis can be cancelled and resumed', async ({ page }) => {
  // The worker only reports its progress.
  await open(page);
  await page.route('**/worker-*.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `postMessage({ kind: 'ready' });
        onmessage = () => setInterval(() => postMessage({ kind: 'progress', done: 1240, total: 2000 }), 50);`,
    }),
  );
  await page.goto('?patience=1000');
  await expect(page.getByText('Reading: 1,240 of 2,000 documents')).toBeVisible();
  // The client does not replace a live worker.
  await page.waitForTimeout(2500);
  await expect(page.getByText('Reading: 1,240 of 2,000 documents')).toBeVisible();
  await page.unroute('**/worker-*.js');
  await page.getByRole('button', { name: 'Stop reading' }).click();
  await expect(page.getByText('The manifests were not read to the end.')).toBeVisible();
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
});

test('a link with 400,000 documents leaves the page usable', async ({ page }) => {
  test.slow();
  await page.goto(`/${linkTo({ 'many.yaml': 'a: 1\n---\n'.repeat(400_000) })}`);
  await expect(page.getByText('Only the beginning of this large file is shown here.')).toBeVisible();
  await page.getByRole('button', { name: 'Open everything' }).click();
  // The buttons and fields of the page work while the worker reads.
  await openMenu(page);
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await url(page).fill('http://a.b/');
  await expect(url(page)).toHaveValue('http://a.b/');
  await page.getByRole('tab', { name: 'Problems' }).click();
  await expect(page.getByRole('tab', { name: 'Problems' })).toHaveAttribute('aria-selected', 'true');
});

/** A bundle above the limit that `?largest=40` sets. The comments make it long, as large bundles are. */
const LARGE = `${bundle(60)}# ${'x'.repeat(120_000)}\n`;
const dialog = (page: Page) => page.getByRole('dialog', { name: 'This bundle is large' });
const services = (page: Page) => page.getByRole('region', { name: 'Manifests' }).locator('textarea').first();

test('a part of a large bundle is opened, and the page says so while it is open', async ({ page }) => {
  await open(page, '?largest=40');
  await openFiles(page, { 'large.yaml': LARGE });
  await expect(dialog(page)).toContainText('60 documents');
  await expect(dialog(page)).toContainText('npm run -s gammascope -- check -f large.yaml');
  await expect(page.getByRole('button', { name: 'Open the chosen part' })).toBeDisabled();
  await page.getByRole('searchbox', { name: 'Filter' }).fill('team-7');
  await page.getByRole('checkbox', { name: 'team-7' }).check();
  await expect(dialog(page).getByRole('status').first()).toHaveText('Chosen: 3 documents, 0.0 MB.');
  expect((await new AxeBuilder({ page }).include('[role="dialog"]').analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Open the chosen part' }).click();
  await expect(outcome(page)).toContainText('team-7/s7:80');
  // A route in the other part could change the answer.
  await expect(outcome(page)).toHaveAttribute('data-certain', 'false');
  await expect(outcome(page)).toContainText('A part of the bundle is not open.');
  await expect(services(page)).not.toHaveValue(/team-8/);
  const note = page.getByRole('complementary', { name: 'Left out' });
  await expect(note).toContainText('57 documents were left out. Opened namespaces: team-7.');
  expect((await new AxeBuilder({ page }).include('.left-out').analyze()).violations).toEqual([]);
  // The note belongs to the work, also after the page was loaded again.
  await page.waitForTimeout(600);
  await page.reload();
  await expect(note).toContainText('57 documents were left out.');
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem', { name: /^Canary/ }).click();
  await expect(note).toHaveCount(0);
});

test('everything is opened when the user wants it, and the page does not ask again', async ({ page }) => {
  await open(page, '?largest=40');
  await openFiles(page, { 'large.yaml': LARGE });
  await page.getByRole('button', { name: 'Open everything' }).click();
  await expect(outcome(page)).toContainText('team-0/s0:80');
  await expect(page.getByRole('complementary', { name: 'Left out' })).toHaveCount(0);
  await url(page).fill('http://s1.team-1/v1');
  await expect(outcome(page)).toContainText('team-1/s1:80');
  await expect(dialog(page)).toHaveCount(0);
});

test('Escape keeps the earlier work', async ({ page }) => {
  await open(page, '?largest=40');
  const before = await services(page).inputValue();
  await openFiles(page, { 'large.yaml': LARGE });
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(services(page)).toHaveValue(before);
  await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
  // The same holds for a text that is pasted.
  await services(page).fill(LARGE);
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(services(page)).toHaveValue(before);
  await expect(page.locator('main')).not.toHaveAttribute('data-outdated', /./);
});

test('only some files are opened', async ({ page }) => {
  await open(page, '?largest=40');
  await openFiles(page, { 'large.yaml': LARGE, 'small.yaml': SMALL });
  await page.getByRole('tab', { name: 'Files' }).click();
  await page.getByRole('checkbox', { name: 'small.yaml' }).check();
  await page.getByRole('button', { name: 'Open the chosen part' }).click();
  await expect(outcome(page)).toContainText('shop/api:80');
  await expect(page.getByRole('complementary', { name: 'Left out' })).toContainText(
    'Files left out: large.yaml.',
  );
});

test('a large work asks again when the page is loaded, and can stay unread', async ({ page }) => {
  await open(page);
  await openFiles(page, { 'large.yaml': LARGE });
  await expect(outcome(page)).toContainText('team-0/s0:80');
  await page.waitForTimeout(600);
  await page.goto('/?largest=40');
  await expect(dialog(page)).toBeVisible();
  await page.getByRole('button', { name: 'Open nothing' }).last().click();
  await expect(page.getByText('The manifests were not read to the end.')).toBeVisible();
  await expect(services(page)).toHaveValue(/team-0/);
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(outcome(page)).toContainText('team-0/s0:80');
});

test('all namespaces of a large bundle expand into a picture, and near cards into elements', async ({
  page,
}) => {
  test.slow();
  const graph = page.getByRole('region', { name: 'Route graph', exact: true });
  const element = (id: string) => page.locator(`.react-flow [data-id="${id}"]`);
  const count = () => graph.locator('*').count();
  await open(page);
  await openFiles(page, { 'large.yaml': bundle(2000) });
  await expect(outcome(page)).toContainText('team-0/s0:80', { timeout: 60_000 });
  await url(page).fill('http://s25.team-5/v1');
  await expect(outcome(page)).toContainText('team-5/s25:80');
  // A large graph opens with the request only.
  await graph.getByRole('button', { name: 'Request only', pressed: true }).click();
  await graph.getByRole('button', { name: 'Namespaces' }).click();
  await page.getByRole('button', { name: 'Expand all' }).click();
  await page.keyboard.press('Escape');
  await graph.getByRole('button', { name: 'Fit the graph' }).click();
  await expect(element('Namespace/team-9')).toHaveCount(0);
  const picture = graph.locator('.react-flow__viewport canvas');
  // Most of the picture is covered by namespaces, in several colours.
  await expect
    .poll(() =>
      picture.evaluate((canvas: HTMLCanvasElement) => {
        const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(
          0,
          0,
          canvas.width,
          canvas.height,
        );
        const pixels = new Uint32Array(data.buffer);
        const covered = pixels.reduce((sum, pixel) => sum + Number(pixel !== 0), 0);
        return covered > pixels.length / 2 && new Set(pixels).size > 20;
      }),
    )
    .toBe(true);
  expect(await count()).toBeLessThan(1000);

  // The way of the request consists of elements.
  for (const id of [
    'Service/team-5/s25',
    'HTTPRoute/team-5/s25',
    'Service/team-5/s25->HTTPRoute/team-5/s25',
  ]) {
    await expect(element(id)).toHaveAttribute('data-on-trace', 'true');
  }
  await expect(element('HTTPRoute/team-5/s25')).toBeInViewport();

  // A card of the picture has a tooltip, and can be selected, left and entered by keys.
  const pane = graph.locator('.react-flow__pane');
  const spot = await pane.evaluate((background: HTMLElement) => {
    const { left, top, width, height } = background.getBoundingClientRect();
    for (let y = top + 0.2 * height; y < top + 0.6 * height; y += 3) {
      for (let x = left + 0.2 * width; x < left + 0.8 * width; x += 3) {
        if (document.elementFromPoint(x, y) !== background) continue;
        background.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y, bubbles: true }));
        if (/^s\d+$/.test(background.title)) return { x, y, name: background.title };
      }
    }
    return null;
  });
  if (spot === null) throw new Error('no card is under the pointer');
  await page.mouse.click(spot.x, spot.y);
  const selected = graph.locator('.react-flow__node[aria-pressed="true"]');
  await expect(selected).toHaveAttribute('title', spot.name);
  await expect(selected).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(selected).toHaveCount(0);

  // Near cards are elements with text.
  const search = graph.getByRole('combobox', { name: 'Find in the graph' });
  await search.fill('s400');
  await search.press('Enter');
  await expect(element('HTTPRoute/team-0/s400')).toContainText('/v1');
  await expect(element('Service/team-0/s400->HTTPRoute/team-0/s400')).toHaveAttribute(
    'aria-label',
    /producer/,
  );
  expect(await count()).toBeLessThan(6000);
  await graph.getByRole('button', { name: 'Fit the graph' }).click();
  await expect(graph.locator('.graph-card-name')).toHaveCount(0);
  await expect(element('HTTPRoute/team-5/s25')).toBeInViewport();
});
