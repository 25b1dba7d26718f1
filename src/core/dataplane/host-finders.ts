import type { MeshIR } from '../ir/mesh-ir.ts';
import type { AuthorityHosts, GatewayProxy, MeshProxy } from '../ir/proxy-config.ts';
import type { SimRequest } from '../ir/request.ts';
import { EngineMissing } from '../text/engine-missing.ts';
import type { Arrival } from './arrival.ts';

/** Finds virtual hosts at Gateways, and at proxies that select them by the Host header. */
export interface HostFinders {
  listener(request: SimRequest, host: string, gateway: GatewayProxy): Arrival;
  byAuthority(
    request: SimRequest,
    host: string,
    proxy: MeshProxy,
    hosts: AuthorityHosts,
    ir: MeshIR,
  ): Arrival;
}

let provided: HostFinders | null = null;

/** Provides the functions. See core/libraries.ts. */
export function provideHostFinders(finders: HostFinders): void {
  provided = finders;
}

/** Returns the functions. Throws EngineMissing if they are not provided yet. */
export function hostFinders(): HostFinders {
  if (provided === null) throw new EngineMissing('rare ways');
  return provided;
}
