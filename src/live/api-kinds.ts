import { KINDS } from '../core/resource/kinds/kinds.ts';

/** Never asked for: keys and credentials. Routing is decided without them. */
const NEVER: ReadonlySet<string> = new Set(['Secret', 'ConfigMap']);

/** Kinds that come one for each Pod or more, and that the endpoints stand for where they are left out. */
const NUMEROUS: ReadonlySet<string> = new Set(['Pod', 'ReplicaSet', 'Job', 'Endpoints']);

/** A kind that is asked for, by group; which versions and plural names there are, the API says. */
export interface WantedKind {
  readonly kind: string;
  readonly group: string;
  /** Versions that are understood, the best first. */
  readonly versions: readonly string[];
  /** Whether it is asked for unless the user says otherwise. */
  readonly usual: boolean;
}

/** What is asked for: every kind that is understood, save those that hold secrets; older names of kinds as well. */
export function wantedKinds(): readonly WantedKind[] {
  return KINDS.flatMap(({ kind, group, versions, former }) => {
    if (NEVER.has(kind)) return [];
    const wanted = { kind, group, versions, usual: !NUMEROUS.has(kind) };
    return former === undefined
      ? [wanted]
      : [wanted, { ...wanted, kind: former.kind, group: former.group, versions: [...versions, 'v1alpha1'] }];
  });
}
