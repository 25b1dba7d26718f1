// Writes the build's service worker: src/offline/ with the list of all files of the build, so that the page
// opens without a network.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './fingerprint.mjs';

/** Files of a build that no page loads. */
const LEFT_OUT = /^(?:\.vite\/|sw\.js$|robots\.txt$)/;
/** The names of these files contain a hash of their content. */
const HASHED = /^assets\/.*-[\w-]{8}\.\w+$/;

/** Returns the files to store, sorted. A null revision means that the name changes with the content. */
export function filesToStore(dist) {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split('\\').join('/'))
    .filter((path) => !LEFT_OUT.test(path) && statSync(join(dist, path)).isFile())
    .sort()
    .map((url) => ({
      url,
      revision: HASHED.test(url)
        ? null
        : createHash('sha256')
            .update(readFileSync(join(dist, url)))
            .digest('hex')
            .slice(0, 16),
    }));
}

/** Writes `sw.js` next to the built page. */
export async function writeServiceWorker(dist) {
  // Not at the top, because `npm start` loads this file before it installs packages.
  const { rolldown } = await import('rolldown');
  const build = await rolldown({
    input: join(ROOT, 'src/offline/service-worker.ts'),
    cwd: ROOT,
    platform: 'browser',
    tsconfig: join(ROOT, 'tsconfig.offline.json'),
    transform: {
      define: {
        PRECACHE: JSON.stringify(filesToStore(dist)),
        'process.env.NODE_ENV': '"production"',
      },
    },
  });
  const { output } = await build.generate({ format: 'iife', minify: true });
  await build.close();
  writeFileSync(join(dist, 'sw.js'), output[0].code);
}
