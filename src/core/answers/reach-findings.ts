import { checkContested } from '../analysis/check/check-contested.ts';
import { checkHiddenProducers } from '../analysis/check/check-hidden-producers.ts';
import { checkReach } from '../analysis/check/check-reach.ts';
import { checkUnmatched } from '../analysis/check/check-unmatched.ts';
import { contestedEntries } from '../analysis/questions/contested.ts';
import type { Finding } from '../findings/finding.ts';
import type { Snapshot } from '../snapshot.ts';
import { collectFindings, inOrder } from './collect-findings.ts';
import { analyseReach, tablesOf } from './table-reach.ts';

/**
 * Returns the findings of the analysis: rules and matches that no request can reach, requests that only age
 * or name decides, lanes without a default, and producer routes that consumer routes make unreachable. An
 * edit does not compute these findings, because they need whole tables.
 */
export function reachFindings(snapshot: Snapshot): readonly Finding[] {
  const findings: Finding[] = [];
  const reach = analyseReach(snapshot);
  const report = (finding: Finding) => void findings.push(finding);
  checkReach(
    reach.map((table) => table.entries),
    report,
  );
  const { control, profile } = snapshot;
  const dead = new Set(
    reach.flatMap(({ entries }) => entries.filter(({ reach }) => reach === 'dead').map(({ entry }) => entry)),
  );
  checkContested(
    tablesOf(snapshot).flatMap(({ table, address }) => contestedEntries(table, address, control.ir, profile)),
    dead,
    report,
  );
  checkUnmatched(reach, report);
  checkHiddenProducers(reach, control.ir, profile, report);
  return findings;
}

/**
 * Returns every finding about the manifests, including the findings of the analysis. `check` prints this
 * list.
 */
export function everyFinding(snapshot: Snapshot): readonly Finding[] {
  const reach = reachFindings(snapshot);
  const findings = collectFindings(snapshot);
  return reach.length === 0 ? findings : inOrder([...findings, ...reach], snapshot);
}
