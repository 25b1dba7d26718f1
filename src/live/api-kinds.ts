import { KINDS } from '../core/resource/kinds/kinds.ts';

/** Kinds that are never requested: keys and credentials. Routing does not depend on them. */
const NEVER: ReadonlySet<string> = new Set(['Secret', 'ConfigMap']);

/** Kinds with one object for each Pod or more. Without them, endpoints provide the same facts. */
const NUMEROUS: ReadonlySet<string> = new Set(['Pod', 'ReplicaSet', 'Job', 'Endpoints']);

/** A kind to request, by group. The API reports its versions and plural name. */
export interface WantedKind {
  readonly kind: string;
  readonly group: string;
  /** Supported versions, the best first. */
  readonly versions: readonly string[];
  /** Whether it is requested by default. */
  readonly usual: boolean;
}

/**
 * Returns the kinds to request: every supported kind except those that hold secrets, and older names of
 * kinds.
 */
export function wantedKinds(): readonly WantedKind[] {
  return KINDS.flatMap(({ kind, group, versions, former }) => {
    if (NEVER.has(kind)) return [];
    const wanted = { kind, group, versions, usual: !NUMEROUS.has(kind) };
    return former === undefined
      ? [wanted]
      : [wanted, { ...wanted, kind: former.kind, group: former.group, versions: [...versions, 'v1alpha1'] }];
  });
}
