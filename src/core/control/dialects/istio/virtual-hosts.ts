import { servicePortId } from '../../../ids/ids.ts';
import type { VirtualHost } from '../../../ir/proxy-config.ts';
import type { RouteTable } from '../../../ir/table.ts';
import type { MeshVirtualService } from './mesh-config.ts';
import type { EntryHost, MeshService } from './mesh-service.ts';

const NOWHERE = () => [];

const madeBare = new WeakMap<VirtualHost, VirtualHost>();

/** Returns a virtual host without its routes. It is made once. */
export function bare(host: VirtualHost): VirtualHost {
  const before = madeBare.get(host);
  if (before !== undefined) return before;
  const made = { ...host, table: null, hidden: null, pooled: null, elsewhere: NOWHERE };
  madeBare.set(host, made);
  return made;
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
