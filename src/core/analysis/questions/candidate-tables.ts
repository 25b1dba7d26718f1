import { identify } from '../../dataplane/identify.ts';
import { selectListener } from '../../dataplane/select-listener.ts';
import { selectTable } from '../../dataplane/select-table.ts';
import type { MeshIR, RouteEntry, RouteTable } from '../../ir/mesh-ir.ts';
import type { SimRequest } from '../../ir/trace.ts';
import { viewRequest } from '../../match/request-view.ts';
import type { Profile } from '../../profile/profile.ts';
import type { TableAddress } from '../sets/request-space.ts';

/** The entries that a request is compared with, in the order in which its trace lists them. */
export interface CandidateTables {
  readonly table: RouteTable;
  readonly address: TableAddress;
  /** Those of the table; then those of the table behind it, or of listeners that are pooled with its own. */
  readonly entries: readonly RouteEntry[];
}

/** Where a request is routed: null when it meets no table. */
export function candidateTables(request: SimRequest, ir: MeshIR, profile: Profile): CandidateTables | null {
  if (request.gateway !== null) {
    const gateway = ir.gateways.get(`${request.gateway.namespace}/${request.gateway.name}`);
    if (gateway === undefined) return null;
    const choice = selectListener(gateway, request, viewRequest(request, profile).host, profile);
    if (choice.to !== 'listener') return null;
    const entries = choice.pooled.flatMap((each) => each.table.entries);
    return { table: choice.listener.table, address: { gateway, listener: choice.listener }, entries };
  }
  const identity = identify(request, ir, profile);
  if (identity.to !== 'frontend') return null;
  const client = request.from?.inMesh ? request.from.namespace : null;
  const transport = request.protocol === 'udp' ? 'udp' : 'tcp';
  const { table, behind } = selectTable(identity.frontend, client, transport);
  if (table === null) return null;
  const behindToo = profile.consumerFallback === 'fallbackToProducer' ? (behind?.entries ?? []) : [];
  return {
    table,
    address: { frontend: identity.frontend, client: client ?? '' },
    entries: [...table.entries, ...behindToo],
  };
}
