import { findHost } from '../../dataplane/find-host.ts';
import type { MeshIR } from '../../ir/mesh-ir.ts';
import type { ProxyConfig, VirtualHost } from '../../ir/proxy-config.ts';
import type { SimRequest } from '../../ir/request.ts';
import type { RouteEntry, RouteTable } from '../../ir/table.ts';
import { viewRequest } from '../../match/request-view.ts';
import type { Profile } from '../../profile/profile.ts';
import type { TableAddress } from '../sets/request-space.ts';

/** The entries that a request is compared with, in the order of the candidates in its trace. */
export interface CandidateTables {
  readonly table: RouteTable;
  readonly address: TableAddress;
  /** The entries of the first table, then those of the tables after it. */
  readonly entries: readonly RouteEntry[];
}

/** Returns the tables that a request is compared with. Returns null if no table applies. */
export function candidateTables(request: SimRequest, ir: MeshIR, profile: Profile): CandidateTables | null {
  const proxy = ir.proxy(ir.classOf(request));
  if (proxy === null) return null;
  const arrival = findHost(request, viewRequest(request, profile), proxy, ir);
  if (arrival.to !== 'host') return null;
  const { host } = arrival;
  const address = addressOf(host, proxy, request, ir);
  if (host.table === null || address === null) return null;
  return { table: host.table, address, entries: entriesFrom(host.pooled ?? host.table) };
}

function addressOf(
  host: VirtualHost,
  proxy: ProxyConfig,
  { from, host: dialled }: SimRequest,
  ir: MeshIR,
): TableAddress | null {
  if (proxy.entrance === 'gateway') return { gateway: proxy, listener: host };
  const own = from?.inMesh ? { client: from.namespace, from } : { client: '' };
  const frontend = ir.frontends.get(host.id);
  if (frontend !== undefined) return { frontend, ...own };
  if (host.service !== null) return null;
  // A host that is no Service (Istio 5.3).
  const { id, port, namespace } = host;
  return { frontend: { id, service: dialled, port, namespace }, ...own, dialled };
}

function entriesFrom(first: RouteTable): readonly RouteEntry[] {
  const { noMatch } = first;
  return noMatch.kind === 'next' ? [...first.entries, ...entriesFrom(noMatch.table)] : first.entries;
}
