import { servicePortId } from '../ids/ids.ts';
import type { Frontend } from '../ir/proxy-config.ts';
import { serviceRead } from '../resource/read-keys.ts';
import { compactList } from '../text/compact-list.ts';
import type { ServiceClaims } from './dialect-compiler.ts';
import type { ServiceFacet } from './service-facets.ts';
import type { Unit } from './unit-memory.ts';

/** The frontends of a Service with their inputs. */
export interface ServiceFrontends extends Unit {
  readonly facet: ServiceFacet;
  readonly inputs: readonly unknown[];
  readonly frontends: readonly Frontend[];
}

const NO_TABLES: Frontend['tables'] = [];

/**
 * Returns one frontend for each port of a Service, with the tables of all dialects (R-111…R-115). Reuses the
 * frontends of an earlier run if their inputs did not change.
 */
export function frontendsOf(
  facet: ServiceFacet,
  claims: readonly ServiceClaims[],
  earlier: ServiceFrontends | undefined,
): ServiceFrontends {
  const inputs = claims.flatMap((each) => each.inputs);
  if (earlier?.facet === facet && sameList(earlier.inputs, inputs)) return earlier;
  const { key, namespace } = facet.facts;
  const frontends: Frontend[] = [];
  const seen = new Set<number>();
  for (const { port, name, appProtocol } of facet.ports) {
    // TCP and UDP may share a port number. The tables distinguish them.
    if (seen.has(port)) continue;
    seen.add(port);
    const tables = tablesAt(port, claims);
    if (facet.facts.kind === 'headless' && tables.length === 0) continue;
    frontends.push({
      id: servicePortId(key, port),
      service: key,
      namespace,
      port,
      portName: name,
      appProtocol,
      tables,
      original: { service: key, port, subset: null },
    });
  }
  return {
    facet,
    inputs: compactList(inputs),
    frontends: compactList(frontends),
    reads: () => [serviceRead(key)],
  };
}

function tablesAt(port: number, claims: readonly ServiceClaims[]): Frontend['tables'] {
  const [only, ...others] = claims;
  if (only === undefined) return NO_TABLES;
  return others.length === 0 ? only.tablesAt(port) : claims.flatMap((each) => each.tablesAt(port));
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}
