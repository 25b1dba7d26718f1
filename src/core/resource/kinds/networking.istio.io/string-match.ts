import { own } from '../../../text/own.ts';
import type { Path } from '../../../text/path.ts';
import { record, text } from '../../schema.ts';
import type { DecodeContext } from '../kind.ts';

/** How a value is compared (Istio 6.6…6.10). `present` is an empty mapping: any value. */
export type StringMatch =
  | { readonly kind: 'exact' | 'prefix' | 'regex'; readonly value: string }
  | { readonly kind: 'present' };

export const STRING_MATCH = record('How a value is compared.', {
  exact: text('The whole value.'),
  prefix: text('The start of the value, character by character.'),
  regex: text('A regular expression of RE2 syntax that matches the whole value.'),
});

const WAYS = ['exact', 'prefix', 'regex'] as const;

/** Returns the match that a mapping describes. */
export function stringMatchOf(value: {
  readonly exact?: string | null | undefined;
  readonly prefix?: string | null | undefined;
  readonly regex?: string | null | undefined;
}): StringMatch {
  for (const kind of WAYS) {
    const written = value[kind];
    if (typeof written === 'string') return { kind, value: written };
  }
  return { kind: 'present' };
}

/** A match of the value with a name: a header or a query parameter. */
export interface NamedMatch {
  readonly name: string;
  readonly match: StringMatch;
}

/**
 * Returns the matches of a mapping from names to matches. Returns null and reports the value if it cannot be
 * read: a part of a condition would match too much.
 */
export function namedMatchesOf(
  value: unknown,
  path: Path,
  context: DecodeContext,
): readonly NamedMatch[] | null {
  if (value === undefined || value === null) return [];
  if (!isMapping(value)) return wrongType(value, path, context);
  const found: NamedMatch[] = [];
  for (const [name, written] of Object.entries(value)) {
    const at = [...path, name];
    if (written !== null && !isMapping(written)) return wrongType(written, at, context);
    const fields = written ?? {};
    for (const kind of WAYS) {
      const text = own(fields, kind);
      if (text !== undefined && text !== null && typeof text !== 'string') {
        return wrongType(text, [...at, kind], context);
      }
    }
    found.push({ name, match: stringMatchOf(fields) });
  }
  return found;
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrongType(value: unknown, path: Path, context: DecodeContext): null {
  const actual = Array.isArray(value) ? 'list' : typeof value === 'object' ? 'mapping' : typeof value;
  const args = { field: String(path.at(-1) ?? ''), expected: 'mapping', actual };
  context.report({ code: 'field-type', args, place: { path } });
  return null;
}
