import { decide } from '../../dataplane/decide.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Condition } from '../../ir/condition.ts';
import type { MeshIR } from '../../ir/mesh-ir.ts';
import type { RouteTable } from '../../ir/table.ts';
import { indexKeyOf } from '../../match/operators/operators.ts';
import type { Profile } from '../../profile/profile.ts';
import type { EntryReach } from '../questions/reach.ts';
import type { TableAddress } from '../sets/request-space.ts';
import { isUnderstoodEntry } from '../sets/understood-entries.ts';
import { witnessOf } from '../sets/witness.ts';

/** A table with the reach of its entries. */
interface ReachedTable {
  readonly table: RouteTable;
  readonly address: TableAddress;
  readonly entries: readonly EntryReach[];
}

/**
 * Reports consumer routes that keep the clients of their namespace from the producer routes of the Service.
 * Only the consumer routes apply there, and unmatched requests are rejected. Reports one
 * finding for each namespace at each Service port.
 */
export function checkHiddenProducers(
  tables: readonly ReachedTable[],
  ir: MeshIR,
  profile: Profile,
  report: (finding: Finding) => void,
): void {
  const producers = new Map<string, ReachedTable>();
  for (const each of tables) {
    if ('frontend' in each.address && each.table.scope.role === 'producer') {
      producers.set(`${each.table.transport} ${each.address.frontend.id}`, each);
    }
  }
  for (const { table, address } of tables) {
    if (!('frontend' in address) || table.scope.role !== 'consumer') continue;
    const { frontend, client } = address;
    if (!table.entries.every(isUnderstoodEntry) || matchesAll(table)) continue;
    const producer = producers.get(`${table.transport} ${frontend.id}`);
    const hidden = producer?.entries.find(({ witness }) => {
      if (witness?.from == null) return false;
      const asked = { ...witness, from: { ...witness.from, namespace: client } };
      return decide(asked, ir, profile).kind === 'rejected';
    });
    const [first] = table.entries;
    if (hidden?.witness == null || first === undefined) continue;
    const { method, url } = witnessOf(hidden.witness);
    report({
      code: 'consumer-routes-hide-producer',
      severity: 'info',
      args: {
        namespace: client,
        service: frontend.id,
        consumer: first.route,
        producer: hidden.entry.route,
        request: `${method} ${url}`,
      },
      site: { file: first.origin.file, document: first.origin.document, path: first.action.origin.path },
      related: [
        {
          note: 'takes-it-elsewhere',
          site: {
            file: hidden.entry.origin.file,
            document: hidden.entry.origin.document,
            path: hidden.entry.origin.path,
          },
        },
      ],
      fixes: [],
    });
  }
}

/** Returns true if an entry matches every request, so that the table rejects none of them. */
function matchesAll({ entries }: RouteTable): boolean {
  return entries.some(({ conditions }) => conditions.every(isRootPrefix));
}

function isRootPrefix(condition: Condition): boolean {
  const key = condition.of === 'path' ? indexKeyOf(condition) : null;
  return key?.kind === 'path-prefix' && key.prefix === '';
}
