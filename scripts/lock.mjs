// Completes package-lock.json after `npm install`. npm leaves out optional packages (the binaries for other
// platforms) that the registry in use does not have, and `npm ci` then refuses the whole file. Their exact versions
// are known from the packages that ask for them, and their checksums are asked of the registry: `npm ci` verifies every
// package that it fetches.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './fingerprint.mjs';

const FILE = join(ROOT, 'package-lock.json');
const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const LIBC = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' };
const CPUS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32'];

/** What a platform package's name says about where it runs. */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = CPUS.find((kind) => words.includes(kind));
  // A package without a suffix for its C library is the GNU one on Linux beside a "-musl" sibling.
  const libc = os === 'linux' ? words.map((word) => LIBC[word]).find(Boolean) : undefined;
  return { ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }), ...(os && { os: [os] }) };
}

/** Whether the package at `path` in the lockfile finds `name`, going up as Node does. */
function resolves(packages, path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    if (packages[`${at}${at && '/'}node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}

/** The packages the lockfile lacks, by path. */
export function missingFrom(packages) {
  const missing = {};
  for (const [path, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (!/^\d/.test(version) || resolves(packages, path, name)) continue;
      missing[`node_modules/${name}`] = { version, ...platformOf(name), dev: true, optional: true };
    }
  }
  return missing;
}

/** The checksum that the registry has for a package; it is the same wherever the package is fetched from. */
function integrityOf(name, version) {
  const asked = spawnSync('npm', ['view', `${name}@${version}`, 'dist.integrity'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const integrity = asked.stdout?.trim() ?? '';
  return /^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity) ? integrity : null;
}

/** Adds the checksums that the packages of a lockfile lack. Out: how many, and the packages that have none. */
function addIntegrity(packages) {
  let added = 0;
  const without = [];
  for (const [path, entry] of Object.entries(packages)) {
    if (path === '' || entry.link || entry.integrity) continue;
    const integrity = integrityOf(path.replace(/^.*node_modules\//, ''), entry.version);
    if (integrity === null) without.push(path);
    else {
      const { version, ...rest } = entry;
      packages[path] = { version, integrity, ...rest };
      added++;
    }
  }
  return { added, without };
}

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const missing = missingFrom(lock.packages);
if (Object.keys(missing).length > 0) {
  const entries = Object.entries({ ...lock.packages, ...missing });
  lock.packages = Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b, 'en')));
  process.stderr.write(
    `gammascope: ${Object.keys(missing).length} platform packages added to package-lock.json\n`,
  );
}
const { added, without } = addIntegrity(lock.packages);
if (Object.keys(missing).length + added > 0) writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
if (added > 0) process.stderr.write(`gammascope: ${added} checksums added to package-lock.json\n`);
// An install without a registry goes on; tests/lockfile.test.ts fails until the checksums are there.
if (without.length > 0) process.stderr.write(`gammascope: no checksum is known of ${without.join(', ')}\n`);
