import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fileAccess } from '../src/cli/file-access.ts';
import { everyFinding } from '../src/core/answers/reach-findings.ts';
import { CATALOGUE, type FindingCode } from '../src/core/findings/catalogue.ts';
import type { Finding } from '../src/core/findings/finding.ts';
import { analyse, findProfile, GATEWAY_API, runTests } from '../src/core/index.ts';
import { type FindingPage, readFindingPage } from './finding-page.ts';

/** Codes whose page has no example, with the reason. */
const WITHOUT_EXAMPLE: Partial<Readonly<Record<FindingCode, string>>> = {
  'internal-fault': 'a manifest that causes it is a fault of the program, which gets a test of its own',
};

/** Codes whose page has no correction, with the reason. */
const WITHOUT_CORRECTION: Partial<Readonly<Record<FindingCode, string>>> = {
  'internal-fault': 'the manifest is not at fault',
  'backend-kind-not-simulated': 'the manifest is correct',
  'kind-not-simulated': 'the manifest is correct',
  'parent-kind-not-simulated': 'the manifest is correct',
  'file-not-a-manifest': 'the file is correct',
  'helm-file-not-rendered': 'the file is correct',
  'kustomization-not-built': 'the file is correct',
  'patch-not-applied': 'the file is correct',
};

const CODES = Object.keys(CATALOGUE) as FindingCode[];
const pages = new Map(CODES.map((code) => [code, readFindingPage(code)]));
const pageOf = (code: FindingCode) => pages.get(code) as FindingPage;

const folder = mkdtempSync(path.join(tmpdir(), 'finding-pages-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('every page', () => {
  it.each(CODES)('%s has an example, or a reason why it has none', (code) => {
    expect(pageOf(code).example.size > 0).toBe(WITHOUT_EXAMPLE[code] === undefined);
  });

  it.each(CODES)('%s has a correction, or a reason why it has none', (code) => {
    expect(pageOf(code).correction !== null).toBe(WITHOUT_CORRECTION[code] === undefined);
  });
});

describe('an example', () => {
  const codes = CODES.filter((code) => pageOf(code).example.size > 0);

  it.each(codes)('produces %s, and only the other flaws that the page lists', (code) => {
    const { example, profile, also } = pageOf(code);
    const found = findingsOf(code, example, profile);
    const severities = found.filter((finding) => finding.code === code).map(({ severity }) => severity);
    const all = found.map((finding) => finding.code).join(', ');
    expect(severities, all).toContain(CATALOGUE[code].severity);
    expect(flawsIn(found.filter((finding) => finding.code !== code)), all).toEqual([...also].sort());
  });
});

describe('a correction', () => {
  const codes = CODES.filter((code) => pageOf(code).correction !== null);

  it.each(codes)('does not produce %s, and has no error and no warning', (code) => {
    const { correction, profile } = pageOf(code);
    const found = findingsOf(code, correction ?? new Map(), profile);
    const all = found.map((finding) => finding.code);
    expect(all).not.toContain(code);
    expect(flawsIn(found), all.join(', ')).toEqual([]);
  });
});

/** Returns the codes of errors and warnings, each once, sorted. */
function flawsIn(findings: readonly Finding[]): readonly string[] {
  const flaws = findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
  return [...new Set(flaws)].sort();
}

/**
 * Returns the findings of `check` and of `test` on the files of an example. Files above the folder are not
 * included.
 */
function findingsOf(
  code: string,
  files: ReadonlyMap<string, string>,
  profileName: string | null,
): readonly Finding[] {
  const profile = profileName === null ? GATEWAY_API : findProfile(profileName);
  if (profile === null) throw new Error(`unknown profile ${profileName}`);
  const given = [...files].filter(([file]) => !file.startsWith('../'));
  const snapshot = analyse(
    given.map(([file, text]) => ({ file, text })),
    { profile },
  );
  const findings = everyFinding(snapshot);
  if (snapshot.decoded.every(({ routeTests }) => routeTests.length === 0)) return findings;
  // A RouteTest names manifests, which the command line reads from the disk.
  const root = path.join(folder, code, 'project');
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  const { readManifest } = fileAccess([root]);
  const tests = runTests(snapshot, (manifest, from) => readManifest(manifest, path.join(root, from)));
  return [...findings, ...tests.findings];
}
