import { INGRESS_CLASS_KIND } from '../../../ids/ids.ts';
import { listenerId } from '../../../ids/listener-ids.ts';
import type { GatewayProxy, GatewayRequest, VirtualHost } from '../../../ir/proxy-config.ts';
import type { RouteTable } from '../../../ir/table.ts';

/** The hosts of a controller with the tables of their requests, for plain and encrypted connections. */
export interface ServedHost {
  /** A name or `*.name` in lower case. Null takes the hosts that no other one takes. */
  readonly host: string | null;
  readonly http: RouteTable;
  readonly https: RouteTable;
}

type Find = NonNullable<GatewayProxy['find']>;

const PORTS = { http: 80, https: 443 } as const;
type Door = keyof typeof PORTS;

const NOWHERE = () => [];
const NO_SUPPOSED: VirtualHost['supposed'] = new Map();

/** Returns the virtual hosts of the controller of a class, and the function that finds them. */
export function hostsOfClass(
  className: string,
  served: readonly ServedHost[],
): { readonly listeners: readonly VirtualHost[]; readonly find: Find } {
  const byDoor = { http: new Map<string, VirtualHost>(), https: new Map<string, VirtualHost>() };
  for (const each of served)
    for (const door of ['http', 'https'] as const)
      byDoor[door].set(each.host ?? '', virtualHost(className, each.host, door, each[door]));
  const find: Find = (request) => {
    const door = doorOf(request);
    if (door === null) return { host: null, why: 'no-listener', closed: true };
    const host = findHost(request.host, byDoor[door]);
    return host === null ? { host: null, why: 'no-host', closed: false } : { host };
  };
  return { listeners: [...byDoor.http.values(), ...byDoor.https.values()], find };
}

/** Returns the port of a request. The controller serves HTTP and HTTPS, and its Service may have any port (I-501). */
function doorOf({ scheme }: GatewayRequest): Door | null {
  switch (scheme) {
    case 'http':
    case 'grpc':
      return 'http';
    case 'https':
      return 'https';
    case 'tls':
    case 'tcp':
    case 'udp':
      return null;
    default:
      return scheme satisfies never;
  }
}

/** Returns the most specific host: a name, then a wildcard of exactly one label, then the rest (I-202, I-603). */
function findHost(name: string, hosts: ReadonlyMap<string, VirtualHost>): VirtualHost | null {
  return hosts.get(name) ?? hosts.get(name.replace(/^[\w-]+(?=\.)/, '*')) ?? hosts.get('') ?? null;
}

function virtualHost(className: string, host: string | null, door: Door, table: RouteTable): VirtualHost {
  return {
    id: listenerId(INGRESS_CLASS_KIND, '', className, host === null ? door : `${door}/${host}`),
    name: door,
    namespace: '',
    service: null,
    port: PORTS[door],
    protocol: door.toUpperCase(),
    domain: host,
    usable: true,
    table,
    pooled: null,
    hidden: null,
    elsewhere: NOWHERE,
    original: null,
    hostnameFallthrough: true,
    passedOver: NOWHERE,
    supposed: NO_SUPPOSED,
    tcpRoutes: [],
  };
}
