import type { Cluster } from '../../../../cluster/cluster.ts';
import type { PassedOver } from '../../../../ir/passed-over.ts';
import { EngineMissing } from '../../../../text/engine-missing.ts';
import type { GatewayPlane } from '../gateways/gateway-plane.ts';
import type { RouteServices } from '../references/route-services.ts';
import type { AnyRoute, EntriesOf } from '../routes.ts';
import type { Attachment } from './attach-to-services.ts';

/** The routes that name a parent and are not attached to it, by the `ns/name` of the parent. */
export interface PassedOverRoutes {
  readonly onServices: ReadonlyMap<string, readonly PassedOver[]>;
  readonly atGateways: ReadonlyMap<string, readonly PassedOver[]>;
}

/**
 * Returns every route that names a Service port or a listener and is not attached to it. See
 * passed-over-routes.ts.
 */
export type ReadPassedOver = (
  cluster: Cluster,
  services: RouteServices,
  plane: GatewayPlane,
  attachmentsOf: (route: AnyRoute) => readonly Attachment[],
  entriesOf: EntriesOf,
) => PassedOverRoutes;

let reader: ReadPassedOver | null = null;

/** Provides the reader of routes that are passed over. See core/engines.ts. */
export function providePassedOverReader(read: ReadPassedOver): void {
  reader = read;
}

/** Returns the reader of routes that are passed over. Throws EngineMissing if it is not provided yet. */
export function passedOverReader(): ReadPassedOver {
  if (reader === null) throw new EngineMissing('routes that are passed over');
  return reader;
}
