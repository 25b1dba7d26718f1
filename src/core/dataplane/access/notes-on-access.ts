import type { Access, AccessDestination, ConsideredAccess, ServerAccess } from '../../ir/access.ts';
import type { TraceNote } from '../../ir/trace-note.ts';
import type { ServerJudgement } from './judge-server.ts';

type Judged = ServerJudgement & { readonly server: ServerAccess };

/** Returns the notes on the verdict of a destination: what decided it, or what is missing to decide it. */
export function notesOnAccess(
  judged: readonly Judged[],
  { verdict, by, considered }: Access,
  to: AccessDestination,
  isCommon: boolean,
): readonly TraceNote[] {
  const service = to.backend?.key.service ?? to.workload ?? '';
  if (!isCommon) {
    const named = (wanted: boolean) =>
      judged.flatMap(({ server, verdict: own }) =>
        (own === 'denied') === wanted ? (server.workload ?? []) : [],
      );
    const args = { service, denied: named(true).join(', '), others: named(false).join(', ') };
    return [{ code: 'access-differs', rule: 'I-21.3', args }];
  }
  switch (verdict) {
    case 'unrestricted':
      return [{ code: 'access-unrestricted', rule: 'I-21.3', args: { service } }];
    case 'allowed': {
      const args = { service, policies: by.join(', ') };
      if (by.length === 0) return [{ code: 'access-not-denied', rule: 'I-21.1', args: { service } }];
      return [{ code: 'access-allowed', rule: 'I-21.1', args }];
    }
    case 'denied':
      return notesOnDenial(judged, considered, service, by);
    case 'unknown': {
      const open = considered.filter(({ result, policy }) => result === 'unknown' && by.includes(policy));
      const named = open.map(({ policy, rule, why, expected }) => ({ policy, rule, part: why, expected }));
      const all =
        named.length > 0 ? named : by.map((policy) => ({ policy, rule: null, part: '', expected: '' }));
      return all.map(({ rule, ...args }) => ({
        code: 'access-unknown',
        rule: 'I-21.4',
        args: { service, ...args, rule: rule ?? -1 },
      }));
    }
    default:
      return verdict satisfies never;
  }
}

function notesOnDenial(
  judged: readonly Judged[],
  considered: readonly ConsideredAccess[],
  service: string,
  by: readonly string[],
): readonly TraceNote[] {
  if (judged[0]?.refusal === 'connection')
    return by.map((policy) => ({ code: 'mutual-tls-required', rule: 'I-21.7', args: { service, policy } }));
  const matched = considered.filter(({ effect, result }) => effect === 'deny' && result === 'matched');
  if (matched.length > 0)
    return matched.map(({ policy, rule }) => ({
      code: 'access-denied-by-rule',
      rule: 'I-21.1',
      args: { service, policy, rule: rule ?? -1 },
    }));
  const policies = by.join(', ');
  const missed = considered.filter(({ effect, policy }) => effect === 'allow' && by.includes(policy));
  const none: TraceNote = { code: 'access-no-rule', rule: 'I-21.1', args: { service, policies } };
  const nearest = nearestOf(missed);
  if (nearest === null) return [none];
  const { policy, rule, why, expected, actual } = nearest;
  if (why === 'no-rules') return [none, { code: 'access-without-rules', rule: 'I-21.2', args: { policy } }];
  if (why === 'connections-only')
    return [none, { code: 'access-reads-requests', rule: 'I-21.6', args: { policy, rule: rule ?? -1 } }];
  const args = { policy, rule: rule ?? -1, part: why, expected, actual: actual ?? '' };
  const code =
    actual !== null
      ? 'access-nearest'
      : OF_IDENTITY.test(why)
        ? 'access-no-identity'
        : 'access-nearest-missing';
  return [none, { code, rule: 'I-21.4, I-21.5', args }];
}

/** The parts that only an identity satisfies. */
const OF_IDENTITY = /^source\.(principal|namespace|serviceAccount)s?$/;

/** Returns the rule with the fewest conditions that fail, then the most that hold. */
function nearestOf(missed: readonly ConsideredAccess[]): ConsideredAccess | null {
  const rules = missed.filter(({ rule, why }) => rule !== null && why !== 'connections-only');
  const [nearest = null] = [...rules].sort((a, b) => a.failed - b.failed || b.held - a.held);
  return nearest ?? missed[0] ?? null;
}
