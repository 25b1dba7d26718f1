import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyse, runTests } from '../../src/core/index.ts';

/** Suites of Ingresses stand beside the checkout where we develop; a clone elsewhere has none. */
const SUITES = resolve(import.meta.dirname, '../../../shared/cases/ingress');
const files = existsSync(SUITES)
  ? readdirSync(SUITES)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
  : [];

test.runIf(files.length === 0).skip('suites of Ingresses (they do not stand beside this checkout)', () => {});

describe.skipIf(files.length === 0)('the suites of Ingresses', () => {
  test.each(files)('%s passes', (file) => {
    const snapshot = analyse([{ file, text: readFileSync(join(SUITES, file), 'utf8') }]);
    const { report } = runTests(snapshot, () => null);
    for (const { cases } of report.suites)
      for (const each of cases) expect(each.differences, each.name).toEqual([]);
    expect(report.passed).toBeGreaterThan(0);
    expect(report.failed + report.skipped).toBe(0);
  });
});
