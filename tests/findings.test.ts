import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { FINDINGS_EN } from '../src/core/explain/en/finding-sentences.ts';
import { CATALOGUE, type FindingCode } from '../src/core/findings/catalogue.ts';

const PAGES = join(dirname(fileURLToPath(import.meta.url)), '../docs/findings');
const CODES = Object.keys(CATALOGUE) as FindingCode[];

describe('the catalogue of findings', () => {
  test.each(CODES)('%s has a page that says what, why, an example, what to do and the source', (code) => {
    const path = join(PAGES, `${code}.md`);
    expect(existsSync(path)).toBe(true);
    const page = readFileSync(path, 'utf8');
    expect(page.startsWith(`# ${code}\n`)).toBe(true);
    expect(page).toContain(`Severity: ${CATALOGUE[code].severity}`);
    for (const heading of ['Why it matters', 'Example', 'What to do', 'Source'])
      expect(page).toContain(`## ${heading}`);
  });

  test.each(CODES)('%s has a sentence that uses what it is told', (code) => {
    const args = Object.fromEntries(CATALOGUE[code].args.map((name) => [name, `<${name}>`]));
    const text = FINDINGS_EN.sentenceOf({
      code,
      severity: 'info',
      args,
      site: { file: '', document: 0, path: [] },
      related: [],
      fixes: [],
    });
    expect(text).not.toContain('undefined');
    expect(text.length).toBeGreaterThan(10);
  });

  test('has no page without a code', () => {
    const pages = readdirSync(PAGES).map((name) => name.replace(/\.md$/, ''));
    expect(pages.filter((name) => !CODES.includes(name as FindingCode))).toEqual([]);
  });
});
