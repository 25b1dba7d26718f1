// `npm test`: runs every check in order, prints all failures, and ends with a one-line summary.
//   --only types,lint,unit,build,browser   run only these stages
//   --skip browser                         leave stages out
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT } from './fingerprint.mjs';
import { ensureModules, orExit, say } from './packages.mjs';

const MINUTE = 60_000;
const reports = mkdtempSync(join(tmpdir(), 'gammascope-test-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

const nothing = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

/**
 * Runs a Node script of the project and shows its output. Resolves to its exit code, or 124 after a timeout.
 */
function run(script, args, { env = {}, limit = 6 * MINUTE } = {}) {
  return new Promise((settle) => {
    const child = spawn(process.execPath, [join(ROOT, script), ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    const timer = setTimeout(() => {
      say(`stopped after ${limit / MINUTE} minutes`);
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 5000).unref();
    }, limit);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      settle(signal ? 124 : code);
    });
  });
}

function readReport(name) {
  try {
    return JSON.parse(readFileSync(join(reports, name), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Runs a stage with one check. The tool's exit code decides. */
async function single(title, script, args) {
  const code = await run(script, args);
  if (code !== 0) failures.push(`${title}: exit code ${code}`);
  return [{ title, ...nothing, [code === 0 ? 'passed' : 'failed']: 1 }];
}

/** A tool that fails without a failed test (a crash, a timeout, an unhandled error) counts as one failure. */
function admitCrash(rows, title, code) {
  if (code === 0 || rows.some((row) => row.failed > 0)) return rows;
  failures.push(`${title}: exit code ${code} without a failed test`);
  return [...rows, { title: `${title} (run)`, ...nothing, failed: 1 }];
}

/** Returns the row of the summary for a test file. */
function groupOf(file) {
  const path = relative(ROOT, file).split('\\').join('/');
  return /^tests\/([a-z-]+)/.exec(path)?.[1] ?? 'unit';
}

async function unit() {
  const args = [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${join(reports, 'vitest.json')}`,
  ];
  const code = await run('node_modules/vitest/vitest.mjs', args);
  const rows = new Map();
  for (const { name, status, message, assertionResults } of readReport('vitest.json')?.testResults ?? []) {
    const title = groupOf(name);
    const row = rows.get(title) ?? { title, ...nothing };
    rows.set(title, row);
    for (const test of assertionResults) {
      if (test.status === 'passed') row.passed += 1;
      else if (test.status === 'failed') {
        row.failed += 1;
        failures.push(`${relative(ROOT, name)}: ${test.fullName}`);
      } else row.skipped += 1;
    }
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) {
      row.failed += 1;
      failures.push(`${relative(ROOT, name)}: ${(message ?? '').split('\n')[0] || 'could not be run'}`);
    }
  }
  return admitCrash([...rows.values()], 'unit', code);
}

function* specsOf(suite, path = []) {
  for (const spec of suite.specs ?? []) yield { title: [...path, spec.title].join(' › '), spec };
  for (const inner of suite.suites ?? []) yield* specsOf(inner, [...path, inner.title]);
}

async function browser() {
  if (
    !existsSync(join(ROOT, 'e2e')) ||
    !readdirSync(join(ROOT, 'e2e')).some((name) => name.endsWith('.e2e.ts'))
  ) {
    say('no e2e/*.e2e.ts yet');
    return [{ title: 'browser', ...nothing }];
  }
  try {
    await (await import('./browser.mjs')).ensureBrowser();
  } catch (error) {
    say(error.message);
    failures.push(`browser: ${error.message}`);
    return [{ title: 'browser', ...nothing, failed: 1 }];
  }
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'playwright.json') };
  const code = await run('node_modules/@playwright/test/cli.js', ['test'], { env, limit: 12 * MINUTE });
  const report = readReport('playwright.json');
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
  for (const suite of report?.suites ?? []) {
    for (const { title, spec } of specsOf(suite)) {
      if (!spec.ok) failures.push(`e2e/${spec.file}:${spec.line}: ${title}`);
      else if (spec.tests.some((test) => test.status === 'flaky')) say(`passed only when repeated: ${title}`);
    }
  }
  return admitCrash(
    [{ title: 'browser', passed: expected + flaky, failed: unexpected, skipped }],
    'browser',
    code,
  );
}

async function types() {
  const { typecheck } = await import('./typecheck.mjs');
  const results = await typecheck();
  const lines = new Set(results.flatMap(({ text }) => text.split('\n').filter(Boolean)));
  for (const line of lines) process.stdout.write(`${line}\n`);
  const failed = results.filter(({ ok }) => !ok);
  for (const { project } of failed) failures.push(`types: tsconfig.${project}.json`);
  return [{ title: 'types', ...nothing, passed: results.length - failed.length, failed: failed.length }];
}

const STAGES = {
  types: { heading: 'Types', check: types },
  lint: {
    heading: 'Lint and format',
    check: () => single('lint', 'node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings']),
  },
  unit: { heading: 'Unit, cases, properties, architecture, conformance', check: unit },
  build: { heading: 'Production build', check: () => single('build', 'scripts/build.mjs', []) },
  browser: { heading: 'Browser', check: browser },
};

/** Returns the stages of an option such as `--only types,lint`. */
function named(option) {
  const at = process.argv.indexOf(option);
  const names = at < 0 ? undefined : (process.argv[at + 1] ?? '').split(',');
  const unknown = names?.find((name) => !STAGES[name]);
  if (unknown === undefined) return names;
  say(`${option} takes stages out of ${Object.keys(STAGES).join(', ')}; not "${unknown}"`);
  return process.exit(2);
}

function print(rows, seconds) {
  if (failures.length) process.stdout.write(`\nFailures\n${failures.map((line) => `  ${line}\n`).join('')}`);
  const width = Math.max(...rows.map(({ title }) => title.length));
  process.stdout.write('\nSummary\n');
  for (const { title, passed, failed, skipped, took } of rows) {
    const cells = [`${passed} passed`, `${failed} failed`, `${skipped} skipped`].map((cell) =>
      cell.padStart(13),
    );
    process.stdout.write(
      `  ${title.padEnd(width)}${cells.join('')}${took === undefined ? '' : `  ${took} s`}\n`,
    );
  }
  const total = (key) => rows.reduce((sum, row) => sum + row[key], 0);
  process.stdout.write(`  in ${seconds} s\n\n`);
  process.stdout.write(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped\n`);
  return total('failed') === 0 && failures.length === 0;
}

const only = named('--only');
const skip = named('--skip') ?? [];
const chosen = Object.keys(STAGES).filter((name) => (only ?? [name]).includes(name) && !skip.includes(name));
await orExit(ensureModules);
const started = Date.now();
const rows = [];
let built = true;
for (const name of chosen) {
  const { heading, check } = STAGES[name];
  process.stdout.write(`\n━━ ${heading}\n`);
  const at = Date.now();
  if (name === 'browser' && !built) {
    failures.push('browser: not run, because the build failed');
    rows.push({ title: 'browser', ...nothing, failed: 1 });
    continue;
  }
  const found = await check();
  if (name === 'build') built = found.every(({ failed }) => failed === 0);
  if (found.length > 0) found[0].took = ((Date.now() - at) / 1000).toFixed(1);
  rows.push(...found);
}
const fine = print(rows, ((Date.now() - started) / 1000).toFixed(1));
process.exitCode = fine ? 0 : 1;
