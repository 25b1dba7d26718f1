import { difference } from './analysis/difference.ts';
import { type Witness, witnessOf } from './analysis/witness.ts';
import type { Outcome } from './ir/trace.ts';
import type { Snapshot } from './snapshot.ts';

/** A class of requests whose outcome changes, as `diff -o json` prints it (CONTRACTS section 4). */
export interface ChangeReport {
  readonly frontend: string;
  /** Namespace of the clients; `*`: every one that has no consumer routes of its own there. */
  readonly client: string;
  readonly witness: Witness;
  readonly before: Outcome;
  readonly after: Outcome;
  readonly because: readonly { readonly route: string; readonly rule: number; readonly match: number }[];
}

export interface DifferenceReport {
  readonly changes: readonly ChangeReport[];
  /** With no change, a proof that there is none. */
  readonly complete: boolean;
}

/** The classes of requests whose outcome differs between two snapshots, one witness each. */
export function reportDifference(before: Snapshot, after: Snapshot): DifferenceReport {
  const world = ({ control, profile }: Snapshot) => ({ ir: control.ir, profile });
  const { changes, complete } = difference(world(before), world(after));
  return {
    changes: changes.map(({ frontend, client, request, before: first, after: second, because }) => ({
      frontend,
      client,
      witness: witnessOf(request),
      before: first,
      after: second,
      because: because.map(({ route, rule, match }) => ({ route, rule, match })),
    })),
    complete,
  };
}
