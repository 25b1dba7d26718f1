import type { RouteTable } from '../../../../ir/table.ts';
import type { InertCanary } from './canaries.ts';
import type { ReadIngresses } from './nginx-ingress.ts';
import type { Server } from './servers.ts';

/** What the notes on the requests of a controller read. */
interface ReadController {
  readonly read: ReadIngresses;
  readonly servers: ReadonlyMap<string, Server>;
  readonly inert: readonly InertCanary[];
}

/** Returns a function that returns the notes on the requests to a server. */
export function nginxRemarks(
  _controller: ReadController,
): (server: Server) => NonNullable<RouteTable['remarks']> {
  return () => () => [];
}
