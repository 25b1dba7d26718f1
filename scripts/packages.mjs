// Checks Node and the packages of the lockfile. This file can import only Node built-ins, because no package
// is installed yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './fingerprint.mjs';

/** A failed step. Its message is the only line that the user sees. */
export class EnsureError extends Error {}

/** Writes progress to standard error, because standard output belongs to the calling command. */
export function say(line) {
  process.stderr.write(`gammascope: ${line}\n`);
}

/** Runs `step` and reports a failure as one line and exit code `code`. */
export async function orExit(step, code = 1) {
  try {
    return await step();
  } catch (error) {
    say(error instanceof EnsureError ? error.message : String(error?.stack ?? error));
    process.exit(code);
  }
}

/** Runs npm with the given arguments, without output. */
export function npm(args) {
  const cli = process.env.npm_execpath;
  const options = { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 };
  return cli?.endsWith('.js')
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** Returns the line of npm's output with the reason of a failure. */
export function npmReason({ error, stderr }) {
  const lines = (stderr ?? '').split('\n').filter((line) => /^npm (error|ERR!) /.test(line));
  const telling = lines.find((line) => !/ (code|errno|syscall|path) /.test(line)) ?? lines[0];
  return telling?.replace(/^npm (error|ERR!) /, '').trim() ?? error?.message ?? 'npm gave no reason';
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const works = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!works) {
    throw new EnsureError(`Node 20.19+, 22.12+ or newer is needed; this is ${process.versions.node}`);
  }
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Returns true when node_modules holds every package of the lockfile in the locked version. */
function modulesAreCurrent() {
  const wanted = readJson(join(ROOT, 'package-lock.json'))?.packages;
  const present = readJson(join(ROOT, 'node_modules/.package-lock.json'))?.packages;
  if (!wanted || !present) return false;
  // Optional packages are the binaries for the platforms. One of them shows the platform of this folder.
  const binary = `node_modules/@rolldown/binding-${process.platform}-${process.arch}`;
  return (
    Object.keys(present).some((path) => path.startsWith(binary)) &&
    Object.entries(wanted).every(
      ([path, { version, optional }]) =>
        optional || path === '' || (present[path]?.version === version && existsSync(join(ROOT, path))),
    )
  );
}

function processLives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Allows one installation at a time in a checkout, because `npm ci` deletes node_modules while other
 * processes use it.
 */
async function withInstallLock(step) {
  const id = createHash('sha256').update(ROOT).digest('hex').slice(0, 12);
  const lock = join(tmpdir(), `gammascope-install-${id}.lock`);
  for (const deadline = Date.now() + 300_000; ; ) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw new EnsureError(`cannot write ${lock}: ${error.message}`);
    }
    const owner = Number(readFileSync(lock, { encoding: 'utf8', flag: 'a+' }));
    if (Date.now() > deadline) throw new EnsureError(`another installation holds ${lock}; remove the file`);
    if (owner && !processLives(owner)) rmSync(lock, { force: true });
    else await new Promise((wake) => setTimeout(wake, 300));
  }
  try {
    return await step();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Checks Node, and installs the lockfile's packages when they are missing or differ. */
export async function ensureModules() {
  checkNode();
  if (modulesAreCurrent()) return;
  await withInstallLock(() => {
    if (modulesAreCurrent()) return;
    say('installing the packages of package-lock.json (npm ci) …');
    const result = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (result.status !== 0) {
      throw new EnsureError(`npm ci failed: ${npmReason(result)} (is the npm registry reachable?)`);
    }
  });
}
