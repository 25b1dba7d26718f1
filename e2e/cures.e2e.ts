import { expect, linkTo, open, openFiles, outcome, SMALL, test, url } from './page.ts';

test.use({ editor: false });

const CAUSE =
  'fast-clients has consumer routes of its own for faces/smiley, so the producer route HTTPRoute/faces/smiley-route that takes this request does not count.';

const cures = (page: Parameters<typeof open>[0]) =>
  page.getByRole('list', { name: 'Changes of the manifests that answer this request' });

test('a request that consumer routes reject names its cause, and a button fixes the manifests', async ({
  page,
}) => {
  await open(page);
  await url(page).fill('http://smiley.faces/');
  await expect(outcome(page)).toHaveAttribute('data-kind', 'rejected');
  await expect(outcome(page)).toContainText(CAUSE);
  // The space of the buttons is there before them.
  const flow = page.getByRole('list', { name: 'Request flow', exact: true });
  const top = (await flow.boundingBox())?.y;
  await expect(cures(page).getByRole('button')).toHaveText([
    'Add rule 0 of faces/smiley-route to fast-clients/smiley-route',
    'Send all other requests to faces/smiley:80 in fast-clients/smiley-route',
  ]);
  expect((await flow.boundingBox())?.y).toBe(top);

  const add = cures(page).getByRole('button', { name: /^Add rule 0/ });
  await add.focus();
  await page.keyboard.press('Enter');
  const preview = page.getByRole('group', { name: /^Add rule 0/ });
  await expect(preview).toBeFocused();
  await expect(preview).toContainText('- {name: smiley, namespace: faces, port: 80}');
  await expect(preview.locator('.fix-effect')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(preview).toHaveCount(0);
  await expect(add).toBeFocused();

  await page.keyboard.press('Enter');
  await preview.getByRole('button', { name: 'Apply' }).click();
  await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
  await expect(outcome(page)).toContainText('consumer');
  await expect(cures(page)).toHaveCount(0);
  // The buttons have disappeared, and the focus remains in the view.
  await expect(page.getByRole('region', { name: 'Answer', exact: true })).toBeFocused();
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(outcome(page)).toHaveAttribute('data-kind', 'rejected');
  await expect(cures(page).getByRole('button')).toHaveCount(2);
});

test('a button fixes a reference to a backend', async ({ page }) => {
  await open(page);
  await openFiles(page, {
    'small.yaml': SMALL.replace('name: api, port: 80}]\n', 'name: api, port: 81}]\n'),
  });
  await expect(outcome(page)).toHaveAttribute('data-kind', 'failed');
  await cures(page).getByRole('button', { name: 'Use port 80' }).click();
  await page.getByRole('group', { name: 'Use port 80' }).getByRole('button', { name: 'Apply' }).click();
  await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
});

test('a page to read offers no change', async ({ page }) => {
  await open(page, '?view=read');
  await url(page).fill('http://smiley.faces/');
  await expect(outcome(page)).toContainText(CAUSE);
  await expect(page.locator('.cures')).toHaveCount(0);
});

test('the steps do not move when a page starts with a rejected request', async ({ page }) => {
  await page.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as readonly { sources: { node: Node | null }[] }[])
        for (const { node } of entry.sources) {
          const element = node instanceof Element ? node : node?.parentElement;
          if (element?.closest('.answers')) moved.push(element.className);
        }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const request = { from: 'shop', method: 'GET', url: 'http://api.shop/v2' };
  await open(page, linkTo({ 'small.yaml': SMALL }, { request }));
  await expect(outcome(page)).toHaveAttribute('data-kind', 'rejected');
  await expect(cures(page).getByRole('button')).toHaveCount(2);
  expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([]);
});
