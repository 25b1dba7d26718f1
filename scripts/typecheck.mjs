// Type-checks each part of the project with only the types that its files may use: the core has no DOM and no
// Node types.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './fingerprint.mjs';
import { ensureModules, orExit } from './packages.mjs';

const PROJECTS = ['core', 'app', 'offline', 'node', 'test'];

function check(project) {
  return new Promise((settle) => {
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const child = spawn(process.execPath, [tsc, '-p', `tsconfig.${project}.json`, '--pretty', 'false'], {
      cwd: ROOT,
    });
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    child.stderr.on('data', (chunk) => {
      text += chunk;
    });
    child.on('close', (code) => {
      // A part without files has no type errors.
      const empty = code !== 0 && /error TS18003/.test(text);
      settle({ project, ok: code === 0 || empty, text: empty ? '' : text });
    });
  });
}

/** Checks every part and returns one result for each. */
export async function typecheck() {
  const results = [];
  for (const project of PROJECTS) results.push(await check(project));
  return results;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await orExit(ensureModules);
  const results = await typecheck();
  // The parts share files, so several parts can report the same error.
  const lines = new Set(results.flatMap(({ text }) => text.split('\n').filter(Boolean)));
  for (const line of lines) process.stdout.write(`${line}\n`);
  process.exit(results.every(({ ok }) => ok) ? 0 : 1);
}
