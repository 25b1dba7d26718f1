import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';
import { CATALOGUE, type FindingCode } from '../findings/catalogue.ts';
import { FINDINGS_EN } from './en/finding-sentences.ts';
import { MANIFEST_FIXES, MANIFEST_NOTES, SYNTAX_REASONS } from './en/findings-manifest.ts';
import {
  FORMATS,
  LIMITS,
  PATH_REASONS,
  RESOURCE_FIXES,
  RESOURCE_NOTES,
  SESSION_PROBLEMS,
} from './en/findings-resource.ts';
import { FORMS, URL_PROBLEMS } from './en/findings-routetest.ts';
import { ROUTING_FIXES, ROUTING_NOTES } from './en/findings-routing.ts';
import type { FindingProse } from './finding-prose.ts';
import { FINDINGS_ZH_HANS } from './zh-hans/finding-sentences.ts';
import { FINDINGS_ZH_HANT } from './zh-hant/finding-sentences.ts';

const CODES = Object.keys(CATALOGUE) as FindingCode[];
const FIXES = Object.keys({ ...MANIFEST_FIXES, ...RESOURCE_FIXES, ...ROUTING_FIXES });
const NOTES = Object.keys({ ...MANIFEST_NOTES, ...RESOURCE_NOTES, ...ROUTING_NOTES });

type Args = Readonly<Record<string, string | number>>;

/** The values of facts that have their own words. */
const VALUES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'yaml-syntax': { reason: [...Object.keys(SYNTAX_REASONS), 'no-such-reason'] },
  'field-format': { format: Object.keys(FORMATS) },
  'field-limit': { limit: Object.keys(LIMITS) },
  'path-value-invalid': { reason: Object.keys(PATH_REASONS) },
  'session-persistence-mismatch': { problem: Object.keys(SESSION_PROBLEMS) },
  'test-field-invalid': { expected: Object.keys(FORMS) },
  'test-url-invalid': { problem: Object.keys(URL_PROBLEMS) },
  'not-an-object': { actual: ['string', 'number', 'boolean', 'list', 'null'] },
  'field-type': {
    expected: ['string', 'number', 'boolean', 'list', 'mapping', 'number or string'],
    actual: ['string', 'number', 'boolean', 'list', 'mapping', 'null'],
  },
  'scalar-not-a-string': { type: ['number', 'boolean'] },
  'routes-contested': { by: ['age', 'name'] },
  'rule-never-reached': { effect: ['same', 'different'] },
  'match-never-reached': { effect: ['same', 'different'] },
  'grpc-method-invalid': { field: ['service', 'method'] },
  'listener-not-found': { port: ['', '8123'] },
  'external-auth-mismatch': { protocol: ['HTTP', 'GRPC'] },
};

/** Facts that are numbers or may be missing: one value for each case. */
const EITHER: Readonly<Record<string, readonly (string | number)[]>> = {
  count: [1, 7],
  bound: [1, 42],
  actual: [77],
  limit: [99],
  suggestion: ['', 'Xsuggestion'],
  group: ['', 'Xgroup'],
  apiVersion: ['', 'Xapi'],
  ports: ['', 'X1, X2'],
  sections: ['', 'X1, X2'],
  section: ['', 'Xsection'],
  port: [8123],
  hostname: ['', 'Xhost'],
  listeners: ['', 'X1, X2'],
  blockers: ['HTTPRoute/a/b rule 10 match 11, HTTPRoute/a/c rule 0 match 0 (+2)'],
};

/** Returns every combination of values of the facts of a code. */
function mixtures(code: FindingCode): Args[] {
  let all: Args[] = [{}];
  for (const name of CATALOGUE[code].args) {
    const values = VALUES[code]?.[name] ?? EITHER[name] ?? [`X${name}`];
    all = all.flatMap((args) => values.map((value) => ({ ...args, [name]: value })));
  }
  return all;
}

const tell = (prose: FindingProse, code: FindingCode, args: Args) =>
  prose.sentenceOf({
    code,
    severity: 'info',
    args,
    site: { file: '', document: 0, path: [] },
    related: [],
    fixes: [],
  });

const entitle = (prose: FindingProse, name: string) =>
  prose.fixTitle({ name, args: ARGS_OF_FIXES, edits: [] });

const ARGS_OF_FIXES: Args = Object.fromEntries(
  'namespace listener secret kind port section service apiVersion text protocol field from rule route path'
    .split(' ')
    .map((name) => [name, `X${name}`]),
);

/**
 * Returns the facts that a sentence mentions: sample values and numbers. Words of a list may have any order.
 */
const factsIn = (sentence: string) =>
  [...new Set(sentence.match(/X\w+|\d{2,}|HTTPRoute\/\w+\/\w+/g) ?? [])].sort();

const CHINESE = { 'zh-Hant': FINDINGS_ZH_HANT, 'zh-Hans': FINDINGS_ZH_HANS } as const;
const LANGUAGES = ['zh-Hant', 'zh-Hans'] as const;

/** Returns a Chinese text without its code, in which everything is allowed. */
const proseOf = (text: string) => text.replace(/``.*?``|`[^`]*`/g, '`');

const HAN = '\\p{Script=Han}';
/**
 * Half-width punctuation in Chinese, a space next to full-width punctuation, and Chinese without a space to
 * Latin.
 */
const FAULTS = [
  new RegExp(`${HAN}[,;:!?.()]|[,;:!?()]\\s*${HAN}`, 'u'),
  /\s[，。；：、（）「」“”]|[，。；：、（）「」“”]\s/u,
  /[，。；：、][，。；：、]/u,
  new RegExp(`${HAN}[\\w\`]|[\\w\`]${HAN}`, 'u'),
  /undefined|NaN|\[object/,
];

const toTraditional = Converter({ from: 'cn', to: 'tw' });
const toSimplified = Converter({ from: 'tw', to: 'cn' });

/** Returns the characters of the other script. Each is checked separately, because a word can mix scripts. */
const strangersIn = (text: string, convert: (character: string) => string) =>
  // The tables list 么 as an old form of 幺, but it is a common character of simplified Chinese.
  [...text].filter((character) => character !== '么' && convert(character) !== character);

describe.each(LANGUAGES)('the words of findings in %s', (language) => {
  const prose = CHINESE[language];
  const sentences = CODES.flatMap((code) =>
    mixtures(code).map((args) => [code, tell(prose, code, args)] as const),
  );
  const titles = FIXES.map((name) => [name, entitle(prose, name)] as const);
  const notes = NOTES.map((name) => [name, prose.noteText(name)] as const);
  const all = [...sentences, ...titles, ...notes];

  test.each(CODES)('%s mentions every fact that English mentions', (code) => {
    for (const args of mixtures(code)) {
      const said = tell(prose, code, args);
      expect(factsIn(said)).toEqual(factsIn(tell(FINDINGS_EN, code, args)));
      expect(said).toMatch(/[。？]$/);
    }
  });

  test('titles of fixes and notes mention every fact, too', () => {
    for (const name of FIXES) {
      expect([name, factsIn(entitle(prose, name))]).toEqual([name, factsIn(entitle(FINDINGS_EN, name))]);
    }
    for (const [name, note] of notes) expect([name, note]).not.toEqual([name, name]);
  });

  test('has punctuation of full width, and spaces around code', () => {
    expect(all.filter(([, text]) => FAULTS.some((fault) => fault.test(proseOf(text))))).toEqual([]);
  });

  test('leaves no English sentence', () => {
    expect(all.filter(([, text]) => /[a-z]+ [a-z]+ [a-z]+/.test(proseOf(text)))).toEqual([]);
  });

  test('keeps to its script', () => {
    const convert = language === 'zh-Hant' ? toTraditional : toSimplified;
    expect(
      all
        .map(([name, text]) => [name, ...strangersIn(text, convert)])
        .filter(([, ...more]) => more.length > 0),
    ).toEqual([]);
  });
});
