// Makes a fresh checkout runnable: the right Node, the packages of the lockfile and, with --browser, a browser that
// really starts.
import { ensureModules, orExit } from './packages.mjs';

await orExit(async () => {
  await ensureModules();
  if (process.argv.includes('--browser')) await (await import('./browser.mjs')).ensureBrowser();
});
