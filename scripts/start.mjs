// `npm start`: installs missing packages, builds after changes (or with --force), serves, and prints the URL.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildIsCurrent, buildPage } from './build.mjs';
import { EnsureError, ensureModules, orExit, say } from './packages.mjs';
import { DIST, serve } from './serve.mjs';

const FIRST_PORT = 4173;

/** Returns the ports to try: only PORT when it is set, otherwise the ports from 4173 on. */
function ports() {
  const { PORT } = process.env;
  if (!PORT) return Array.from({ length: 50 }, (_, n) => FIRST_PORT + n);
  if (!/^\d+$/.test(PORT) || Number(PORT) > 65_535)
    throw new EnsureError(`PORT=${PORT} is not a port number`);
  return [Number(PORT)];
}

await orExit(async () => {
  const wanted = ports();
  if (process.argv.includes('--no-build')) {
    if (!existsSync(join(DIST, 'index.html')))
      throw new EnsureError('nothing is built yet; run npm run build');
  } else {
    await ensureModules();
    if (process.argv.includes('--force') || !buildIsCurrent()) {
      say('building the page …');
      await buildPage({ logLevel: 'warn' });
    }
  }
  const url = await serve({ ports: wanted }).catch((error) => {
    throw new EnsureError(error.message);
  });
  process.stdout.write(`Gammascope is at ${url} (stop with Ctrl+C)\n`);
});
