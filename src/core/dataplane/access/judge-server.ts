import type {
  AccessPolicy,
  AccessSender,
  AccessVerdict,
  ConsideredAccess,
  ServerAccess,
  VerifiedTokens,
} from '../../ir/access.ts';
import type { ForwardedRequest } from '../../ir/outcome.ts';
import type { SimRequest } from '../../ir/request.ts';
import type { Seen } from './judge-condition.ts';
import { type JudgedRule, judgeRule } from './judge-rule.ts';
import { carriedToken } from './tokens.ts';
import type { Truth } from './truth.ts';

/** What a server says about a request. */
export interface ServerJudgement {
  readonly verdict: AccessVerdict;
  /** Why it is refused. `connection` means that the connection is reset, `request` that a policy refuses. */
  readonly refusal: 'connection' | 'request' | null;
  readonly by: readonly string[];
  readonly considered: readonly ConsideredAccess[];
}

/** The policies of one effect, each with its rules. */
interface Judged {
  readonly policy: AccessPolicy;
  readonly rules: readonly JudgedRule[];
  readonly truth: Truth;
}

/** Returns what a server says about a request (I-21.1). */
export function judgeServer(
  server: ServerAccess,
  sender: AccessSender,
  asked: SimRequest,
  forwarded: ForwardedRequest,
): ServerJudgement {
  const connection = judgeConnection(server);
  if (connection !== null && connection.verdict === 'denied') return connection;
  const token = carriedToken(server, forwarded);
  const mutual: Truth =
    server.channel === 'not-known' ? 'unknown' : server.channel === 'mutual-tls' ? 'yes' : 'no';
  const seen: Seen = { identity: { mutual, sender }, server, asked, forwarded, token: token.carried };
  const requests = judgePolicies(server, seen);
  const tokens = token.by.map(considerToken);
  const considered = [...(connection?.considered ?? []), ...tokens, ...requests.considered];
  const open = [...(connection?.by ?? []), ...token.by.map(({ by }) => by)];
  if (open.length > 0) {
    // A connection that may be reset, or a token that may be refused, leaves the answer open.
    return { verdict: 'unknown', refusal: null, by: [...open, ...requests.by], considered };
  }
  return { ...requests, considered };
}

function considerToken({ by, headers, parameters, cookies }: VerifiedTokens): ConsideredAccess {
  const expected = [...headers, ...parameters, ...cookies].join(', ');
  return {
    policy: by,
    effect: 'token',
    rule: null,
    result: 'unknown',
    why: 'token',
    expected,
    actual: null,
    held: 0,
    failed: 0,
  };
}

/** Returns the verdict on the connection. Null if the server accepts it (I-21.7). */
function judgeConnection({ accepts: { only, by }, channel }: ServerAccess): ServerJudgement | null {
  if (only === 'any' || channel === 'mutual-tls') return null;
  if (only === 'plain-text' && channel === 'plain-text') return null;
  const policy = by ?? '';
  const isClear = only === 'mutual-tls' && channel === 'plain-text';
  const considered: ConsideredAccess = {
    policy,
    effect: 'mutual-tls',
    rule: null,
    result: isClear ? 'missed' : 'unknown',
    why: 'mutual-tls',
    expected: 'mutual TLS',
    actual: channel === 'plain-text' ? 'plain text' : null,
    held: 0,
    failed: 0,
  };
  return {
    verdict: isClear ? 'denied' : 'unknown',
    refusal: isClear ? 'connection' : null,
    by: [policy],
    considered: [considered],
  };
}

const EFFECTS = ['ask', 'deny', 'allow'] as const;

function judgePolicies(server: ServerAccess, seen: Seen): ServerJudgement {
  const [ask, deny, allow] = EFFECTS.map((effect) =>
    server.policies
      .filter((policy) => policy.effect === effect)
      .map((policy): Judged => {
        const rules = policy.rules.map((rule) => judgeRule(rule, effect, seen));
        return { policy, rules, truth: truthOfRules(rules) };
      }),
  ) as [Judged[], Judged[], Judged[]];
  const considered = [...ask, ...deny, ...allow].flatMap(consider);
  const of = (verdict: AccessVerdict, by: readonly Judged[]): ServerJudgement => ({
    verdict,
    refusal: verdict === 'denied' ? 'request' : null,
    by: by.map(({ policy }) => policy.id),
    considered,
  });
  // A provider can refuse or answer a request in any way.
  const asked = ask.filter(({ truth }) => truth !== 'no');
  if (asked.length > 0) return of('unknown', asked);
  const refusing = deny.filter(({ policy, truth }) => truth === 'yes' && policy.applies);
  if (refusing.length > 0) return of('denied', refusing);
  const mayRefuse = deny.filter(({ truth }) => truth !== 'no');
  const needed = judgeAllow(allow);
  if (needed.verdict === 'denied') return of('denied', needed.by);
  if (mayRefuse.length > 0 || needed.verdict === 'unknown')
    return of('unknown', [...mayRefuse, ...needed.by]);
  if (allow.length === 0 && ask.length === 0 && deny.length === 0 && server.tokens.length === 0)
    return of('unrestricted', []);
  return of('allowed', needed.by);
}

/** Returns whether `allow` policies let a request through. Without any, every request passes (I-21.1). */
function judgeAllow(policies: readonly Judged[]): {
  readonly verdict: 'allowed' | 'denied' | 'unknown';
  readonly by: readonly Judged[];
} {
  const matching = policies.filter(({ truth }) => truth === 'yes');
  const certain = matching.filter(({ policy }) => policy.applies);
  if (certain.length > 0) return { verdict: 'allowed', by: certain };
  const open = policies.filter(({ truth }) => truth === 'unknown');
  // Policies that may not be for the server let requests through only if each of them matches.
  const isNeeded = policies.some(({ policy }) => policy.applies);
  if (!isNeeded && matching.length === policies.length) return { verdict: 'allowed', by: matching };
  if (open.length === 0 && matching.length === 0 && isNeeded) {
    return { verdict: 'denied', by: policies.filter(({ policy }) => policy.applies) };
  }
  return {
    verdict: 'unknown',
    by: policies.filter(({ policy, truth }) => truth !== 'no' || !policy.applies),
  };
}

function truthOfRules(rules: readonly JudgedRule[]): Truth {
  if (rules.some(({ truth }) => truth === 'yes')) return 'yes';
  return rules.some(({ truth }) => truth === 'unknown') ? 'unknown' : 'no';
}

const RESULTS = { yes: 'matched', no: 'missed', unknown: 'unknown' } as const;

function consider({ policy, rules }: Judged): readonly ConsideredAccess[] {
  const { id, effect, applies, provider } = policy;
  if (rules.length === 0) {
    const none = { policy: id, effect, rule: null, expected: '', actual: null, held: 0, failed: 0 };
    return [
      applies
        ? { ...none, result: 'missed', why: 'no-rules' }
        : { ...none, result: 'unknown', why: 'selector' },
    ];
  }
  return rules.map(({ rule, truth, why, expected, actual, held, failed }): ConsideredAccess => {
    const about = { policy: id, effect, rule: rule.index, held, failed };
    // A policy that may be for the server and does not match may refuse the request all the same.
    if (!applies && (truth !== 'no' || effect === 'allow'))
      return { ...about, result: 'unknown', why: 'selector', expected: '', actual: null };
    if (truth !== 'no' && effect === 'ask')
      return { ...about, result: 'unknown', why: 'provider', expected: provider, actual: null };
    return { ...about, result: RESULTS[truth], why, expected, actual };
  });
}
