// Writes docs/spec-map.md: the code that implements each rule of the specification digest, and the cases that
// verify it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './fingerprint.mjs';

const RULE = /\b[RA]-\d{2,3}\b/g;

/** Sections of the digest, by the first digit of a rule's number. */
const SECTIONS = {
  1: 'Mesh: facets, roles, ports, the six steps, groups',
  2: 'Matching and precedence',
  3: 'Filters, backends, timeouts, retries, sessions',
  4: 'Gateways: hostnames, listeners, attachment, grants',
  5: 'Status',
  6: 'Policies',
  7: 'What admission rejects',
  8: 'Conformance',
};

function filesBelow(folder, ending) {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(ROOT, folder, name))
    .sort();
}

function citations(files) {
  const places = new Map();
  for (const file of files) {
    for (const rule of new Set(readFileSync(file, 'utf8').match(RULE) ?? [])) {
      places.set(rule, [...(places.get(rule) ?? []), relative(ROOT, file)]);
    }
  }
  return places;
}

const code = citations(filesBelow('src/core', /(?<!\.test)\.ts$/));
const cases = citations(filesBelow('tests/cases', /\.yaml$/));
const rules = [...new Set([...code.keys(), ...cases.keys()])].sort();
const lines = [
  '# Where the specification is decided',
  '',
  'R-nnn are rules of the specification, A-nn its ambiguities ([profiles.md](profiles.md)). Made by `npm run spec-map`.',
];
let section = '';
for (const rule of rules) {
  const title = rule.startsWith('A-') ? 'Ambiguities' : (SECTIONS[rule[2]] ?? 'Others');
  if (title !== section) {
    section = title;
    lines.push('', `## ${title}`, '', '| rule | code | cases |', '| --- | --- | --- |');
  }
  const short = (code.get(rule) ?? []).map((file) => file.replace('src/core/', ''));
  const shown = short.slice(0, 4).join(', ') + (short.length > 4 ? `, and ${short.length - 4} more` : '');
  lines.push(`| ${rule} | ${shown || '–'} | ${(cases.get(rule) ?? []).length || '–'} |`);
}
writeFileSync(join(ROOT, 'docs/spec-map.md'), `${lines.join('\n')}\n`);
