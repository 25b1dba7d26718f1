import type { Severity } from '../findings/code-entry.ts';

/** A range of text with lines and columns from 1. `endColumn` is exclusive. */
export interface ReportRange {
  readonly file: string;
  readonly document: number;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A change of text in the form of an editor. */
export interface TextEdit {
  readonly file: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}

/** A finding as `check -o json` prints it and as the page shows it (CONTRACTS section 4). */
export interface FindingReport {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly origin: ReportRange & { readonly resource: string | null };
  readonly related: readonly { readonly message: string; readonly origin: ReportRange }[];
  readonly fixes: readonly { readonly title: string; readonly edits: readonly TextEdit[] }[];
  readonly condition?: { readonly type: string; readonly reason: string };
  /** The path of its page: `docs/findings/CODE.md`. */
  readonly docs: string;
}
