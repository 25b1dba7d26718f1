import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { applyFixTo } from '../src/core/answers/apply-fix.ts';
import { curesOf } from '../src/core/answers/cures.ts';
import { suitesOf } from '../src/core/answers/run-tests.ts';
import { analyse, findProfile, GATEWAY_API, traceRequest } from '../src/core/index.ts';
import type { Outcome } from '../src/core/ir/outcome.ts';

/**
 * Every request of tests/cases that is rejected or fails, and every cure of it. The cure is applied, and the
 * manifests are analysed from the start, not as an edit of the earlier snapshot as `curesOf` does.
 */
const FOLDER = path.resolve(import.meta.dirname, 'cases');

/** Returns the share of the requests that fails. */
function failing({ kind, backends }: Outcome): number {
  if (kind === 'rejected' || kind === 'failed' || kind === 'unknown') return 1;
  return backends.reduce((sum, { share, cause }) => sum + (cause === undefined ? 0 : share), 0);
}

it('every cure of a request in the cases lets fewer requests fail', { timeout: 120_000 }, () => {
  const names = new Map<string, number>();
  let failed = 0;
  for (const file of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!file.endsWith('.yaml')) continue;
    const sources = [{ file, text: readFileSync(path.join(FOLDER, file), 'utf8') }];
    const raw = analyse(sources).decoded.flatMap(({ routeTests }) => routeTests)[0]?.raw as {
      readonly spec: { readonly profile?: string };
    };
    const profile = findProfile(raw.spec.profile ?? '') ?? GATEWAY_API;
    const snapshot = analyse(sources, { profile });
    for (const { request } of suitesOf(snapshot).flatMap(({ cases }) => cases)) {
      if (request === null) continue;
      const before = traceRequest(snapshot, request).outcome;
      const cures = curesOf(snapshot, request);
      if (failing(before) > 0) failed++;
      else expect(cures, file).toEqual([]);
      for (const cure of cures) {
        const fixed = applyFixTo(snapshot, cure) ?? [];
        const after = traceRequest(analyse(fixed, { profile }), request).outcome;
        const what = `${file}: ${cure.name}\n${fixed[0]?.text}`;
        expect(after.certain, what).toBe(true);
        expect(failing(after), what).toBeLessThan(failing(before));
        names.set(cure.name, (names.get(cure.name) ?? 0) + 1);
      }
    }
  }
  expect(failed).toBeGreaterThan(100);
  for (const name of ['add-hidden-rule', 'add-path-rule', 'add-catch-all-to', 'add-reference-grant'])
    expect(names.get(name) ?? 0, [...names].join(' ')).toBeGreaterThan(0);
});
