import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/browser.mjs';

/** Browser tests against the production build; `npm test` builds it first. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: process.env.GAMMASCOPE_E2E_OUTPUT ?? 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // A run in CI has a limit of fifteen minutes. It leaves out the tests that repeat others in other languages or at
  // other sizes, and the one that builds a second version. `npm test` without CI runs them.
  ...(process.env.CI ? { grepInvert: /@long/ } : {}),
  retries: process.env.CI ? 1 : 0,
  timeout: 75_000,
  globalTimeout: 13 * 60_000,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
  use: {
    baseURL: process.env.GAMMASCOPE_URL ?? 'http://127.0.0.1:4173/',
    launchOptions: launchOptions(),
    viewport: { width: 1280, height: 800 },
    // Each test has a browser of its own: storing the whole page in all of them would only cost time.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    // Recording every test takes a third of its time: `--trace on` for one that fails.
    trace: 'on-first-retry',
  },
  webServer: {
    command: 'node scripts/serve.mjs --port 0',
    // The server picks a free port and says which; the group's name becomes the variable read above.
    wait: { stdout: /Serving .* at (?<gammascope_url>http\S+)/ },
    timeout: 20_000,
  },
});
