// Finds a Chromium for the browser tests, and starts it to verify that it works.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './fingerprint.mjs';
import { EnsureError, npm, npmReason, say } from './packages.mjs';

const CACHE = join(ROOT, 'node_modules/.cache/browser.json');
const PACKED_CHROMIUM = '@sparticuz/chromium@153.0.0';

const QUIET = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Returns command-line switches for Chromium. Root and most CI containers cannot use the sandbox. */
function switches() {
  const unconfined = process.env.CI || process.getuid?.() === 0;
  return unconfined ? ['--no-sandbox', ...QUIET] : QUIET;
}

function readCache() {
  try {
    return JSON.parse(readFileSync(CACHE, 'utf8'));
  } catch {
    return undefined;
  }
}

function stamp(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && `${stat.size} ${stat.mtimeMs}`;
}

/** Returns Playwright's `launchOptions`: the browser that `ensureBrowser` verified, or Playwright's own. */
export function launchOptions() {
  const found = readCache();
  return {
    args: switches(),
    ...(found && { executablePath: found.executablePath, env: { ...process.env, ...found.env } }),
  };
}

/** Starts the browser and runs a script in a page. Returns the reason if that fails. */
async function refusal(candidate) {
  const { chromium } = await import('@playwright/test');
  try {
    const browser = await chromium.launch({
      executablePath: candidate.executablePath,
      args: switches(),
      env: { ...process.env, ...candidate.env },
      timeout: 30_000,
    });
    try {
      const page = await browser.newPage();
      const sum = await page.evaluate('20 + 3');
      return sum === 23 ? undefined : 'it does not run scripts';
    } finally {
      await browser.close();
    }
  } catch (error) {
    return String(error.message).split('\n')[0];
  }
}

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .filter((path) => existsSync(path));
}

function systemBrowsers() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge']
      .map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
      .filter((path) => existsSync(path));
  }
  if (process.platform === 'win32') {
    return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
      .flatMap((name) => (process.env[name] ? [process.env[name]] : []))
      .flatMap((base) =>
        ['Google/Chrome', 'Chromium', 'Microsoft/Edge'].map((app) => join(base, app, 'Application')),
      )
      .flatMap((folder) => ['chrome.exe', 'msedge.exe'].map((name) => join(folder, name)))
      .filter((path) => existsSync(path));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  return onPath(names);
}

function aptGet() {
  if (process.platform !== 'linux' || !onPath(['apt-get']).length || process.env.GAMMASCOPE_NO_APT) return [];
  const asRoot = process.getuid() === 0;
  if (!asRoot && spawnSync('sudo', ['-n', 'true']).status !== 0) return [];
  const run = (...args) => {
    const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    if (!asRoot) command.unshift('sudo', '-n');
    return spawnSync(command[0], command.slice(1), { stdio: 'ignore', timeout: 300_000 }).status === 0;
  };
  say('no browser found; installing one (apt-get install chromium) …');
  const install = () => run('install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core');
  if (!install()) run('update') && install();
  return systemBrowsers();
}

/** Returns a Chromium from an npm package with its own libraries: Linux only, no privileges needed. */
async function packedChromium() {
  if (process.platform !== 'linux') return undefined;
  const folder = join(ROOT, 'node_modules/.cache/chromium');
  const entry = () => {
    const require = createRequire(join(folder, 'package.json'));
    return require.resolve('@sparticuz/chromium');
  };
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'node_modules/@sparticuz/chromium'))) {
    say(`no browser found; fetching ${PACKED_CHROMIUM} with npm …`);
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const result = npm([
      'install',
      '--prefix',
      folder,
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      PACKED_CHROMIUM,
    ]);
    if (result.status !== 0) return say(`npm could not fetch it: ${npmReason(result)}`);
  }
  // The package sets up its bundled libraries and fonts only when it detects this environment.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: chromium } = await import(pathToFileURL(entry()).href);
  const executablePath = await chromium.executablePath();
  const { LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env;
  return { executablePath, env: { LD_LIBRARY_PATH, FONTCONFIG_PATH } };
}

async function* candidates() {
  const { chromium } = await import('@playwright/test');
  if (process.env.BROWSER_PATH) yield { executablePath: process.env.BROWSER_PATH };
  if (existsSync(chromium.executablePath())) yield { executablePath: chromium.executablePath() };
  for (const executablePath of systemBrowsers()) yield { executablePath };
  for (const executablePath of aptGet()) yield { executablePath };
  const packed = await packedChromium();
  if (packed) yield packed;
}

/** Writes a browser that starts into the cache file that `launchOptions` reads. */
export async function ensureBrowser() {
  const known = readCache();
  const overridden = process.env.BROWSER_PATH && process.env.BROWSER_PATH !== known?.executablePath;
  if (known && !overridden && stamp(known.executablePath) === known.stamp) return;
  rmSync(CACHE, { force: true });
  const refused = [];
  for await (const candidate of candidates()) {
    const reason = await refusal(candidate);
    if (!reason) {
      say(`browser for the tests: ${candidate.executablePath}`);
      mkdirSync(dirname(CACHE), { recursive: true });
      writeFileSync(CACHE, JSON.stringify({ ...candidate, stamp: stamp(candidate.executablePath) }, null, 2));
      return;
    }
    refused.push(`${candidate.executablePath}: ${reason}`);
  }
  const tried = refused.length ? ` (tried ${refused.join('; ')})` : '';
  throw new EnsureError(`no browser that starts: install Chromium or set BROWSER_PATH to one${tried}`);
}
