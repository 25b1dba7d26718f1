import { checkContested } from '../analysis/check-contested.ts';
import { checkHiddenProducers } from '../analysis/check-hidden-producers.ts';
import { checkReach } from '../analysis/check-reach.ts';
import { checkUnmatched } from '../analysis/check-unmatched.ts';
import { contestedEntries } from '../analysis/contested.ts';
import type { Finding } from '../findings/finding.ts';
import type { Snapshot } from '../snapshot.ts';
import { collectFindings, inOrder } from './collect-findings.ts';
import { analyseReach, tablesOf } from './table-reach.ts';

/**
 * Rules and matches that no request can ever reach, requests over which only age or name decides, lanes without a
 * default, and producer routes that consumer routes put out of reach. Not part of what an edit collects: it looks at whole tables.
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

/** Every finding about the manifests, those about reach included: what `check` reports. */
export function everyFinding(snapshot: Snapshot): readonly Finding[] {
  const reach = reachFindings(snapshot);
  const findings = collectFindings(snapshot);
  return reach.length === 0 ? findings : inOrder([...findings, ...reach], snapshot);
}
