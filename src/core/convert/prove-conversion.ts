import { askedSemantics } from '../ir/semantics.ts';
import { analyse } from '../pipeline.ts';
import type { Profile } from '../profile/profile.ts';
import type { Snapshot } from '../snapshot.ts';
import type { ConversionProof } from './conversion-result.ts';
import { groupChanges } from './group-changes.ts';
import { type ConvertedClass, proveClass } from './prove-class.ts';

/** The file of the new resources in the snapshot after the conversion. */
const CONVERTED = 'converted.yaml';

/**
 * Returns the comparison of classes of Ingresses with the new resources, over all requests: at both doors, for
 * each host of one of the worlds, one host for each depth below a wildcard, and one that no object names.
 */
export function proveConversion(
  snapshot: Snapshot,
  documents: readonly string[],
  classes: readonly ConvertedClass[],
  profile: Profile,
): ConversionProof {
  if (documents.length === 0) return { complete: true, changes: [] };
  const { before, after } = worldsOf(snapshot, documents, profile);
  const proofs = classes.map((each) => proveClass(each, before, after));
  return {
    complete: proofs.every(({ complete }) => complete),
    changes: groupChanges(proofs.flatMap(({ changes }) => changes)),
  };
}

/** Returns the source under the profile of the target, and the source together with the new resources. */
export function worldsOf(
  snapshot: Snapshot,
  documents: readonly string[],
  profile: Profile,
): { readonly before: Snapshot; readonly after: Snapshot } {
  const { clusterDomain, sources } = snapshot;
  const options = { profile: { profile, semantics: askedSemantics(profile.name) }, clusterDomain };
  const before =
    snapshot.profile === profile ? snapshot : analyse(sources, { ...options, previous: snapshot });
  const file = sources.some((source) => source.file === CONVERTED) ? `new-${CONVERTED}` : CONVERTED;
  const after = analyse([...sources, { file, text: documents.join('---\n') }], {
    ...options,
    previous: before,
  });
  return { before, after };
}
