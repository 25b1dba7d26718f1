import type { MANIFEST_CODES } from '../findings/codes-manifest.ts';
import type { RESOURCE_CODES } from '../findings/codes-resource.ts';
import type { Finding, FixEdit, Severity, Site } from '../findings/finding.ts';
import { EngineMissing } from '../text/engine-missing.ts';
import type { Path } from '../text/path.ts';
import type { Span } from '../text/source.ts';

/** The codes of problems within one document. See problem-codes.ts. */
export type ProblemCodes = typeof MANIFEST_CODES & typeof RESOURCE_CODES;

let codes: ProblemCodes | null = null;

/** Provides the codes of problems. See core/engines.ts. */
export function provideProblemCodes(provided: ProblemCodes): void {
  codes = provided;
}

function severityOf(code: keyof ProblemCodes): Severity {
  if (codes === null) throw new EngineMissing('problems of documents');
  return codes[code].severity;
}

/** A place within one document, independent of the file and the index of that document. */
interface Place {
  readonly path: Path;
  readonly part?: 'key' | 'value';
  readonly span?: Span;
}

/**
 * A finding within one document. A document moves when the text above it changes, but its problems do not
 * change.
 */
export interface Problem {
  readonly code: keyof ProblemCodes;
  readonly args: Readonly<Record<string, string | number>>;
  readonly place: Place;
  readonly severity?: Severity;
  readonly related?: readonly { readonly note: string; readonly place: Place }[];
  readonly fixes?: readonly ProblemFix[];
}

interface ProblemFix {
  readonly name: string;
  readonly args?: Readonly<Record<string, string | number>>;
  readonly edits: readonly {
    readonly place: Place;
    readonly action: FixEdit['action'];
    readonly key?: string;
    readonly text: string;
  }[];
}

/**
 * Returns the finding of a problem for a document with its file and index (from 0). Throws EngineMissing if the
 * codes are not provided yet.
 */
export function toFinding(problem: Problem, file: string, document: number): Finding {
  const siteOf = (place: Place): Site => ({ file, document, ...place });
  return {
    code: problem.code,
    severity: problem.severity ?? severityOf(problem.code),
    args: problem.args,
    site: siteOf(problem.place),
    related: problem.related?.map(({ note, place }) => ({ note, site: siteOf(place) })) ?? [],
    fixes:
      problem.fixes?.map((fix) => ({
        name: fix.name,
        args: fix.args ?? {},
        edits: fix.edits.map(({ place, ...edit }) => ({ ...edit, site: siteOf(place) })),
      })) ?? [],
  };
}
