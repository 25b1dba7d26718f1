import { routedPorts } from '../attach/headless-ports.ts';
import { namedServices } from '../references/named-services.ts';
import { callAsPath } from './call-as-path.ts';
import { ownBeforeOthers, shareConnections } from './connection-routes.ts';
import type { MeshRules } from './mesh-rules.ts';
import { groupsThatApply } from './parent-ports.ts';
import { hasUnsupportedFilter } from './unsupported-filters.ts';

/** The rules of a mesh that are loaded when a bundle needs them. */
export const MESH_RULES: MeshRules = {
  routedPorts,
  callAsPath,
  shareConnections,
  ownBeforeOthers,
  groupsThatApply,
  hasUnsupportedFilter,
  namedServices,
};
