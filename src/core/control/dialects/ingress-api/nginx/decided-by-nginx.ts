import type { InertCanary } from './canaries.ts';
import type { ReadIngresses } from './nginx-ingress.ts';
import type { Server } from './servers.ts';

/** What a controller of ingress-nginx decides before it writes locations. */
export interface DecidedByNginx {
  readonly read: ReadIngresses;
  /** By host. '' is the server of the hosts that no other server has. */
  readonly servers: ReadonlyMap<string, Server>;
  readonly inert: readonly InertCanary[];
}
