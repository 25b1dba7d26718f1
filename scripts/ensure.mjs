// Prepares a fresh checkout: checks Node, installs the packages of the lockfile and, with --browser, a
// browser that starts.
import { ensureModules, orExit } from './packages.mjs';

await orExit(async () => {
  await ensureModules();
  if (process.argv.includes('--browser')) await (await import('./browser.mjs')).ensureBrowser();
});
