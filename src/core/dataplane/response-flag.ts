import type { Outcome, ResponseFlag } from '../ir/outcome.ts';
import type { Profile } from '../profile/profile.ts';

const MISSING: ReadonlySet<string> = new Set(['SubsetNotFound', 'BackendNotFound', 'NoCluster']);

/**
 * Returns the response flag that Envoy logs for an answer of its own. Null if it logs none, or if shares
 * differ. Flags: https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage
 */
export function responseFlag({ kind, cause, backends }: Outcome): ResponseFlag | null {
  if (kind === 'rejected') return cause === null || cause === 'no-match' ? 'NR' : null;
  if (kind === 'responded') return cause === 'fault-abort' ? 'FI' : null;
  if (kind !== 'failed') return null;
  const causes = new Set(backends.filter(({ share }) => share > 0).map((each) => each.cause ?? ''));
  const [only = cause ?? '', ...others] = causes;
  if (others.length > 0) return null;
  if (MISSING.has(only)) return 'NC';
  return only === 'no-ready-endpoints' ? 'UH' : null;
}

/** Returns an outcome with its response flag, if the proxies of the profile are Envoy and it has one. */
export function withFlag(outcome: Outcome, { own }: Profile): Outcome {
  const flag = own.envoy ? responseFlag(outcome) : null;
  return flag === null ? outcome : { ...outcome, flag };
}
