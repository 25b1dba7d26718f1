import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { analyse, runTests } from '../../src/core/index.ts';

/** Upstream's conformance suites stand beside the checkout where we develop; a clone elsewhere has none. */
const SUITES = resolve(
  dirname(fileURLToPath(import.meta.url)),
  '../../../shared/conformance/gateway-api/suites',
);
const files = existsSync(SUITES)
  ? readdirSync(SUITES)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
  : [];

function run(file: string) {
  const path = join(SUITES, file);
  const snapshot = analyse([{ file: path, text: readFileSync(path, 'utf8') }]);
  return runTests(snapshot, (manifest, relativeTo) => {
    const target = resolve(dirname(relativeTo), manifest);
    return { file: target, text: readFileSync(target, 'utf8') };
  });
}

test.runIf(files.length === 0).skip('upstream suites (they do not stand beside this checkout)', () => {});

describe.skipIf(files.length === 0)('upstream conformance', () => {
  test.each(files)('%s passes', (file) => {
    const { report, findings } = run(file);
    expect(findings).toEqual([]);
    for (const suite of report.suites) {
      for (const each of suite.cases) expect(each.differences, each.name).toEqual([]);
      for (const each of suite.conditions)
        expect(each.differences, `${each.resource} ${each.type}`).toEqual([]);
    }
    expect(report.passed).toBeGreaterThan(0);
    expect(report.failed + report.skipped).toBe(0);
  });
});
