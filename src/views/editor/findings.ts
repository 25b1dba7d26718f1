import type { FindingReport } from '../../core/explain/finding-report.ts';
import { monaco } from './monaco.ts';
import { modelOf, uriOf } from './text-models.ts';

const OWNER = 'gammascope';

type Model = NonNullable<ReturnType<typeof modelOf>>;

/**
 * Shows findings as markers of their files. F8 goes from one marker to the next. A note is not a mistake: it
 * has no squiggle and appears only in the list of problems.
 */
export function showFindings(findings: readonly FindingReport[], files: readonly string[]): void {
  const byFile = new Map<string, FindingReport[]>();
  for (const finding of findings) {
    if (finding.severity === 'info') continue;
    const list = byFile.get(finding.origin.file);
    if (list) list.push(finding);
    else byFile.set(finding.origin.file, [finding]);
  }
  for (const file of files) {
    const model = modelOf(file);
    if (!model) continue;
    const markers = (byFile.get(file) ?? []).map((finding) => markerOf(finding, model));
    monaco.editor.setModelMarkers(model, OWNER, markers);
  }
}

function markerOf(finding: FindingReport, model: Model) {
  const { origin } = finding;
  return {
    severity: finding.severity === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
    message: finding.message,
    code: finding.code,
    source: OWNER,
    ...atKey(rangeOf(origin), model),
    relatedInformation: finding.related.map((related) => ({
      resource: uriOf(related.origin.file),
      message: related.message,
      ...rangeOf(related.origin),
    })),
  };
}

/**
 * Returns the first line of a range with several lines, because a squiggle under a whole document does not
 * help.
 */
function atKey(range: ReturnType<typeof rangeOf>, model: Model): ReturnType<typeof rangeOf> {
  const { startLineNumber: line, startColumn, endLineNumber } = range;
  if (line === endLineNumber || line > model.getLineCount()) return range;
  const text = model.getLineContent(line).slice(startColumn - 1);
  const key = /^(?:- +)*(?:"[^"]*"|'[^']*'|[^\s:#][^:#]*?)(?=\s*:(?:\s|$))/.exec(text)?.[0] ?? text.trimEnd();
  return { ...range, endLineNumber: line, endColumn: startColumn + Math.max(1, key.length) };
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
