import { servicePortId } from '../../../ids/ids.ts';
import type { VirtualHost } from '../../../ir/proxy-config.ts';
import type { RouteTable } from '../../../ir/table.ts';
import type { MeshVirtualService } from './mesh-config.ts';
import type { EntryHost, MeshService } from './mesh-service.ts';

const NOWHERE = () => [];

/** Returns a virtual host without its routes. */
export function bare(host: VirtualHost): VirtualHost {
  return { ...host, table: null, hidden: null, pooled: null, elsewhere: NOWHERE };
}

const NO_SUPPOSED: VirtualHost['supposed'] = new Map();
/** A virtual host without routes. */
export const EMPTY = {
  domain: null,
  usable: true,
  table: null,
  pooled: null,
  hidden: null,
  elsewhere: NOWHERE,
  hostnameFallthrough: true,
  passedOver: NOWHERE,
  supposed: NO_SUPPOSED,
  tcpRoutes: [],
} as const;

/** Returns the virtual host of a host of ServiceEntries. */
export function entryHost(
  { hostname, namespace }: MeshService,
  { ports }: EntryHost,
  port: number,
): VirtualHost {
  return {
    ...EMPTY,
    id: servicePortId(hostname, port),
    name: '',
    namespace,
    service: null,
    port,
    protocol: ports.get(port)?.port.protocol?.toLowerCase() ?? null,
    original: { service: hostname, port, subset: null },
  };
}

/** Returns the virtual host of a host that is no Service (Istio 5.3). */
export function plainHost(
  host: string,
  port: number,
  { namespace }: MeshVirtualService,
  table: RouteTable,
): VirtualHost {
  return {
    ...EMPTY,
    id: servicePortId(host, port),
    name: host,
    namespace,
    service: null,
    port,
    protocol: null,
    table,
    original: null,
  };
}
