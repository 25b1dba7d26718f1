// The production build, with a stamp that shows `npm start` whether the build is up to date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fingerprint, ROOT } from './fingerprint.mjs';
import { writeServiceWorker } from './offline.mjs';
import { EnsureError, ensureModules, orExit } from './packages.mjs';
import { DIST } from './serve.mjs';

const INPUTS = [
  'src',
  'public',
  'lessons',
  'examples',
  'docs',
  'index.html',
  'vite.config.ts',
  'package-lock.json',
  'scripts/offline.mjs',
];
const STAMP = join(DIST, '.vite/fingerprint');

/** Returns true when the build was made from the present files. */
export function buildIsCurrent() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint(INPUTS);
}

/** Builds the page into `dist` (or GAMMASCOPE_DIST). */
export async function buildPage({ logLevel = 'info' } = {}) {
  const before = fingerprint(INPUTS);
  const { build } = await import('vite');
  try {
    await build({ root: ROOT, logLevel });
    await writeServiceWorker(DIST);
  } catch (error) {
    throw new EnsureError(`the build failed: ${error.message}`);
  }
  writeFileSync(STAMP, before);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await orExit(async () => {
    await ensureModules();
    await buildPage();
  });
}
