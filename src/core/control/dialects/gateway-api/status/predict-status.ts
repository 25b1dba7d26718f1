import type { Cluster } from '../../../../cluster/cluster.ts';
import type { ControlPlane } from '../../../control-plane.ts';
import type { ResourceStatus } from '../../../resource-status.ts';
import { gatewayAPIOf } from '../gateway-api-control.ts';
import { allRoutes } from '../routes.ts';
import { gatewayStatuses } from './gateway-status.ts';
import { policyStatuses } from './policy-status.ts';
import { routeStatuses } from './route-status.ts';

/** Returns the status that conformant controllers would write on Gateways, routes and policies. */
export function gatewayAPIStatus(cluster: Cluster, plane: ControlPlane): readonly ResourceStatus[] {
  const control = gatewayAPIOf(plane);
  return [
    ...gatewayStatuses(control.plane, cluster),
    ...routeStatuses(allRoutes(cluster), control),
    ...policyStatuses(cluster, control),
  ];
}
