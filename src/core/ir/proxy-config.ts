import type { BackendId } from './backend.ts';
import type { ServiceKey } from './service.ts';
import type { RouteTable } from './table.ts';

/** `ns/name:port`: a Service port as clients dial it. */
export type FrontendId = string;

/** A Service port as clients address it, with its tables: consumer tables by namespace, then the producer table. */
export interface Frontend {
  readonly id: FrontendId;
  readonly service: ServiceKey;
  readonly namespace: string;
  readonly port: number;
  readonly portName: string;
  readonly appProtocol: string | null;
  readonly tables: readonly RouteTable[];
  /** Where a request goes when no route applies: the Service's own endpoints. */
  readonly originalDestination: BackendId;
}

/** A listener of a Gateway (its own or one of a ListenerSet) as clients reach it, with its one table. */
export interface ListenerFrontend {
  /** `Gateway/ns/name:listener` or `ListenerSet/ns/name:listener`. */
  readonly id: string;
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
  /** null: every host. */
  readonly hostname: string | null;
  /** False: not accepted or not programmed, no traffic reaches it. */
  readonly usable: boolean;
  readonly table: RouteTable;
  /** Routes that are supposed to be let in: no manifest tells the labels of their namespaces. */
  readonly supposed: ReadonlySet<string>;
  /** TCPRoutes that name a TLS listener which terminates TLS, taken or not (profile field tcpRouteAtTLS). */
  readonly tcpRoutes: readonly string[];
}

/** A Gateway: the second kind of frontend. */
export interface GatewayFrontend {
  /** `ns/name`. */
  readonly id: string;
  /** True when no manifest declares it (profile field undeclaredGateways). */
  readonly assumed: boolean;
  readonly namespace: string;
  /** In the order of precedence: its own listeners, then those of its sets. */
  readonly listeners: readonly ListenerFrontend[];
}
