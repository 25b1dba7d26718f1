import type { Problem } from '../manifest/problem.ts';
import type { SchemaProblem } from './validation.ts';

/** The name of the fix that applies a replacement, by code. */
const FIX_NAMES: Readonly<Partial<Record<SchemaProblem['code'], string>>> = {
  'scalar-not-a-string': 'quote-scalar',
  'field-type': 'unquote-number',
  'field-value-unknown': 'use-known-value',
  'field-unknown': 'rename-field',
};

/** Returns a schema problem as a problem of the document, with the fix if there is a safe one. */
export function schemaFinding(problem: SchemaProblem): Problem {
  const { code, args, path, part, replacement } = problem;
  const place = part === undefined ? { path } : { path, part };
  const name = FIX_NAMES[code];
  if (replacement === undefined || name === undefined) return { code, args, place };
  const edits = [{ place, action: 'replace' as const, text: replacement }];
  return { code, args, place, fixes: [{ name, args: { text: replacement }, edits }] };
}
