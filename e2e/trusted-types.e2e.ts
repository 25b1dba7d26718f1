import { expect, test } from '@playwright/test';
import { open } from './page.ts';

// Not the test of page.ts, because the browser logs each refused string to the console.
test('a string is never parsed as HTML, and scripts come only from this origin', async ({ page }) => {
  await open(page);
  const refused = await page.evaluate(() => {
    const tries: readonly (() => void)[] = [
      () => {
        document.createElement('p').innerHTML = '<b>x</b>';
      },
      () => {
        document.createElement('script').src = 'https://elsewhere.example/x.js';
      },
      () => new Worker('https://elsewhere.example/x.js'),
    ];
    return tries.map((run) => {
      try {
        run();
        return 'accepted';
      } catch (error) {
        return error instanceof Error ? error.name : 'refused';
      }
    });
  });
  expect(refused).toEqual(['TypeError', 'TypeError', 'TypeError']);
});
