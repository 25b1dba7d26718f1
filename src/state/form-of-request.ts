import { printDuration } from '../core/dataplane/duration.ts';
import { formatGatewayName } from '../core/ids/gateway-names.ts';
import type { SimRequest } from '../core/ir/request.ts';
import { GATEWAY, type RequestFields } from './request-fields.ts';

function printHeaders(headers: readonly (readonly [string, string])[]): string {
  return headers.map(([name, value]) => `${name}: ${value}`).join('\n');
}

/** Returns the form for a request: the inverse of `readRequest` for the fields of the form. */
export function formOf(request: SimRequest): RequestFields {
  const { from, gateway, backend } = request;
  const host = request.host.includes(':') ? `[${request.host}]` : request.host;
  const port = request.portWritten ? `:${request.port}` : '';
  const query = request.query === '' ? '' : `?${request.query}`;
  const plain = request.protocol === 'http' || request.protocol === 'grpc';
  return {
    from: gateway
      ? `${GATEWAY}${formatGatewayName(gateway)}`
      : `${from?.namespace ?? ''}${from?.workload ? `/${from.workload}` : ''}${from?.serviceAccount ? `@${from.serviceAccount}` : ''}`,
    inMesh: from?.inMesh ?? true,
    method: request.method || 'GET',
    url: `${request.scheme}://${host}${port}${plain ? request.path + query : ''}`,
    headers: printHeaders(request.headers),
    latency: backend && backend.latency > 0 ? printDuration(backend.latency) : '',
    failTimes: backend?.failFirst?.times ?? 0,
    failHow: backend?.failFirst?.how ?? 'status',
    failStatus: backend?.failFirst?.status ?? 503,
    responseHeaders: printHeaders(backend?.responseHeaders ?? []),
    podOf: request.podOf ?? '',
    sni: request.sni !== null && request.sni !== request.host ? request.sni : '',
    clientAddress: request.clientAddress ?? '',
  };
}
