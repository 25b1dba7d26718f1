import type { BrowserContext, Page } from '@playwright/test';
import { expect, linkTo, open, openFiles, outcome, SMALL, test, url } from './page.ts';

// Other tests cover the editor.
test.use({ editor: false });

const tabOf = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const named = (name: string) => SMALL.replaceAll('shop', name);

/** Opens a file of the user's own and waits until the browser has saved it. */
async function work(page: Page, name: string): Promise<void> {
  await openFiles(page, { [`${name}.yaml`]: named(name) });
  await expect(tabOf(page, `${name}.yaml`)).toBeVisible();
  await page.waitForTimeout(600);
}

/** Follows a link within the page, as a link of another program or page does. */
async function follow(page: Page, name: string, rest: object = {}): Promise<void> {
  const fragment = linkTo({ [`${name}.yaml`]: named(name) }, rest);
  await page.evaluate((hash) => location.assign(hash), fragment);
  await expect(tabOf(page, `${name}.yaml`)).toBeVisible();
}

/** Returns the earlier works that the browser saves, by the names of their files. */
function earlier(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((settle) => {
        const opened = indexedDB.open('gammascope-earlier');
        opened.onupgradeneeded = () => opened.result.createObjectStore('works');
        opened.onsuccess = () => {
          const records = opened.result.transaction('works').objectStore('works');
          const [keys, values] = [records.getAllKeys(), records.getAll()];
          records.transaction.oncomplete = () => {
            opened.result.close();
            const works = values.result.filter((_, at) => String(keys.result[at]).startsWith('work:'));
            settle(works.map(({ files }) => files.map(({ name }: { name: string }) => name).join()).sort());
          };
        };
      }),
  );
}

test('after two links the own work can be restored', async ({ page }) => {
  await open(page);
  await work(page, 'mine');
  await url(page).fill('http://api.mine/v1/typed');
  await follow(page, 'first');
  // A link without a request: the request that the page fills in is not a change by the user.
  await expect(url(page)).toHaveValue(/api\.first/);
  await follow(page, 'second');
  await expect(outcome(page)).toContainText('second/api:80');
  await page.waitForTimeout(600);
  await page.getByRole('button', { name: 'Back to my work' }).click();
  await expect(tabOf(page, 'mine.yaml')).toBeVisible();
  await expect(url(page)).toHaveValue('http://api.mine/v1/typed');
  await page.reload();
  await expect(tabOf(page, 'mine.yaml')).toBeVisible();
  expect(await earlier(page)).toEqual(['mine.yaml']);
});

test('opening many links removes no entry of the list', async ({ page }) => {
  test.slow();
  await open(page);
  await work(page, 'mine');
  for (let at = 1; at <= 22; at++) await follow(page, `link-${at}`);
  await expect(outcome(page)).toContainText('link-22/api:80');
  await page.waitForTimeout(600);
  expect(await earlier(page)).toEqual(['mine.yaml']);
  await page.goto('about:blank');
  await open(page);
  await expect(tabOf(page, 'mine.yaml')).toBeVisible();
});

test('an example opened after a link does not replace the own work', async ({ page }) => {
  await open(page);
  await work(page, 'mine');
  await follow(page, 'foreign');
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem', { name: /Conflicts/ }).click();
  await expect(tabOf(page, 'conflicts.yaml')).toBeVisible();
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem', { name: 'My earlier work' }).click();
  await expect(tabOf(page, 'mine.yaml')).toBeVisible();
  expect(await earlier(page)).toEqual(['mine.yaml']);
});

test('changes to the content of a link are in the list after going back', async ({ page }) => {
  await open(page);
  await work(page, 'mine');
  await follow(page, 'foreign');
  await openFiles(page, { 'more.yaml': named('more') });
  await expect(tabOf(page, 'more.yaml')).toBeVisible();
  await page.getByRole('button', { name: 'Back to my work' }).click();
  await expect(tabOf(page, 'mine.yaml')).toBeVisible();
  await expect.poll(() => earlier(page)).toEqual(['foreign.yaml,more.yaml', 'mine.yaml']);
});

async function anotherTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.route(/assets\/(editor-view|yaml)-[^/]*\.js$/, () => {});
  await open(page);
  return page;
}

test('two tabs keep their own work, and the next visit has both', async ({ page, context }) => {
  await open(page);
  await work(page, 'one');
  const other = await anotherTab(context);
  // Another tab starts with the work of the first.
  await expect(tabOf(other, 'one.yaml')).toBeVisible();
  await work(other, 'two');
  await tabOf(other, 'one.yaml').click();
  await other.getByRole('button', { name: 'Close one.yaml' }).click();
  await other.waitForTimeout(600);
  await page.reload();
  await expect(tabOf(page, 'one.yaml')).toBeVisible();
  await expect(tabOf(page, 'two.yaml')).toHaveCount(0);
  await other.reload();
  await expect(tabOf(other, 'two.yaml')).toBeVisible();
  await expect(tabOf(other, 'one.yaml')).toHaveCount(0);
  await page.close();
  await other.close();
  const next = await anotherTab(context);
  await expect(tabOf(next, 'two.yaml')).toBeVisible();
  await expect.poll(() => earlier(next), { timeout: 30_000 }).toContain('one.yaml');
});

test('tabs that save earlier work at the same time lose no entry', async ({ page, context }) => {
  await open(page);
  const tabs = [page, await anotherTab(context), await anotherTab(context)];
  const names = ['red', 'green', 'blue'];
  for (let round = 1; round <= 4; round++) {
    for (const [at, tab] of tabs.entries()) {
      await tab.evaluate(() => location.assign('#example/faces'));
      // The page removes the name of the example from its address when it opens the example.
      await expect.poll(() => tab.evaluate(() => location.hash)).toBe('');
      await expect(tabOf(tab, 'faces.yaml')).toBeVisible();
      await openFiles(tab, { [`${names[at]}-${round}.yaml`]: named(`${names[at]}-${round}`) });
      await expect(tabOf(tab, `${names[at]}-${round}.yaml`)).toBeVisible();
    }
    await Promise.all(tabs.map((tab) => tab.evaluate(() => location.assign('#example/ports'))));
    for (const tab of tabs) await expect(tabOf(tab, 'ports.yaml')).toBeVisible();
  }
  const expected = [1, 2, 3, 4].flatMap((round) => names.map((name) => `${name}-${round}.yaml`)).sort();
  await expect.poll(() => earlier(page)).toEqual(expected);
});
