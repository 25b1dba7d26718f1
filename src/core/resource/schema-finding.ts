import type { Problem } from '../manifest/problem.ts';
import type { SchemaProblem } from './validate-against-schema.ts';

/** The fix that a replacement is offered as, by code. */
const FIX_NAMES: Readonly<Partial<Record<SchemaProblem['code'], string>>> = {
  'scalar-not-a-string': 'quote-scalar',
  'field-type': 'unquote-number',
  'field-value-unknown': 'use-known-value',
  'field-unknown': 'rename-field',
};

/** A disagreement with a schema as a problem of the document, with the fix where one is safe. */
export function schemaFinding(problem: SchemaProblem): Problem {
  const { code, args, path, part, replacement } = problem;
  const place = part === undefined ? { path } : { path, part };
  const name = FIX_NAMES[code];
  if (replacement === undefined || name === undefined) return { code, args, place };
  const edits = [{ place, action: 'replace' as const, text: replacement }];
  return { code, args, place, fixes: [{ name, args: { text: replacement }, edits }] };
}
