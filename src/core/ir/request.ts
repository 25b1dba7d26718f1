import type { GatewayName } from '../ids/gateway-names.ts';
import type { Client } from './client.ts';
import type { Protocol } from './protocol.ts';

/** The assumed behaviour of the backends: how long they take and how often they fail first. */
export interface BackendBehaviour {
  /** Milliseconds until a backend answers. The default is 0. */
  readonly latency: number;
  readonly failFirst: {
    readonly times: number;
    readonly how: 'status' | 'reset';
    readonly status: number;
    /** Milliseconds until the failure is visible. */
    readonly latency: number;
  } | null;
  readonly responseHeaders: readonly (readonly [string, string])[];
}

/** A synthetic request. The callers read URLs (see routetest and cli). */
export interface SimRequest {
  readonly from: Client | null;
  readonly gateway: GatewayName | null;
  readonly protocol: Protocol;
  readonly method: string;
  readonly scheme: 'http' | 'https' | 'grpc' | 'tls' | 'tcp' | 'udp';
  /** The host that the client dials, without the port. */
  readonly host: string;
  readonly port: number;
  /** True if the URL contains the port. The Host header then contains it, too. */
  readonly portWritten: boolean;
  readonly path: string;
  /** Without the `?`. `''` if there is none. */
  readonly query: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly sni: string | null;
  /** The IP address of the client, as the controller of an Ingress sees it. Absent: 127.0.0.1 (I-716). */
  readonly clientAddress?: string;
  /**
   * `ns/name` of a workload. The client dials the IP address of one of its Pods instead of the host.
   */
  readonly podOf: string | null;
  readonly backend: BackendBehaviour | null;
}
