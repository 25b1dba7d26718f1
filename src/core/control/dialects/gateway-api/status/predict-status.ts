import type { Cluster } from '../../../../cluster/cluster.ts';
import type { ControlPlane } from '../../../control-plane.ts';
import type { ResourceStatus } from '../../../resource-status.ts';
import { allRoutes } from '../routes.ts';
import { gatewayStatuses } from './gateway-status.ts';
import { policyStatuses } from './policy-status.ts';
import { routeStatuses } from './route-status.ts';

/** The status that conformant controllers would write on every resource of the bundle, sorted by id. */
export function predictStatus(cluster: Cluster, control: ControlPlane): readonly ResourceStatus[] {
  return [
    ...gatewayStatuses(control.memo.plane, cluster),
    ...routeStatuses(allRoutes(cluster), control),
    ...policyStatuses(cluster, control),
  ].sort((a, b) => (a.resource < b.resource ? -1 : a.resource > b.resource ? 1 : 0));
}
