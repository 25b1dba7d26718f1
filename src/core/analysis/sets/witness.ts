import { formatGatewayName } from '../../ids/gateway-names.ts';
import { namespacedName } from '../../ids/ids.ts';
import type { SimRequest } from '../../ir/request.ts';

/** A request in the form that `trace`, RouteTests and benchmarks accept. */
export interface Witness {
  /** The namespace of the client, with its workload if it matters. */
  readonly from?: string;
  /** The labels of the client, if they matter. */
  readonly labels?: Readonly<Record<string, string>>;
  /** `ns/name:listener`. */
  readonly gateway?: string;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  /** Present if it differs from the host of the URL: a TLS connection to a Service under another name. */
  readonly sni?: string;
  /** The address of the client, if it matters. */
  readonly clientAddress?: string;
}

/** Returns a request as a witness. Reading it back returns the same request. */
export function witnessOf(request: SimRequest): Witness {
  const { from, gateway, method, scheme, host, port, portWritten, path, query, headers, sni } = request;
  const authority = portWritten ? `${host}:${port}` : host;
  const connection = scheme === 'tls' || scheme === 'tcp' || scheme === 'udp';
  const rest = connection ? '' : `${path}${query === '' ? '' : `?${query}`}`;
  return {
    ...(from === null
      ? null
      : { from: from.workload === null ? from.namespace : namespacedName(from.namespace, from.workload) }),
    ...(from?.labels === undefined || Object.keys(from.labels).length === 0 ? null : { labels: from.labels }),
    ...(gateway === null ? null : { gateway: formatGatewayName(gateway) }),
    method,
    url: `${scheme}://${authority}${rest}`,
    headers,
    ...(sni !== null && sni !== host ? { sni } : null),
    ...(request.clientAddress === undefined ? null : { clientAddress: request.clientAddress }),
  };
}
