import type { BackendShare, Outcome, OutcomeKind } from '../ir/outcome.ts';
import type { ChangeReport } from './report-difference.ts';

/** How much a change harms clients, worst first. */
const HARMS = ['lost', 'moved', 'other', 'gained'] as const;
/**
 * `lost`: was served and fails now, at least a larger share of it. `moved`: goes to another backend. `gained`:
 * a larger share is served. `other`: timeouts, headers and other parts of the outcome.
 */
export type Harm = (typeof HARMS)[number];

/** The kinds of outcomes in which a request is served. */
export const SERVED: ReadonlySet<OutcomeKind> = new Set([
  'forwarded',
  'passed-through',
  'redirected',
  'responded',
]);

/** Returns the share of requests that fail. */
function failing({ kind, backends }: Outcome): number {
  if (!SERVED.has(kind)) return 1;
  const fails = ({ status, cause, redirect }: BackendShare) =>
    redirect === undefined && (cause === undefined ? status !== null : cause !== 'not-simulated');
  return backends.reduce((sum, each) => sum + (fails(each) ? each.share : 0), 0);
}

function destinationOf({ kind, backends, redirect }: Outcome): string {
  const shares = backends
    .filter(({ weight }) => weight > 0)
    .map(({ service, port, subset, share }) => JSON.stringify([service, port, subset ?? null, share]));
  return JSON.stringify([kind, shares.sort(), redirect?.location ?? null]);
}

/** Returns the harm of a changed class. */
export function harmOf({ before, after }: Pick<ChangeReport, 'before' | 'after'>): Harm {
  const more = failing(after) - failing(before);
  // Shares are fractions; their sums differ by rounding.
  if (Math.abs(more) > 1e-9) return more > 0 ? 'lost' : 'gained';
  return destinationOf(before) === destinationOf(after) ? 'other' : 'moved';
}

/** Returns the changed classes by their harm, worst first. Leaves out harms without a class. */
export function byHarm<Change extends Pick<ChangeReport, 'before' | 'after'>>(
  changes: readonly Change[],
): readonly { readonly harm: Harm; readonly changes: readonly Change[] }[] {
  const harms = changes.map((change) => ({ change, harm: harmOf(change) }));
  return HARMS.map((harm) => ({
    harm,
    changes: harms.filter((each) => each.harm === harm).map(({ change }) => change),
  })).filter((group) => group.changes.length > 0);
}
