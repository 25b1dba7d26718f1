import type { SnapshotView } from '../core/present-first.ts';
import { FIRST_EXAMPLE } from './examples.ts';
import { EMPTY_REQUEST, type RequestForm } from './request-form.ts';

type Client = SnapshotView['clients'][number];

function nameOf({ namespace, workloads }: Client): string {
  const [workload] = workloads;
  return workload === undefined ? namespace : `${namespace}/${workload}`;
}

/**
 * A request worth asking of manifests that the user has just brought, so that the first answer needs no form: to a
 * Service with routes, from a client that they are for. Null when the manifests have no Service.
 */
export function firstQuestion({
  clients,
  hosts,
  tables,
  entrances,
  statuses,
}: SnapshotView): RequestForm | null {
  if (tables.length === 0) {
    const [entrance] = entrances;
    const route = statuses.find((each) =>
      each.parents?.some(({ parentRef }) => parentRef.kind === 'Gateway'),
    );
    if (entrance && route)
      return { ...EMPTY_REQUEST, from: `gateway:${entrance.gateway}`, url: entrance.url };
  }
  const table = tables.find((each) => each.scope.role === 'consumer') ?? tables[0];
  const service = table?.frontend.replace(/:\d+$/, '');
  const host = hosts.find((each) => each.service === service) ?? hosts[0];
  if (!host) return null;
  const home = host.service.split('/')[0] ?? '';
  const wanted =
    table?.scope.role === 'consumer'
      ? clients.find((client) => client.namespace === table.scope.namespace)
      : (clients.find((client) => client.namespace !== home && client.workloads.length > 0) ??
        clients.find((client) => client.namespace === home));
  const client = wanted ?? clients[0];
  const path = table?.entries[0]?.conditions.find((each) => each.on === 'path' && each.op !== 'regex')?.value;
  const url = host.grpc
    ? `${host.url}package.Service/Method`
    : host.url.replace(/\/$/, path?.startsWith('/') ? path : '/');
  return { ...EMPTY_REQUEST, from: client ? nameOf(client) : home, url };
}

/** True when the form asks nothing, or still asks what the first example asks although that example is gone. */
export function asksNothing(request: RequestForm, { clients }: SnapshotView): boolean {
  if (request.url === '' && request.headers === '') return true;
  if (request.from !== FIRST_EXAMPLE.request.from || request.url !== FIRST_EXAMPLE.request.url) return false;
  const [namespace] = request.from.split('/');
  return !clients.some((client) => client.namespace === namespace);
}
