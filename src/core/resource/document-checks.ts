import type { Problem } from '../manifest/problem.ts';
import { EngineMissing } from '../text/engine-missing.ts';
import type { Fields } from '../text/mapping.ts';
import type { Path } from '../text/path.ts';
import type { checkCharacters as checkAllCharacters } from './deceiving-characters.ts';
import type { kindlessProblem as problemOfKindless } from './kindless.ts';
import type { OBJECT_PROBLEMS } from './object-problems.ts';
import type { RecordSchema } from './schema.ts';
import type { VIOLATIONS } from './violations.ts';

/** The checks and reports that only unusual documents need. */
interface DocumentChecks {
  readonly checkCharacters: typeof checkAllCharacters;
  readonly kindlessProblem: typeof problemOfKindless;
  readonly objectProblems: typeof OBJECT_PROBLEMS;
  readonly violations: typeof VIOLATIONS;
}

let checks: DocumentChecks | null = null;

/** Provides the checks of unusual documents. See core/engines.ts. */
export function provideDocumentChecks(provided: DocumentChecks): void {
  checks = provided;
}

function documentChecks(): DocumentChecks {
  if (checks === null) throw new EngineMissing('problems of documents');
  return checks;
}

/** Documents of printable ASCII without escapes contain no such characters. */
const PLAIN = /^[\n\r\t\x20-\x5B\x5D-\x7E]*$/;

/**
 * Reports texts of an object that differ from what they look like (deceiving-characters.ts). `text` is the text
 * of its document. Throws EngineMissing if the check is needed and not provided yet.
 */
export function checkCharacters(
  text: string,
  schema: RecordSchema,
  value: Readonly<Record<string, unknown>>,
  report: (problem: Problem) => void,
): void {
  if (!PLAIN.test(text)) documentChecks().checkCharacters(schema, value, report);
}

/** Returns the problem of an object without `kind` (kindless.ts). Throws EngineMissing as `checkCharacters`. */
export function kindlessProblem(object: Fields, root: Path): Problem {
  return documentChecks().kindlessProblem(object, root);
}

/** Returns the problems of an object (object-problems.ts). Throws EngineMissing as `checkCharacters`. */
export function objectProblems(): typeof OBJECT_PROBLEMS {
  return documentChecks().objectProblems;
}

/** Returns the reports of a validation (violations.ts). Throws EngineMissing as `checkCharacters`. */
export function violations(): typeof VIOLATIONS {
  return documentChecks().violations;
}
