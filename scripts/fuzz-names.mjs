// Runs tests/fuzz/names.fuzz.test.ts with more cases than `npm test`: analyses many random manifests with
// hostile names.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './fingerprint.mjs';
import { ensureModules, orExit } from './packages.mjs';

const [cases = '5000'] = process.argv.slice(2);
if (!/^[1-9][0-9]*$/.test(cases)) {
  process.stderr.write('fuzz:names takes the number of worlds, for example 5000\n');
  process.exit(2);
}
await orExit(ensureModules);
const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'tests/fuzz/names'], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, FUZZ_CASES: cases },
});
process.exit(status ?? 1);
