import { servicePortId } from '../ids/ids.ts';
import type { Frontend } from '../ir/proxy-config.ts';
import type { RouteEntry } from '../ir/table.ts';
import type { Profile } from '../profile/profile.ts';
import type { Attachment } from './dialects/gateway-api/attach/attach-to-services.ts';
import { buildTables } from './dialects/gateway-api/compile/service-tables.ts';
import type { AnyRoute } from './dialects/gateway-api/routes.ts';
import type { ServiceFacet } from './service-facets.ts';

type EntriesOf = (route: AnyRoute) => readonly RouteEntry[];

/** The frontends of a Service with what their tables rest on. */
export interface BuiltService {
  readonly facet: ServiceFacet;
  readonly attachments: readonly Attachment[];
  readonly entries: readonly (readonly RouteEntry[])[];
  readonly frontends: readonly Frontend[];
}

/** Whether frontends built earlier still stand. */
export function stillBuilt(
  known: BuiltService,
  facet: ServiceFacet,
  attachments: readonly Attachment[],
  entriesOf: EntriesOf,
): boolean {
  return (
    known.facet === facet &&
    known.attachments.length === attachments.length &&
    attachments.every(
      (each, at) => known.attachments[at] === each && known.entries[at] === entriesOf(each.route),
    )
  );
}

/** One frontend for each port of a Service, with the tables of the accepted attachments that bind it (R-111…R-115). */
export function buildService(
  facet: ServiceFacet,
  attachments: readonly Attachment[],
  entriesOf: EntriesOf,
  profile: Profile,
): BuiltService {
  const { facts } = facet;
  const frontends: Frontend[] = [];
  const seen = new Set<number>();
  let shared: { readonly bound: readonly Attachment[]; readonly tables: Frontend['tables'] } | null = null;
  for (const port of facet.ports) {
    // TCP and UDP may share a number; routes of the kinds simulated here are about the first.
    if (seen.has(port.port)) continue;
    seen.add(port.port);
    const bound = attachments.filter((each) => each.ports.includes(port.port));
    // Ports that the same routes bind have the same tables.
    if (shared === null || !sameList(shared.bound, bound)) {
      const tables = bound.length === 0 ? [] : buildTables(bound, facts.namespace, entriesOf, profile);
      shared = { bound, tables };
    }
    frontends.push({
      id: servicePortId(facts.key, port.port),
      service: facts.key,
      namespace: facts.namespace,
      port: port.port,
      portName: port.name,
      appProtocol: port.appProtocol,
      tables: shared.tables,
      original: { service: facts.key, port: port.port, subset: null },
    });
  }
  return { facet, attachments, entries: attachments.map((each) => entriesOf(each.route)), frontends };
}

function sameList<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}
