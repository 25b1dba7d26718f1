import type { FindingReport } from '../../core/explain/finding-report.ts';
import { monaco } from './monaco.ts';
import { modelOf, uriOf } from './text-models.ts';

const OWNER = 'gammascope';

const SEVERITIES = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
} as const;

/** Makes findings markers of their files; F8 goes from one to the next. */
export function showFindings(findings: readonly FindingReport[], files: readonly string[]): void {
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
