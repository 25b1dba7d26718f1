import type { ClientClass } from '../ids/ids.ts';
import type { BackendKey } from './backend.ts';
import type { HostPattern } from './host-pattern.ts';
import type { PassedOver } from './passed-over.ts';
import type { ServiceKey } from './service.ts';
import type { RouteTable } from './table.ts';

/** `ns/name:port` of a Service port, or the id of a listener. */
export type FrontendId = string;

/**
 * A Service port with the tables of all client classes: consumer tables by namespace, then the producer table. The
 * configuration of one class shows it as a virtual host.
 */
export interface Frontend {
  readonly id: FrontendId;
  readonly service: ServiceKey;
  readonly namespace: string;
  readonly port: number;
  readonly portName: string;
  readonly appProtocol: string | null;
  readonly tables: readonly RouteTable[];
  /** Where a request goes when no route applies: the Service's own endpoints. */
  readonly original: BackendKey;
}

/** What a proxy finds for a destination: a Service port in a mesh, a listener at a Gateway. */
export interface VirtualHost {
  readonly id: FrontendId;
  /** Of the port or of the listener. */
  readonly name: string;
  /** Of the Service or of the Gateway. */
  readonly namespace: string;
  /** null: no Service is behind it. */
  readonly service: ServiceKey | null;
  readonly port: number;
  /** The protocol of a listener, or the `appProtocol` of a Service port; null: not given. */
  readonly protocol: string | null;
  /** The hosts that it is for; null: every host, or it is found by its address. */
  readonly domain: HostPattern;
  /** False: not accepted or not programmed, no traffic reaches it. */
  readonly usable: boolean;
  /** null: no route applies. */
  readonly table: RouteTable | null;
  /** The table of all virtual hosts of the port, where they are not isolated; null: its own table decides. */
  readonly pooled: RouteTable | null;
  /** The producer table that a consumer table takes the place of. */
  readonly hidden: RouteTable | null;
  /** The tables that are for other client classes. */
  readonly elsewhere: readonly RouteTable[];
  /** Where a request goes that no route applies to; null: nowhere. */
  readonly original: BackendKey | null;
  /** Whether a request may fall through to routes of a less specific hostname. */
  readonly hostnameFallthrough: boolean;
  /** The routes that wanted it and did not get it. */
  passedOver(): readonly PassedOver[];
  /** The virtual host by route for routes that are supposed to be let in: labels of namespaces are unknown. */
  readonly supposed: ReadonlyMap<string, FrontendId>;
  /** TCPRoutes that name a TLS listener which terminates TLS, taken or not (profile field tcpRouteAtTLS). */
  readonly tcpRoutes: readonly string[];
}

/** The configuration of the proxies beside the clients of one class. */
export interface MeshProxy {
  readonly entrance: 'mesh';
  readonly of: ClientClass;
  /** False: no proxy sees what these clients send. */
  readonly intercepts: boolean;
  /** Whether the Host header names the destination before the address does. */
  readonly authorityFirst: boolean;
  /** A Service port as these clients meet it. */
  host(frontend: Frontend, transport: RouteTable['transport']): VirtualHost;
}

/** The configuration of a Gateway. */
export interface GatewayProxy {
  readonly entrance: 'gateway';
  readonly of: ClientClass;
  /** `ns/name`. */
  readonly id: string;
  readonly namespace: string;
  /** True when no manifest declares it (profile field undeclaredGateways). */
  readonly assumed: boolean;
  /** Whether a TLS connection whose host belongs to another listener than its SNI is refused. */
  readonly refusesMisdirected: boolean;
  /** Its own listeners, then those of its ListenerSets, in order of precedence. */
  readonly listeners: readonly VirtualHost[];
  /** The routes that wanted one of its listeners and did not get it. */
  passedOver(): readonly PassedOver[];
}

/** The configuration of the proxy that the requests of one client class pass. */
export type ProxyConfig = MeshProxy | GatewayProxy;
