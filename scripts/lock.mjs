// Completes package-lock.json after `npm install`. npm leaves out optional packages (the binaries for other
// platforms) that the registry does not have, and `npm ci` then refuses the whole file. The packages that
// depend on them contain their exact versions, and the registry has their checksums. `npm ci` verifies every
// package that it downloads.
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

/** Returns the platform in the name of a platform package. */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = CPUS.find((kind) => words.includes(kind));
  // On Linux, a package without a suffix for its C library is the GNU one if a "-musl" package exists.
  const libc = os === 'linux' ? words.map((word) => LIBC[word]).find(Boolean) : undefined;
  return { ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }), ...(os && { os: [os] }) };
}

/**
 * Returns true when the package at `path` in the lockfile finds `name` in its folder or a parent, as Node
 * does.
 */
function resolves(packages, path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    if (packages[`${at}${at && '/'}node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}

/** Returns the missing packages of a lockfile, by path. */
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

/** Returns the registry's checksum of a package. It is the same for every download location. */
function integrityOf(name, version) {
  const asked = spawnSync('npm', ['view', `${name}@${version}`, 'dist.integrity'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const integrity = asked.stdout?.trim() ?? '';
  return /^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity) ? integrity : null;
}

/** Adds the missing checksums of a lockfile. Returns their number, and the packages without a checksum. */
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
// An install without a registry continues. tests/lockfile.test.ts fails until the checksums are present.
if (without.length > 0) process.stderr.write(`gammascope: no checksum is known of ${without.join(', ')}\n`);
