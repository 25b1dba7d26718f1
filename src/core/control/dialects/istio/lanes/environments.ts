import type { ResourceOf } from '../../../../resource/kinds/kind.ts';
import type { VIRTUAL_ENVIRONMENT } from '../../../../resource/kinds/rare-kinds.ts';

export type VirtualEnvironmentResource = ResourceOf<typeof VIRTUAL_ENVIRONMENT>;

/** The VirtualEnvironment of a namespace. The controller deletes an older one (KT-env 20.1). */
export interface ActiveEnvironment {
  readonly resource: VirtualEnvironmentResource;
  /** The ones that the controller deletes. */
  readonly replaced: readonly VirtualEnvironmentResource[];
  /** False if the manifests do not say which one is the newest. The last one as written is assumed. */
  readonly isKnown: boolean;
}

/** Returns the active VirtualEnvironment of each namespace. `createdAt` returns null for an unknown age. */
export function activeEnvironments(
  all: readonly VirtualEnvironmentResource[],
  createdAt: (resource: VirtualEnvironmentResource) => number | null,
): ReadonlyMap<string, ActiveEnvironment> {
  const byNamespace = new Map<string, VirtualEnvironmentResource[]>();
  for (const each of all) {
    const known = byNamespace.get(each.namespace) ?? [];
    known.push(each);
    byNamespace.set(each.namespace, known);
  }
  const active = new Map<string, ActiveEnvironment>();
  for (const [namespace, among] of byNamespace) active.set(namespace, newestOf(among, createdAt));
  return active;
}

function newestOf(
  among: readonly VirtualEnvironmentResource[],
  createdAt: (resource: VirtualEnvironmentResource) => number | null,
): ActiveEnvironment {
  let resource = among[0] as VirtualEnvironmentResource;
  for (const each of among.slice(1)) {
    const [best, own] = [createdAt(resource), createdAt(each)];
    if (best === null || own === null || own >= best) resource = each;
  }
  const replaced = among.filter((each) => each !== resource);
  const newest = createdAt(resource);
  const isKnown = replaced.every((each) => {
    const created = createdAt(each);
    return created !== null && newest !== null && created < newest;
  });
  return { resource, replaced, isKnown };
}
