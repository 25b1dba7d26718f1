import { EngineMissing } from '../../../../text/engine-missing.ts';
import type { routedPorts } from '../attach/headless-ports.ts';
import type { namedServices } from '../references/named-services.ts';
import type { callAsPath } from './call-as-path.ts';
import type { ownBeforeOthers, shareConnections } from './connection-routes.ts';
import type { groupsThatApply } from './parent-ports.ts';
import type { hasUnsupportedFilter } from './unsupported-filters.ts';

/** What some profiles do with routes in a mesh that few bundles have. See all-mesh-rules.ts. */
export interface MeshRules {
  readonly routedPorts: typeof routedPorts;
  readonly callAsPath: typeof callAsPath;
  readonly shareConnections: typeof shareConnections;
  readonly ownBeforeOthers: typeof ownBeforeOthers;
  readonly groupsThatApply: typeof groupsThatApply;
  readonly hasUnsupportedFilter: typeof hasUnsupportedFilter;
  readonly namedServices: typeof namedServices;
}

let provided: MeshRules | null = null;

/** Provides the rules. See core/engines.ts. */
export function provideMeshRules(rules: MeshRules): void {
  provided = rules;
}

/** Returns the rules. Throws EngineMissing if they are not provided yet. */
export function meshRules(): MeshRules {
  if (provided === null) throw new EngineMissing('rules of a mesh');
  return provided;
}
