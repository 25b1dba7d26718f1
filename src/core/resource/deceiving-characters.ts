import type { Problem } from '../manifest/problem.ts';
import type { Path } from '../text/path.ts';
import { visible } from '../text/visible.ts';
import type { RecordSchema, Schema } from './schema.ts';

/**
 * Characters that are not visible: control characters except the tab, direction marks, joiners, zero-width
 * spaces, fillers, tags, unusual spaces.
 */
const INVISIBLE =
  /[\u0000-\u0008\u000A-\u001F\u007F-\u00A0\u00AD\u061C\u115F\u1160\u180E\u2000-\u200F\u2028-\u202F\u205F-\u206F\u2800\u3000\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|\u034F|\u17B4|\u17B5|[\u180B-\u180D\u180F]|[\uFE00-\uFE0F]|\uDB40[\uDC00-\uDFFF]/;

/**
 * Letters of other scripts that look like letters of ASCII, each followed by the letter that it looks like.
 */
const PAIRS =
  'аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwӏlАAВBЕEКKМMНHОOРPСCТTХXІIЈJЅSԌGԚQԜWοoνvρpυuιiαaκkΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXıiɡgɑa';
const LIKE: ReadonlyMap<string, string> = new Map(
  Array.from(
    { length: PAIRS.length / 2 },
    (_, at) => [PAIRS.charAt(2 * at), PAIRS.charAt(2 * at + 1)] as const,
  ),
);

/** A sequence of letters. */
const WORDS = /\p{L}+/gu;

/** Fields whose text has no effect. */
const PROSE: ReadonlySet<string> = new Set(['annotations', 'status', 'ownerReferences', 'generateName']);

/**
 * Reports texts of an object that differ from what they look like: `invisible-character`, and
 * `look-alike-character` if one word mixes letters of ASCII with similar letters of another script.
 */
export function checkCharacters(
  schema: RecordSchema,
  value: Readonly<Record<string, unknown>>,
  report: (problem: Problem) => void,
): void {
  walk(schema, value, [], false, report);
}

function walk(
  schema: Schema,
  value: unknown,
  path: Path,
  isPattern: boolean,
  report: (problem: Problem) => void,
): void {
  if (typeof value === 'string') {
    if (schema.type === 'text' || schema.type === 'integer-or-text')
      checkText(value, path, isPattern, report);
  } else if (Array.isArray(value)) {
    if (schema.type !== 'list') return;
    for (const [index, item] of value.entries())
      walk(schema.items, item, [...path, index], isPattern, report);
  } else if (typeof value === 'object' && value !== null) {
    if (schema.type === 'text-map') {
      for (const [key, item] of Object.entries(value)) {
        const at = [...path, key];
        checkText(key, at, false, report, 'key');
        if (typeof item === 'string') checkText(item, at, false, report);
      }
    }
    if (schema.type !== 'record') return;
    const fields = new Map(Object.entries(schema.fields));
    const hasPattern = 'type' in value && value.type === 'RegularExpression';
    for (const [key, item] of Object.entries(value)) {
      const field = fields.get(key);
      if (field !== undefined && !PROSE.has(key)) walk(field, item, [...path, key], hasPattern, report);
    }
  }
}

function checkText(
  value: string,
  path: Path,
  isPattern: boolean,
  report: (problem: Problem) => void,
  part: 'key' | 'value' = 'value',
): void {
  const place = { path, part };
  const [hidden] = INVISIBLE.exec(value) ?? [];
  if (hidden !== undefined) {
    const args = { value: visible(shortened(value)), character: codePointOf(hidden) };
    report({ code: 'invisible-character', args, place });
  }
  // A pattern may list the letters of two scripts in one set.
  const found = isPattern ? null : lookAlikeIn(value);
  if (found === null) return;
  const args = {
    value: visible(shortened(value)),
    character: codePointOf(found),
    letter: found,
    like: LIKE.get(found) ?? '',
  };
  report({ code: 'look-alike-character', args, place });
}

function lookAlikeIn(value: string): string | null {
  for (const [word] of value.matchAll(WORDS)) {
    if (!/[A-Za-z]/.test(word)) continue;
    const found = [...word].find((letter) => LIKE.has(letter));
    if (found !== undefined) return found;
  }
  return null;
}

/** Returns the code point of a character, as in `U+200B`. */
function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function shortened(value: string): string {
  return value.length > 120 ? `${value.slice(0, 120)}…` : value;
}
