import { reportStatus, type StatusReport } from '../core/answers/report-status.ts';
import type { Condition } from '../core/control/resource-status.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { visibleData, visibleJSON } from '../core/text/visible-data.ts';

/**
 * Runs `status`: prints the status that conformant controllers would write, and its differences from a pasted
 * status.
 */
export function statusCommand(snapshot: Snapshot, output: string): string {
  const reports = reportStatus(snapshot);
  if (output === 'json') return `${visibleJSON({ status: reports })}\n`;
  if (reports.length === 0) return 'Nothing here has a status to predict.\n';
  return visibleData(reports).map(printReport).join('\n');
}

function printReport(report: StatusReport): string {
  const lines = [`${report.resource}  (${report.predicted ? 'predicted' : 'observed'})`];
  const add = (indent: string, conditions: readonly Condition[]) => {
    for (const { type, status, reason } of conditions) lines.push(`${indent}${type} ${status} ${reason}`);
  };
  add('  ', report.conditions ?? []);
  for (const address of report.addresses ?? []) lines.push(`  address ${address}`);
  for (const listener of report.listeners ?? []) {
    lines.push(
      `  listener ${listener.name}: ${listener.attachedRoutes} routes, ${listener.supportedKinds.join(', ') || 'no kinds'}`,
    );
    add('    ', listener.conditions);
  }
  for (const { parentRef, conditions, assumed } of [...(report.parents ?? []), ...(report.ancestors ?? [])]) {
    const section = parentRef.sectionName === null ? '' : ` section ${parentRef.sectionName}`;
    const port = parentRef.port === null ? '' : ` port ${parentRef.port}`;
    lines.push(
      `  at ${parentRef.kind}/${parentRef.namespace}/${parentRef.name}${section}${port}${assumed ? '  (assumed: no manifest declares it)' : ''}`,
    );
    add('    ', conditions);
  }
  if (report.parents?.length === 0) lines.push('  no parent exists: no controller writes a status');
  for (const { path, predicted, observed } of report.differences) {
    lines.push(
      `  ≠ ${path}: predicted ${predicted ?? 'nothing'}, the manifest says ${observed ?? 'nothing'}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
