// Bundles a TypeScript entry for Node when its sources changed, and runs it in this process.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import nodeModule from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { fingerprint, ROOT } from './fingerprint.mjs';
import { EnsureError, ensureModules, orExit } from './packages.mjs';

const CACHE = join(ROOT, 'node_modules/.cache/gammascope');

function firstLine(path) {
  try {
    return readFileSync(path, 'utf8').split('\n', 1)[0];
  } catch {
    return undefined;
  }
}

/** Returns the bundler's first error as one line. The bundler prints it in colours over several lines. */
function buildReason(error) {
  const text = stripVTControlCharacters(error.message);
  const complaint = /^\[\w+\].*/m.exec(text)?.[0] ?? text.trim().split('\n')[0];
  const place = /\[ (\S+:\d+:\d+) \]/.exec(text)?.[1];
  return place ? `${complaint} (${place})` : complaint;
}

async function bundle(entry, target, mark) {
  const { rolldown } = await import('rolldown');
  const build = await rolldown({
    input: join(ROOT, entry),
    cwd: ROOT,
    platform: 'node',
    logLevel: 'silent',
    tsconfig: join(ROOT, 'tsconfig.node.json'),
  });
  const { output } = await build.generate({ format: 'esm', codeSplitting: false });
  await build.close();
  mkdirSync(CACHE, { recursive: true });
  // Several processes may build at once, so each writes its own file and moves it into place.
  const draft = `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, `${mark}\n${output[0].code}`);
    renameSync(draft, target);
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Runs the module `entry` with this process's arguments, from a bundle that is rebuilt when a file under
 * `sources` changed. `name` is the name of the npm script. Writes nothing to standard output. The exit code
 * is 2 when the build fails.
 */
export async function launch({ name, entry, sources }) {
  const target = join(CACHE, `${basename(dirname(entry))}.mjs`);
  await orExit(async () => {
    const mark = `// ${fingerprint([...sources, 'package-lock.json', 'tsconfig.node.json', 'scripts/launch.mjs'])}`;
    if (firstLine(target) === mark) return;
    await ensureModules();
    try {
      await bundle(entry, target, mark);
    } catch (error) {
      throw new EnsureError(`cannot build ${entry}: ${buildReason(error)}`);
    }
  }, 2);
  // npm changes to the top folder of the checkout. File names on the command line are relative to the user's
  // folder.
  if (process.env.npm_lifecycle_event === name && process.env.INIT_CWD && process.cwd() === ROOT) {
    process.chdir(process.env.INIT_CWD);
  }
  nodeModule.enableCompileCache?.(join(CACHE, 'v8'));
  await import(pathToFileURL(target).href);
}
