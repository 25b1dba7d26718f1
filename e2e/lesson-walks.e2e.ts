import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { LESSON_NAMES } from '../src/lessons/order.ts';
import { expect, test } from './page.ts';

// Other tests cover the editor.
test.use({ editor: false });

/** Every lesson in every language, from its first step to its question, by keyboard. */

const LANGUAGES = [
  { language: 'en', region: 'Lesson', next: 'Next', question: 'Question' },
  { language: 'zh-Hant', region: '課程', next: '下一步', question: '問題' },
  { language: 'zh-Hans', region: '课程', next: '下一步', question: '问题' },
] as const;

const MOST_STEPS = 8;

async function walk(page: Page, name: string, words: (typeof LANGUAGES)[number]): Promise<void> {
  await page.evaluate((lesson) => {
    location.hash = `#lesson/${lesson}/1`;
  }, name);
  const panel = page.getByRole('region', { name: words.region, exact: true });
  await expect(page).toHaveURL(new RegExp(`#lesson/${name}/1$`));
  const seen = new Set<string>();
  for (let step = 1; step <= MOST_STEPS; step++) {
    const heading = panel.getByRole('heading', { level: 3 });
    await expect(page).toHaveURL(new RegExp(`#lesson/${name}/${step}$`));
    await expect(heading).not.toHaveText('');
    // Each step has its own heading, and the tab next to it has content.
    await expect.poll(async () => seen.has((await heading.textContent()) ?? '')).toBe(false);
    seen.add((await heading.textContent()) ?? '');
    const answer = page.locator('.pane-tabs > [role="tabpanel"][data-state="active"]');
    await expect(answer).toHaveText(/\S/);
    const next = panel.getByRole('button', { name: words.next, exact: true });
    const question = panel.getByRole('button', { name: words.question, exact: true });
    const onward = next.or(question);
    if ((await onward.count()) === 0) {
      expect(step).toBeGreaterThan(3);
      // The texts differ by language, but the elements do not.
      if (words.language === 'en') {
        const { violations } = await new AxeBuilder({ page }).include('.lesson').analyze();
        expect(violations).toEqual([]);
      }
      return;
    }
    await onward.focus();
    await page.keyboard.press('Enter');
  }
  throw new Error(`${name} does not end`);
}

// One pane next to the lesson: other tests cover the editor and the graph, and loading them takes most of the
// time.
test.use({ viewport: { width: 1000, height: 700 } });

/** The number of lessons in one test, so that none takes long. */
const GROUP = 6;

for (const words of LANGUAGES) {
  for (let first = 0; first < LESSON_NAMES.length; first += GROUP) {
    const names = LESSON_NAMES.slice(first, first + GROUP);
    const title = `lessons ${first + 1} to ${first + names.length}, step by step (${words.language})`;
    // In CI, the first lessons and the last ones are walked through. Unit tests check the facts of all.
    const isShort = words.language === 'en' && (first === 0 || first + GROUP >= LESSON_NAMES.length);
    test(title, { tag: isShort ? [] : '@long' }, async ({ page }) => {
      test.slow();
      await page.goto(`?lang=${words.language}#lesson/${names[0]}/1`);
      for (const name of names) await test.step(name, () => walk(page, name, words));
    });
  }
}
