import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse, collectFindings, findProfile, GATEWAY_API, runTests } from '../src/core/index.ts';

/**
 * Every file below tests/cases is one small world with one RouteTest, written from the rules of the specification
 * and not from the code. Annotations: `rules` and `scenarios` say what a file is about, `why` says what would be
 * wrong otherwise, `findings` lists the codes of all errors and warnings that its manifests deserve (left out: no
 * errors), `infos` those of all notes (left out: none). Names repeat from file to file, so `gammascope test -f` wants one file at a time.
 */
const FOLDER = path.resolve(import.meta.dirname, 'cases');

/** The rules that this suite answers for; those of admission have tests of their own. */
const RULES = [
  ...numbers('R', 101, 107),
  ...numbers('R', 109, 124),
  ...numbers('R', 126, 133),
  'R-135',
  ...numbers('R', 138, 142),
  ...numbers('R', 201, 215),
  ...numbers('R', 220, 230),
  ...numbers('R', 240, 245),
  ...numbers('R', 301, 316),
  ...numbers('R', 330, 337),
  'R-339',
  ...numbers('R', 341, 343),
  ...numbers('R', 401, 408),
  ...numbers('R', 410, 418),
  ...numbers('R', 420, 434),
  ...numbers('R', 440, 444),
  ...numbers('R', 450, 454),
  ...numbers('R', 460, 461),
  'R-501',
  ...numbers('R', 510, 517),
];

const SCENARIOS = numbers('S', 1, 59);

/** What nothing below tests/cases can show, and why. */
const SKIPPED: Readonly<Record<string, string>> = {
  S07: 'every profile supports consumer routes',
  S17: 'the request enters through a Gateway',
  S19: 'ambient mode of one implementation is not simulated',
  S20: 'protocol detection of one implementation is not simulated',
};

interface CaseFile {
  readonly file: string;
  readonly name: string;
  readonly rules: readonly string[];
  readonly scenarios: readonly string[];
  readonly why: string;
  readonly expectedFindings: readonly string[] | null;
  readonly expectedInfos: readonly string[];
  /** Codes of findings that are no more than information. */
  readonly infos: readonly string[];
  /** Errors and warnings. */
  readonly findings: readonly { readonly code: string; readonly severity: string }[];
  readonly cases: ReturnType<typeof runTests>['report']['suites'][number]['cases'];
}

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .sort()
  .map(readCaseFile);

describe.each(files.map((each) => [each.file, each] as const))('%s', (_file, suite) => {
  const { cases, findings, expectedFindings } = suite;

  it.each(cases.map((each) => [each.name, each] as const))('%s', (_name, { differences }) => {
    expect(differences, differences.map((each) => JSON.stringify(each)).join('\n')).toEqual([]);
  });

  it('has the findings that it declares, and says what it is about', () => {
    const relevant = findings.filter(({ severity }) => expectedFindings !== null || severity === 'error');
    const codes = [...new Set(relevant.map(({ code }) => code))].sort();
    expect(codes, codes.join(', ')).toEqual([...(expectedFindings ?? [])].sort());
    expect(suite.infos, suite.infos.join(', ')).toEqual([...suite.expectedInfos].sort());
    expect(suite.rules.length).toBeGreaterThan(0);
    expect(
      suite.rules.filter((rule) => !/^(R-\d{3}|A-\d{2}|I-\d+\.\d+|I-\d{3}|KT-20\.\d)$/.test(rule)),
    ).toEqual([]);
    expect(suite.scenarios.filter((scenario) => !/^S\d{2}$/.test(scenario))).toEqual([]);
    expect(suite.why).not.toBe('');
    expect(cases.length).toBeGreaterThan(0);
  });
});

describe('the suite', () => {
  const cited = new Set(files.flatMap(({ rules, scenarios }) => [...rules, ...scenarios]));

  it.each([
    ['rule', RULES],
    ['scenario', SCENARIOS],
  ])('cites every %s that it answers for', (_what, all) => {
    expect(all.filter((each) => !cited.has(each) && !Object.hasOwn(SKIPPED, each))).toEqual([]);
  });

  it('skips nothing that it covers', () => {
    expect(Object.keys(SKIPPED).filter((each) => cited.has(each))).toEqual([]);
  });

  it('gives no name twice', () => {
    const names = files.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    for (const { file, cases } of files) {
      expect(new Set(cases.map((each) => each.name)).size, file).toBe(cases.length);
    }
  });
});

function readCaseFile(file: string): CaseFile {
  const text = readFileSync(path.join(FOLDER, file), 'utf8');
  const first = analyse([{ file, text }]);
  const [test, ...more] = first.decoded.flatMap((document) => document.routeTests);
  if (!test || more.length > 0) throw new Error(`${file} does not hold exactly one RouteTest document`);
  const { metadata, spec } = test.raw as {
    metadata: { annotations?: Readonly<Record<string, string>> };
    spec: { profile?: string };
  };
  const profile = findProfile(spec.profile ?? GATEWAY_API.name) ?? GATEWAY_API;
  const snapshot = profile === GATEWAY_API ? first : analyse([{ file, text }], { profile });
  const { report, findings } = runTests(snapshot, () => null);
  const all = [...collectFindings(snapshot), ...findings];
  const list = (name: string) => metadata.annotations?.[name]?.split(/,\s*/).filter((each) => each !== '');
  return {
    file: file.replace(/\.yaml$/, ''),
    name: report.suites[0]?.name ?? '',
    rules: list('rules') ?? [],
    scenarios: list('scenarios') ?? [],
    why: metadata.annotations?.why ?? '',
    expectedFindings: list('findings') ?? null,
    expectedInfos: list('infos') ?? [],
    infos: [...new Set(all.filter(({ severity }) => severity === 'info').map(({ code }) => code))].sort(),
    findings: all
      .filter(({ severity }) => severity !== 'info')
      .map(({ code, severity }) => ({ code, severity })),
    cases: [...(report.suites[0]?.cases ?? []), ...conditionsOf(report)],
  };
}

/** Expected conditions as cases: what a controller would write is asked for in the same files. */
function conditionsOf(report: ReturnType<typeof runTests>['report']): CaseFile['cases'] {
  return (report.suites[0]?.conditions ?? []).map((each, at) => ({
    ...each,
    name: `condition ${at}: ${each.resource} ${each.type ?? ''}`.trim(),
    line: 0,
  }));
}

function numbers(letter: 'R' | 'S', from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, at) =>
    letter === 'R' ? `R-${from + at}` : `S${String(from + at).padStart(2, '0')}`,
  );
}
