import type { FindingReport, ReportRange } from '../core/explain/finding-report.ts';
import type { Severity } from '../core/findings/code-entry.ts';
import { encodePart } from '../core/text/encode-part.ts';
import { visibleJSON } from '../core/text/visible-data.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** Returns findings as SARIF 2.1.0, the format of code scanning services. Lines and columns count from 1. */
export function printSarif(findings: readonly FindingReport[]): string {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'gammascope',
            rules: codes.map((code) => ({ id: code, help: { text: `docs/findings/${code}.md` } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => ({
          ruleId: finding.code,
          ruleIndex: codes.indexOf(finding.code),
          level: LEVELS[finding.severity],
          message: { text: finding.message },
          locations: [{ physicalLocation: locationOf(finding.origin) }],
          relatedLocations: finding.related.map(({ message, origin }, id) => ({
            id,
            message: { text: message },
            physicalLocation: locationOf(origin),
          })),
          fixes: finding.fixes.map(({ title, edits }) => ({
            description: { text: title },
            artifactChanges: [...new Set(edits.map(({ file }) => file))].map((file) => ({
              artifactLocation: { uri: uriOf(file) },
              replacements: edits
                .filter((edit) => edit.file === file)
                .map(({ startLine, startColumn, endLine, endColumn, text }) => ({
                  deletedRegion: { startLine, startColumn, endLine, endColumn },
                  insertedContent: { text },
                })),
            })),
          })),
        })),
      },
    ],
  };
  return `${visibleJSON(log)}\n`;
}

function locationOf({ file, line, column, endLine, endColumn }: ReportRange): unknown {
  return {
    artifactLocation: { uri: uriOf(file) },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

/** Returns a relative URI reference for a path. Standard input has no file. */
function uriOf(file: string): string {
  return file === '-' ? 'stdin' : file.replaceAll('\\', '/').split('/').map(encodePart).join('/');
}
