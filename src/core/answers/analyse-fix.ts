import type { Fix } from '../findings/finding.ts';
import { analyse } from '../pipeline.ts';
import type { Snapshot } from '../snapshot.ts';
import { applyFixTo } from './apply-fix.ts';

/** Returns the snapshot after a fix. Returns null if the manifests would have more errors of form. */
export function analysedWith(fix: Fix, snapshot: Snapshot): Snapshot | null {
  const sources = applyFixTo(snapshot, fix);
  if (sources === null) return null;
  const { profile, semantics, clusterDomain, control } = snapshot;
  const { creationOrder } = control.memo;
  const chosen = { profile, semantics };
  const after = analyse(sources, { profile: chosen, clusterDomain, creationOrder, previous: snapshot });
  const files = new Set(fix.edits.map(({ site }) => site.file));
  return errorsIn(after, files) > errorsIn(snapshot, files) ? null : after;
}

/** Returns the number of errors of form in files: in the YAML, and against the schemas. */
function errorsIn({ documents, decoded }: Snapshot, files: ReadonlySet<string>): number {
  let errors = 0;
  for (const [at, document] of documents.entries()) {
    if (!files.has(document.file)) continue;
    for (const finding of document.findings) if (finding.severity === 'error') errors++;
    for (const finding of decoded[at]?.findings ?? []) if (finding.severity === 'error') errors++;
  }
  return errors;
}
