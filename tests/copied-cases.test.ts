import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { suitesOf } from '../src/core/answers/run-tests.ts';
import { analyse, findProfile, GATEWAY_API, runTests, traceRequest } from '../src/core/index.ts';
import type { SimRequest } from '../src/core/ir/request.ts';
import { writeCase } from '../src/core/routetest/write-case.ts';
import { EXAMPLE_IDS, loadExample } from '../src/state/examples.ts';
import { readRequest } from '../src/state/request-fields.ts';

/**
 * A RouteTest that was copied from an answer is read without a finding, passes, and asks the same request.
 */
const FOLDER = path.resolve(import.meta.dirname, 'cases');

function differences(text: string, request: SimRequest, profileName: string): unknown {
  const profile = findProfile(profileName) ?? GATEWAY_API;
  const file = 'world.yaml';
  const trace = traceRequest(analyse([{ file, text }], { profile }), request);
  const copied = { file: 'copied.yaml', text: writeCase(trace, profileName) };
  // The profile of the page may have changed before the copy runs.
  const snapshot = analyse([{ file, text }, copied]);
  const suite = suitesOf(snapshot).find((each) => each.origin.file === copied.file);
  expect(suite?.cases.map((each) => each.request)).toEqual([request]);
  const { report, findings } = runTests(snapshot, () => null);
  const cases = report.suites.find((each) => each.file === copied.file)?.cases ?? [];
  expect(cases).toHaveLength(1);
  const ours = findings.filter(({ site }) => site.file === copied.file);
  return [...ours, ...cases.flatMap((each) => each.differences)];
}

describe('a copied RouteTest passes', () => {
  test.each(EXAMPLE_IDS)('example %s', async (id) => {
    const example = await loadExample(id);
    const reading = example && readRequest(example.request);
    if (!reading?.ok) throw new Error(`the request of ${id} cannot be read`);
    expect(differences(example?.files[0]?.text ?? '', reading.request, 'gateway-api')).toEqual([]);
  });

  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.yaml'),
  );
  test.each(files)('every case of %s', (file) => {
    const text = readFileSync(path.join(FOLDER, file), 'utf8');
    for (const { cases, profile } of suitesOf(analyse([{ file, text }]))) {
      for (const { request, name } of cases) {
        if (request !== null) expect(differences(text, request, profile ?? 'gateway-api'), name).toEqual([]);
      }
    }
  });
});
