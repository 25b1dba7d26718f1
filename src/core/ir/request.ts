import type { Client } from './client.ts';
import type { Protocol } from './protocol.ts';

/** How long the backends take and how often they fail first, as the user supposes. */
export interface BackendBehaviour {
  /** Milliseconds until a backend answers; default 0. */
  readonly latency: number;
  readonly failFirst: {
    readonly times: number;
    readonly how: 'status' | 'reset';
    readonly status: number;
    /** Milliseconds until the failure shows. */
    readonly latency: number;
  } | null;
  readonly responseHeaders: readonly (readonly [string, string])[];
}

/** A synthetic request; URLs are parsed at the edge (see routetest and cli). */
export interface SimRequest {
  readonly from: Client | null;
  readonly gateway: {
    readonly namespace: string;
    readonly name: string;
    readonly listener: string | null;
  } | null;
  readonly protocol: Protocol;
  readonly method: string;
  readonly scheme: 'http' | 'https' | 'grpc' | 'tls' | 'tcp' | 'udp';
  /** What the client dials, without the port. */
  readonly host: string;
  readonly port: number;
  /** True when the URL spelled the port out; the Host header then carries it. */
  readonly portWritten: boolean;
  readonly path: string;
  /** Without the `?`; '' when there is none. */
  readonly query: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly sni: string | null;
  /** `ns/name` of a workload: dial one of its Pods by IP instead of the host. */
  readonly podOf: string | null;
  readonly backend: BackendBehaviour | null;
}
