import type { FindingReport } from '../../core/explain/finding-report.ts';
import { monaco } from './monaco.ts';
import { fileOf, modelOf, uriOf } from './text-models.ts';

const OWNER = 'gammascope';

const SEVERITIES = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
} as const;

/** The findings that the quick fixes are taken from: those that are shown. */
let shown: readonly FindingReport[] = [];

/** Makes findings markers of their files; F8 goes from one to the next. */
export function showFindings(findings: readonly FindingReport[], files: readonly string[]): void {
  shown = findings;
  const byFile = new Map<string, FindingReport[]>();
  for (const finding of findings) {
    const list = byFile.get(finding.origin.file);
    if (list) list.push(finding);
    else byFile.set(finding.origin.file, [finding]);
  }
  for (const file of files) {
    const model = modelOf(file);
    if (model) monaco.editor.setModelMarkers(model, OWNER, (byFile.get(file) ?? []).map(markerOf));
  }
}

function markerOf(finding: FindingReport) {
  const { origin } = finding;
  return {
    severity: SEVERITIES[finding.severity],
    message: finding.message,
    code: finding.code,
    source: OWNER,
    ...rangeOf(origin),
    relatedInformation: finding.related.map((related) => ({
      resource: uriOf(related.origin.file),
      message: related.message,
      ...rangeOf(related.origin),
    })),
  };
}

function rangeOf(range: {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}) {
  return {
    startLineNumber: range.line,
    startColumn: range.column,
    endLineNumber: range.endLine,
    endColumn: range.endColumn,
  };
}

let registered = false;

/** Offers the fixes of findings as quick fixes; applying one is an edit that undo takes back. */
export function registerFixes(): void {
  if (registered) return;
  registered = true;
  monaco.languages.registerCodeActionProvider('yaml', {
    provideCodeActions(model, _, { markers }) {
      const file = fileOf(model);
      const actions = shown.flatMap((finding) => {
        if (finding.origin.file !== file || finding.fixes.length === 0) return [];
        const marker = markers.find(
          (each) =>
            each.code === finding.code &&
            each.startLineNumber === finding.origin.line &&
            each.startColumn === finding.origin.column,
        );
        if (!marker) return [];
        return finding.fixes.map((fix, at) => ({
          title: fix.title,
          kind: 'quickfix',
          diagnostics: [marker],
          isPreferred: at === 0,
          edit: {
            edits: fix.edits.map((edit) => ({
              resource: uriOf(edit.file),
              versionId: undefined,
              textEdit: {
                range: new monaco.Range(edit.startLine, edit.startColumn, edit.endLine, edit.endColumn),
                text: edit.text,
              },
            })),
          },
        }));
      });
      return { actions, dispose: () => {} };
    },
  });
}
