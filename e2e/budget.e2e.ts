import { expect, test } from '@playwright/test';
import { measureDownload } from '../bench/download.ts';
import { DIST } from '../scripts/serve.mjs';

/** What a browser fetches before the first answer, in bytes after gzip; vite.config.ts says what belongs to it. */
const MOST_BYTES = 250_000;

test('the first answer needs no more than 250 kB', () => {
  const download = measureDownload(DIST);
  expect(download).not.toBeNull();
  expect(download?.firstAnswerGzip).toBeGreaterThan(100_000);
  expect(download?.firstAnswerGzip).toBeLessThanOrEqual(MOST_BYTES);
});
