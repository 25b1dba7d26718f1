import { tellingFields } from '../core/analysis/questions/changed-fields.ts';
import { byHarm, type Harm } from '../core/answers/change-harm.ts';
import { type ChangeReport, reportDifference } from '../core/answers/report-difference.ts';
import { conditionSentence } from '../core/explain/class-condition.ts';
import { CONDITION_WORDS } from '../core/explain/class-condition-words.ts';
import { plain } from '../core/explain/fragment.ts';
import { backendLabel } from '../core/ir/backend-label.ts';
import type { Outcome } from '../core/ir/outcome.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { visible } from '../core/text/visible.ts';
import { visibleData, visibleJSON } from '../core/text/visible-data.ts';
import { printWitness } from './print-witness.ts';

const HARMS: Readonly<Record<Harm, string>> = {
  lost: 'Was served, fails now',
  moved: 'Goes to another backend',
  other: 'Other changes',
  gained: 'Failed, is served now',
};

/**
 * Runs `diff`: prints the classes of requests whose outcome changes, worst first, each with its condition and
 * one witness. The exit code is
 * 1 when there is a change.
 */
export function diffCommand(
  before: Snapshot,
  after: Snapshot,
  output: string,
): { readonly text: string; readonly exitCode: number } {
  const report = reportDifference(before, after);
  const exitCode = report.changes.length > 0 ? 1 : 0;
  if (output === 'json') return { text: `${visibleJSON(report)}\n`, exitCode };
  const lines = byHarm(visibleData(report.changes)).flatMap(({ harm, changes }) => [
    `${HARMS[harm]}: ${changes.length}`,
    ...changes.map(printChange),
  ]);
  if (lines.length === 0) lines.push(report.complete ? 'No request changes.' : 'No change found.');
  const { notSimulated, sampled, complete } = report;
  if (sampled.length > 0)
    lines.push(`Compared for some requests only: ${sampled.map(visible).join(', ')} differ.`);
  if (notSimulated.length > 0)
    lines.push(`Not compared: ${notSimulated.map(visible).join(', ')} differ and are not simulated.`);
  else if (!complete && sampled.length === 0)
    lines.push('Patterns or access policies leave open whether there is more.');
  return { text: `${lines.join('\n')}\n`, exitCode };
}

/** Returns the lines about one change. */
export function printChange(change: ChangeReport): string {
  const { frontend, client, witness, before, after, because } = change;
  const clients =
    witness.gateway !== undefined
      ? 'every client'
      : witness.from?.startsWith(`${client}/`)
        ? witness.from
        : client === '*'
          ? 'every other client'
          : `clients in ${client}`;
  const lines = [
    plain(conditionSentence(change.condition, witness, CONDITION_WORDS.en)),
    `  ${frontend}  ${clients}`,
    `    request ${printWitness(witness)}`,
    `    before  ${printOutcome(before)}`,
    `    after   ${printOutcome(after)}`,
  ];
  for (const { field, before: old, after: fresh } of tellingFields(change))
    lines.push(`    ${field}  ${old ?? 'none'} → ${fresh ?? 'none'}`);
  const winners = because.map(({ route, rule, match }) => `${route} rule ${rule} match ${match}`);
  if (winners.length > 0) lines.push(`    because of ${winners.join(', ')}`);
  return lines.join('\n');
}

function printOutcome(outcome: Outcome): string {
  const { kind, status, redirect, backends, timeouts } = outcome;
  const parts: string[] = [status === null ? kind : `${kind} ${status}`];
  if (redirect !== null) parts.push(`to ${redirect.location}`);
  const shares = backends.map((backend) =>
    backend.totalWeight === backend.weight
      ? backendLabel(backend)
      : `${backendLabel(backend)} (${backend.weight}/${backend.totalWeight})`,
  );
  if (shares.length > 0) parts.push(`to ${shares.join(', ')}`);
  if (timeouts?.request !== undefined) parts.push(`timeout ${timeouts.request}`);
  return parts.join(' ');
}
