import type { VirtualHost } from '../ir/proxy-config.ts';
import type { PodAddress, ServiceFacts } from '../ir/service.ts';
import type { Status } from '../ir/status.ts';
import type { DialledService } from './identify.ts';

/** The destination of a request in the configuration of its proxy (step 3). */
export type Arrival =
  | {
      readonly to: 'host';
      readonly by: DialledService['by'] | 'listener' | 'host-header' | 'sni' | 'port';
      readonly host: VirtualHost;
      /** Null at a Gateway, and for a host that is no Service. */
      readonly service: ServiceFacts | null;
    }
  /** The Gateway has no listener for the request. */
  | { readonly to: 'no-host'; readonly why: NoHost; readonly status: Status }
  /** The proxy of the client sends nothing to hosts that it does not know (Istio 1.4). */
  | {
      readonly to: 'blocked';
      readonly by: null;
      readonly status: Status;
      /** True for TLS at a port that is declared as HTTP. */
      readonly unreadable?: true;
    }
  /** The Service exists, but does not have this port. */
  | { readonly to: 'no-such-port'; readonly by: DialledService['by']; readonly service: ServiceFacts }
  /** DNS of a headless Service returns endpoint addresses: the backend facet, without routes. */
  | { readonly to: 'headless'; readonly by: 'dns-name' | 'name'; readonly service: ServiceFacts }
  /** DNS of an ExternalName Service leads out of the cluster. */
  | { readonly to: 'external'; readonly by: 'dns-name' | 'name'; readonly service: ServiceFacts }
  | { readonly to: 'pod'; readonly by: 'pod-ip'; readonly pod: PodAddress }
  | { readonly to: 'unknown'; readonly by: null };

/** Why a Gateway has no virtual host for a request. */
export type NoHost =
  /** No listener of the Gateway has this port and protocol. */
  | 'no-listener'
  /** The listener is not accepted or not programmed. It gets no traffic. */
  | 'listener-unusable'
  /** No listener of the port accepts this host (or SNI). */
  | 'no-host'
  /** A TLS connection whose host belongs to another listener than its SNI. */
  | 'misdirected';
