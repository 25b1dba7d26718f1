import { expect, open, openFiles, outcome, SMALL, test, url } from './page.ts';

test.use({ editor: false });

const WIDTHS = [
  320, 360, 390, 480, 640, 720, 768, 800, 899, 900, 992, 1024, 1100, 1199, 1200, 1280, 1440, 1920, 2560,
];

for (const language of ['en', 'zh-Hant'] as const) {
  test(`no part of the page is cut off from 320 to 2560 px in ${language}`, async ({ page }) => {
    await page.goto(`?lang=${language}`);
    await expect(page.locator('.outcome[data-kind]')).toBeAttached();
    const overflows: Record<number, readonly number[]> = {};
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      overflows[width] = await page.evaluate(() => {
        const header = document.querySelector('.header') as HTMLElement;
        const outside = [...header.querySelectorAll('button, h1')].filter((each) => {
          const { left, right } = each.getBoundingClientRect();
          return right > innerWidth + 0.5 || left < -0.5;
        });
        return [
          document.documentElement.scrollWidth - innerWidth,
          header.scrollWidth - header.clientWidth,
          outside.length,
        ];
      });
    }
    expect(overflows).toEqual(Object.fromEntries(WIDTHS.map((width) => [width, [0, 0, 0]])));
  });
}

test('the suggestions of the URL field are not cut off by the form', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 640 });
  await open(page);
  const many = Array.from({ length: 30 }, (_, at) => SMALL.replaceAll('api', `api-${at}`)).join('---\n');
  await openFiles(page, { 'many.yaml': many });
  await expect(outcome(page)).toContainText('api-');
  await url(page).fill('api');
  const list = page.getByRole('listbox', { name: 'Services' });
  await expect(list).toBeVisible();
  const seen = await list.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const inside = left >= 0 && right <= innerWidth && bottom <= innerHeight;
    // The list itself is at its corners, and no other element covers it.
    const at = (x: number, y: number) => element.contains(document.elementFromPoint(x, y));
    return [
      inside,
      bottom - top > 100,
      at(left + 8, bottom - 8),
      at(right - 20, bottom - 8),
      at(left + 8, top + 8),
    ];
  });
  expect(seen).toEqual([true, true, true, true, true]);
  await list.getByRole('option').last().click();
  await expect(url(page)).toHaveValue(/api-\d+\.shop/);
});

test('forced colours show the selected tab and the way of the request', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page);
  await expect(page.locator('.react-flow__edge[data-on-trace]').first()).toBeAttached();
  const seen = await page.evaluate(() => {
    const probe = document.createElement('i');
    probe.style.cssText = 'forced-color-adjust: none; color: Highlight';
    document.body.append(probe);
    const highlight = getComputedStyle(probe).color;
    const colour = (selector: string, part: string, property: string) =>
      getComputedStyle(document.querySelector(selector) as Element, part).getPropertyValue(property);
    return {
      highlight,
      tab: colour('.drawer .tab[data-state="active"]', '::after', 'background-color'),
      other: colour('.drawer .tab:not([data-state="active"])', '', 'color'),
      way: colour('.react-flow__edge[data-on-trace] .graph-line', '', 'stroke'),
      quiet: colour('.react-flow__edge:not([data-on-trace]) .graph-line', '', 'stroke'),
      node: colour('.react-flow__node[data-on-trace]', '', 'outline-color'),
    };
  });
  expect(seen.tab).toBe(seen.highlight);
  expect(seen.other).not.toBe(seen.highlight);
  expect(seen.way).toBe(seen.highlight);
  expect(seen.quiet).not.toBe(seen.highlight);
  expect(seen.node).toBe(seen.highlight);
});

test('every refused file is named', async ({ page }) => {
  await open(page);
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });
  await page
    .locator('input[type="file"]')
    .setInputFiles([
      file('one.png', Buffer.from('x')),
      file('two.pdf', Buffer.from('x')),
      file('three.yaml', Buffer.from([0x61, 0, 0x0a])),
      file('four.yaml', Buffer.from([0x62, 0, 0x0a])),
    ]);
  for (const name of ['one.png', 'two.pdf', 'three.yaml', 'four.yaml']) {
    await expect(page.getByRole('region', { name: 'Notices' })).toContainText(name);
  }
});

test('errors come before warnings and notes', async ({ page }) => {
  await open(page);
  const flawed = `${SMALL.replace('value: /v1', 'value: v1')}---\napiVersion: v1\nkind: Service\nmetadata: {name: late, namespace: shop, unheard: 1}\nspec: {selector: {app: none}, ports: [{port: 99999}]}\n`;
  await openFiles(page, {
    'a.yaml': `apiVersion: example.com/v1\nkind: Other\nmetadata: {name: o}\n---\n${flawed}`,
  });
  await page.getByRole('tab', { name: /Problems/ }).click();
  await expect(page.locator('.problem').first()).toBeVisible();
  const order = await page
    .locator('.problem')
    .evaluateAll((items) =>
      items.map((item) => ['error', 'warning', 'info'].indexOf(item.dataset.severity ?? '')),
    );
  expect(new Set(order).size).toBeGreaterThan(1);
  expect(order).toEqual([...order].sort());
});

test('names that run from right to left do not affect the text around them', async ({ page }) => {
  await open(page);
  await openFiles(page, { 'a.yaml': SMALL.replace('  - matches', '  - name: אבג\n    matches') });
  await expect(outcome(page)).toContainText('shop/api:80');
  const bidi = await page
    .locator('.step-sentence code, .step-sentence .link, .outcome .link, .graph-rule-match')
    .evaluateAll((all) => [...new Set(all.map((each) => getComputedStyle(each).unicodeBidi))]);
  expect(bidi).toEqual(['isolate']);
  await page.locator('.specification-link').first().click();
  await expect(page.locator('.rule-card p bdi').first()).not.toBeEmpty();
});
