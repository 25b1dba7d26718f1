import type { ClientClass } from '../ids/client-classes.ts';
import type { GatewayName } from '../ids/gateway-names.ts';
import type { BackendKey } from './backend.ts';
import type { HostPattern } from './host-pattern.ts';
import type { LostClaim } from './lost-claim.ts';
import type { Outcome } from './outcome.ts';
import type { PassedOver } from './passed-over.ts';
import type { SimRequest } from './request.ts';
import type { ServiceKey } from './service.ts';
import type { Status } from './status.ts';
import type { RouteTable } from './table.ts';
import type { TraceNote } from './trace-note.ts';

/** `ns/name:port` of a Service port, or the id of a listener. */
export type FrontendId = string;

/**
 * A Service port with the tables of all client classes: consumer tables by namespace, then the producer
 * table. The configuration of a class shows it as a virtual host.
 */
export interface Frontend {
  readonly id: FrontendId;
  readonly service: ServiceKey;
  readonly namespace: string;
  readonly port: number;
  readonly portName: string;
  readonly appProtocol: string | null;
  readonly tables: readonly RouteTable[];
  /** The destination of a request if no route applies: the endpoints of the Service. */
  readonly original: BackendKey;
}

/** The unit that a proxy selects for a request: a Service port in a mesh, a listener at a Gateway. */
export interface VirtualHost {
  readonly id: FrontendId;
  /** The name of the port or of the listener. */
  readonly name: string;
  /** The namespace of the Service or of the Gateway. */
  readonly namespace: string;
  /** Null if no Service is behind it. */
  readonly service: ServiceKey | null;
  readonly port: number;
  /** The protocol of a listener, or the `appProtocol` of a Service port. Null if not given. */
  readonly protocol: string | null;
  /** The hosts that it accepts. Null means every host, or a virtual host that is found by its address. */
  readonly domain: HostPattern;
  /** False if it is not accepted or not programmed. No traffic reaches it then. */
  readonly usable: boolean;
  /** Null if no route applies. */
  readonly table: RouteTable | null;
  /**
   * The table of all virtual hosts of the port, if they are not isolated. Null if its own table
   * decides.
   */
  readonly pooled: RouteTable | null;
  /** The producer table that a consumer table replaces. */
  readonly hidden: RouteTable | null;
  /** Returns the tables for other client classes. */
  elsewhere(): readonly RouteTable[];
  /** The destination of a request if no route applies. Null if there is none. */
  readonly original: BackendKey | null;
  /** True if a request may fall through to routes of a less specific hostname. */
  readonly hostnameFallthrough: boolean;
  /** Returns the routes that name it and are not attached to it. */
  passedOver(): readonly PassedOver[];
  /**
   * The virtual host for each route that is assumed to be allowed, because the labels of its namespace are
   * unknown.
   */
  readonly supposed: ReadonlyMap<string, FrontendId>;
  /**
   * The TCPRoutes that name a TLS listener that terminates TLS, whether they are accepted or not (profile
   * field tcpRouteAtTLS).
   */
  readonly tcpRoutes: readonly string[];
  /** Returns the routes that want this host and do not have it. Absent if routes do not compete for hosts. */
  lostClaims?(): readonly LostClaim[];
}

/** The virtual hosts of a port whose requests are found by their Host header, without its port. */
export interface AuthorityPort {
  /** The domains with their virtual hosts: exact ones, then wildcards with the longest first. */
  domains(): Iterable<readonly [string, VirtualHost]>;
  /** The domains of virtual hosts that are no Services. */
  plainHosts(): Iterable<readonly [string, VirtualHost]>;
  /** Returns the virtual host for a host in lower case. Returns null if no domain covers it. */
  find(host: string): VirtualHost | null;
  /** What happens to other requests: they go to the address that the client dialled, or get an answer. */
  readonly otherwise: 'original' | Status;
}

/** What a proxy does with a connection whose address is of no Service of Kubernetes, if it is not HTTP. */
export type FoundConnection =
  /** It has a virtual host, found by its server name, its address or its port. */
  | { readonly by: 'sni' | 'vip' | 'port' | 'dns-name'; readonly host: VirtualHost }
  /** It is closed. `unreadable` is TLS at a port that is declared as HTTP. */
  | { readonly by: null; readonly status: Status; readonly unreadable?: true };

/** How a proxy finds virtual hosts by the Host header (Istio 1.1, 5.6). */
export interface AuthorityHosts {
  /** The ports that Services have, and the port of hosts that are no Services. Ascending. */
  readonly ports: readonly number[];
  /** Returns the hosts of a port. Returns null if the port has no listener for HTTP. */
  at(port: number): AuthorityPort | null;
  /** Returns true if the Host header selects the destination of the requests to a Service port. */
  decidesAt(frontend: Frontend): boolean;
  /** Returns true if the proxy refuses connections to a Service port that it does not know. */
  refuses(frontend: Frontend): boolean;
  /** Returns a Service port as a client reaches it without any virtual host. */
  withoutRoutes(frontend: Frontend): VirtualHost;
  /**
   * Returns what happens to a connection to an address that is of no Service of Kubernetes. Returns null if the
   * Host header decides, or nothing is known. `authority` is the host of the Host header.
   */
  connection(request: SimRequest, authority: string): FoundConnection | null;
  /** What happens to connections to addresses that the proxy does not know. */
  readonly unknownAddress: 'original' | Status;
}

/** A header that a proxy adds to requests without it, before it compares them with routes. */
export interface AddedHeader {
  readonly name: string;
  readonly value: string;
  /** The object that asks for it. */
  readonly by: string;
  /** Returns true if the proxy reads the requests to a virtual host. */
  reads(host: VirtualHost): boolean;
}

/** Returns notes on what a proxy does with the requests of an outcome. `by` is how the destination was found. */
export type NotesOnOutcome = (outcome: Outcome, by: string) => readonly TraceNote[];

/** The configuration of the proxies of the clients of one class. */
export interface MeshProxy {
  readonly entrance: 'mesh';
  readonly of: ClientClass;
  /** False if no proxy intercepts the traffic of these clients. */
  readonly intercepts: boolean;
  /** True if the Host header selects the destination before the address does. */
  readonly authorityFirst: boolean;
  /** Present if the Host header selects virtual hosts at some ports. Absent if the address selects all. */
  readonly byAuthority?: AuthorityHosts;
  /** Present if the proxy adds a header. */
  readonly adds?: AddedHeader;
  readonly notesOn?: NotesOnOutcome;
  /** Returns the virtual host of a Service port for these clients. */
  host(frontend: Frontend, transport: RouteTable['transport']): VirtualHost;
}

/** A request at a Gateway, as virtual hosts are found for it. */
export interface GatewayRequest {
  readonly port: number;
  readonly scheme: SimRequest['scheme'];
  /** The host of the Host header in lower case, without its port. */
  readonly host: string;
  /** The server name of an encrypted connection in lower case. */
  readonly serverName: string | null;
}

/** The behaviour of the controller of a class of Ingresses (I-801). `specification`: what the API says. */
export type ControllerBehaviour = 'specification' | 'ingress-nginx' | 'traefik';

/** The controller that serves the Ingresses of a class. */
export interface ClassController {
  /** The name of the IngressClass. `*` for Ingresses without a class. */
  readonly className: string;
  /** `spec.controller` of the IngressClass. Null if no manifest declares it. */
  readonly name: string | null;
  readonly behaves: ControllerBehaviour;
  /** True if it serves the Ingresses that name no class. */
  readonly isDefault: boolean;
  /** The ids of its Ingresses. */
  readonly objects: readonly string[];
}

/** The configuration of a Gateway. */
export interface GatewayProxy {
  readonly entrance: 'gateway';
  readonly of: ClientClass;
  /** `ns/name`. */
  readonly id: string;
  readonly namespace: string;
  /** True if no manifest declares it (profile field undeclaredGateways). */
  readonly assumed: boolean;
  /**
   * True if the Gateway rejects requests on a TLS connection whose SNI selects another listener than their
   * host.
   */
  readonly refusesMisdirected: boolean;
  readonly notesOn?: NotesOnOutcome;
  /** The kind in ids. Absent for a Gateway of Gateway API. */
  readonly kind?: NonNullable<GatewayName['kind']>;
  /** Present for the controller of a class of Ingresses. */
  readonly controller?: ClassController;
  /** The names and ports of its servers, if they are not listeners of their own. */
  readonly servers?: readonly { readonly name: string; readonly port: number }[];
  /**
   * The namespace of its Pods, if the manifests do not have them and it is an assumption. `matters` is true if
   * another namespace or other labels may change answers.
   */
  readonly unknownPods?: { readonly namespace: string; readonly matters: boolean };
  /**
   * Returns the virtual host of a request, or why there is none. `closed` connections get no status. Absent if
   * the most specific listener decides. No choice of a profile changes such a Gateway.
   */
  find?(
    request: GatewayRequest,
  ):
    | { readonly host: VirtualHost }
    | { readonly host: null; readonly why: 'no-listener' | 'no-host'; readonly closed: boolean };
  /** The listeners of the Gateway, then those of its ListenerSets, in order of precedence. */
  readonly listeners: readonly VirtualHost[];
  /** Returns the routes that name one of its listeners and are not attached to it. */
  passedOver(): readonly PassedOver[];
}

/** The configuration of the proxy that the requests of one client class pass. */
export type ProxyConfig = MeshProxy | GatewayProxy;
