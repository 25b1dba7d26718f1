import type { Cluster } from '../cluster/cluster.ts';
import type { ControlPlane } from '../control/control-plane.ts';
import { gatewayAPIStatus } from '../control/dialects/gateway-api/status/predict-status.ts';
import type { ResourceStatus } from '../control/resource-status.ts';

/** Returns the statuses that the controllers of a dialect would write. */
type DialectStatus = (cluster: Cluster, control: ControlPlane) => readonly ResourceStatus[];

const DIALECT_STATUSES: readonly DialectStatus[] = [gatewayAPIStatus];

/**
 * Returns the status that conformant controllers would write on every resource of the bundle, sorted by id
 * (R-502).
 */
export function predictStatus(cluster: Cluster, control: ControlPlane): readonly ResourceStatus[] {
  return DIALECT_STATUSES.flatMap((statusOf) => statusOf(cluster, control)).sort((a, b) =>
    a.resource < b.resource ? -1 : a.resource > b.resource ? 1 : 0,
  );
}
