import type { RuleIndex } from '../../../../ids/ids.ts';
import type { MeshIR } from '../../../../ir/mesh-ir.ts';
import type { RouteEntry } from '../../../../ir/table.ts';

/** The entries of the paths of one Ingress, in all tables of its controller. */
export type EntriesByLine = ReadonlyMap<string, readonly RouteEntry[]>;

/** Returns the key of a path: its rule and its index there. */
export function lineKey(rule: RuleIndex, match: number): string {
  return `${rule} ${match}`;
}

/** Returns the entries of all Ingresses by path, by the id of the Ingress. */
export function entriesByLine(ir: MeshIR): ReadonlyMap<string, EntriesByLine> {
  const byIngress = new Map<string, Map<string, RouteEntry[]>>();
  for (const { controller, listeners } of ir.gateways.values()) {
    if (controller === undefined) continue;
    for (const entry of listeners.flatMap(({ table }) => table?.entries ?? [])) {
      const lines = byIngress.get(entry.route) ?? new Map<string, RouteEntry[]>();
      byIngress.set(entry.route, lines);
      const key = lineKey(entry.rule, entry.match);
      const list = lines.get(key);
      if (list) list.push(entry);
      else lines.set(key, [entry]);
    }
  }
  return byIngress;
}
