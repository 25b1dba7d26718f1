import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareWith, expect, open, openFiles, outcome, SMALL, step, test, url } from './page.ts';

// Other tests cover the editor.
test.use({ editor: false, permissions: ['clipboard-read', 'clipboard-write'] });

const FACES = readFileSync(join(import.meta.dirname, '../examples/faces.yaml'), 'utf8');

const copied = (page: Parameters<typeof open>[0]) => page.evaluate(() => navigator.clipboard.readText());

test('the button at a missed candidate changes the request, and the candidate wins', async ({ page }) => {
  await open(page);
  const row = step(page, 5).locator('tr[data-result="missed"]');
  const chip = row.getByRole('button', { name: /^Try path \/edge/ });
  await expect(chip).toHaveAccessibleName(/Then this candidate wins/);
  await chip.focus();
  await page.keyboard.press('Enter');
  await expect(url(page)).toHaveValue('http://smiley.faces/edge');
  await expect(step(page, 5).locator('tr[data-result="won"]')).toContainText('edge');
  // The button has disappeared, and the focus remains in its row.
  await expect(step(page, 5).locator('tr[data-result="won"] button.link')).toBeFocused();
});

test('the button of a rejected request leads to a request that is not rejected', async ({ page }) => {
  await open(page);
  await openFiles(page, { 'small.yaml': SMALL });
  // The page asks a first request about opened files. The reader's own request comes after it.
  await expect(outcome(page)).toContainText('shop/api:80');
  await url(page).fill('http://api.shop/');
  await expect(outcome(page)).toHaveAttribute('data-kind', 'rejected');
  await step(page, 6)
    .getByRole('button', { name: /^Try path \/v1/ })
    .click();
  await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
  await expect(url(page)).toHaveValue('http://api.shop/v1');
});

test('of a long list the page shows the start and the winner, and all of it on request', async ({ page }) => {
  await open(page);
  const matches = Array.from(
    { length: 250 },
    (_, at) =>
      `  - matches: [{path: {type: Exact, value: /part${1000 + at}}}]\n    backendRefs: [{name: api, port: 80}]\n`,
  );
  const [start = ''] = SMALL.split('  - matches');
  await openFiles(page, { 'long.yaml': `${start}${matches.join('')}` });
  await expect(outcome(page)).toContainText('shop/api:80');
  await url(page).fill('http://api.shop/part1200');
  const rows = step(page, 5).locator('tbody tr');
  await expect(rows).toHaveCount(61);
  const won = step(page, 5).locator('tr[data-result="won"]');
  await expect(won.locator('td').first()).toHaveText('201');
  await step(page, 5).getByRole('button', { name: 'Show all 250' }).click();
  await expect(rows).toHaveCount(250);
  await expect(rows.nth(249)).toContainText('/part1249');
  // The list stays whole for the next request.
  await url(page).fill('http://api.shop/part1100');
  await expect(won.locator('td').first()).toHaveText('101');
  await expect(rows).toHaveCount(250);
});

test('the answer is copied in every format, and the copied test passes', async ({ page }) => {
  await open(page);
  const copy = async (name: string) => {
    await page.getByRole('button', { name: 'Copy the answer' }).click();
    await page.getByRole('menuitem', { name }).click();
    await expect.poll(() => copied(page)).not.toBe('');
    const text = await copied(page);
    await page.evaluate(() => navigator.clipboard.writeText(''));
    return text;
  };
  await page.evaluate(() => navigator.clipboard.writeText(''));
  expect(await copy('Copy as curl')).toMatch(/^curl .*'http:\/\/smiley\.faces\/center'$/);
  expect(await copy('Copy as a sentence for a ticket')).toMatch(/sends GET .* \(R-126, R-220\)$/);
  expect(await copy('Copy as a sentence with a link')).toMatch(/\(R-126, R-220\)\nhttp\S+#g1:\S+$/);
  expect(await copy('Copy trace as Markdown')).toMatch(
    /^\*\*Forwarded to .*\n\n1\. \*\*The client sends\*\*/,
  );
  const written = await copy('Copy as RouteTest');
  expect(written).toContain('kind: RouteTest');
  // Next to manifests of its own the test runs immediately.
  await page.getByRole('tab', { name: 'Tests' }).click();
  await openFiles(page, { 'faces.yaml': FACES, 'copied.yaml': written });
  await expect(page.getByText('1 passed')).toBeVisible();
});

test('two clients are compared up to the first difference', async ({ page }) => {
  await open(page);
  await compareWith(page, 'slow-clients/viewer');
  const line = page.getByRole('status', { name: 'Comparison' });
  await expect(line).toHaveText(
    'Same until step 5: fast-clients/blender has consumer routes of its own (fast-clients), slow-clients/viewer uses the producer routes of faces.',
  );
  await expect(page.locator('.step[data-differs]')).toHaveCount(2);
  await expect(step(page, 5)).toContainText('The first difference is here');
  await page.getByRole('button', { name: 'Go there' }).press('Enter');
  await expect(step(page, 5).getByRole('button', { name: 'Step 5' })).toBeFocused();
  await page.getByRole('button', { name: 'End the comparison' }).click();
  await expect(line).toHaveCount(0);
  await expect(page.locator('.outcome')).toHaveCount(1);
});

test('a kept request is compared with the next one', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByRole('button', { name: 'Compare with this request as it is now' }).click();
  const line = page.getByRole('status', { name: 'Comparison' });
  await expect(line).toHaveText('No difference: both requests have the same result.');
  await url(page).fill('http://smiley.faces/edge');
  await expect(line).toContainText(
    'GET http://smiley.faces/edge is taken by HTTPRoute/fast-clients/smiley-route · edge',
  );
  await expect(line).toContainText('GET http://smiley.faces/center is taken by');
});

test('both answers use one time scale', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByLabel('Backends answer after').fill('80ms');
  await compareWith(page, 'slow-clients/viewer');
  const legends = page.locator('.timeline-legend');
  await expect(legends).toHaveText(['0 to 100 msrequest timeout 50ms', '0 to 100 msrequest timeout 100ms']);
  await expect(page.locator('.timeline')).toHaveText([
    'Attempt 1 0–50 ms request timed out (504)',
    'Attempt 1 0–80 ms answered (200)',
  ]);
});

test('the animation of the request is played, paused, and moved by hand', async ({ page }) => {
  await open(page);
  const scrubber = page.getByRole('slider', { name: 'Position in the request flow' });
  await expect(scrubber).toHaveAttribute('aria-valuetext', 'all steps');
  await page.getByLabel('Speed').selectOption('0.5');
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(scrubber).toHaveAttribute('aria-valuetext', /^Step 1: /);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.locator('.graph-view')).toHaveAttribute('data-play', 'paused');
  await scrubber.focus();
  await page.keyboard.press('End');
  await expect(step(page, 5)).toHaveAttribute('data-lit', 'true');
  await page.keyboard.press('Home');
  await expect(scrubber).toHaveAttribute('aria-valuetext', 'all steps');
  // The speed is saved.
  await page.reload();
  await expect(page.getByLabel('Speed')).toHaveValue('0.5');
});

test('the animation ends at the last step', async ({ page }) => {
  await open(page);
  await page.getByLabel('Speed').selectOption('2');
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(step(page, 5)).toHaveAttribute('data-lit', 'true');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
});

test.describe('on paper', () => {
  test.use({ colorScheme: 'dark' });
  test('the page has outcome, steps and graph, without controls', async ({ page }) => {
    await open(page);
    await expect(page.locator('.graph-view [data-on-trace="true"]').first()).toBeVisible();
    await page.getByRole('button', { name: 'Copy the answer' }).waitFor();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect(outcome(page)).toBeVisible();
    await expect(step(page, 6)).toBeVisible();
    await expect(page.locator('.graph-paper > svg')).toBeVisible();
    await expect(page.locator('.graph-paper > svg')).toContainText('smiley-route');
    for (const hidden of [
      '.header',
      '.request-form',
      '.graph-toolbar',
      '.tab-list',
      '.player',
      '.answer-actions',
    ]) {
      await expect(page.locator(hidden).first()).toBeHidden();
    }
  });

  for (const tab of ['Problems', 'Routes', 'Status']) {
    test(`the tab ${tab} is above the graph, not under it`, async ({ page }) => {
      await open(page, '#example/conflicts');
      await page.getByRole('tab', { name: tab }).click();
      const body = page.getByRole('tabpanel', { name: new RegExp(`^${tab}`) });
      await expect(body.locator('table, ul, ol').first()).toBeVisible();
      await expect(page.locator('.graph-view [data-on-trace="true"]').first()).toBeVisible();
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      const paper = page.locator('.graph-paper > svg');
      await expect(paper).toBeVisible();
      const [told, drawn] = [await body.boundingBox(), await paper.boundingBox()];
      expect(told?.height).toBeGreaterThan(60);
      expect((told?.y ?? 0) + (told?.height ?? 0)).toBeLessThanOrEqual(drawn?.y ?? 0);
      await expect(body.getByRole('button', { name: /^(Try it|Copy as curl|Fix)$/ })).toHaveCount(0);
    });
  }
});
