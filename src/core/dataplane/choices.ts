import { readResourceId } from '../ids/ids.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { Trace } from '../ir/trace.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import type { Profile } from '../profile/profile.ts';
import { ASKED_AGAIN, CHOICES, type ProfileField } from './choice-table.ts';

/**
 * Returns a trace with a note for every choice of the profile that affects its request. If another value of a
 * field would change the outcome, the trace has a code of that field (see choice-table.ts). `again` decides
 * the same request under another profile.
 */
export function withChoices(trace: Trace, profile: Profile, again: (other: Profile) => Outcome): Trace {
  const told = new Set(trace.notes.map(({ code }) => code));
  const notes: TraceNote[] = [];
  const own = JSON.stringify(trace.outcome);
  for (const field of ASKED_AGAIN) {
    const { codes, rule, values } = CHOICES[field];
    if (codes.some((code) => told.has(code)) || !canMatter(field, trace)) continue;
    for (const value of values as readonly Profile[ProfileField][]) {
      if (value === profile[field]) continue;
      const outcome = again({ ...profile, [field]: value });
      if (JSON.stringify(outcome) === own) continue;
      const args = {
        chosen: String(profile[field]),
        other: String(value),
        result: differenceOf(trace.outcome, outcome),
      };
      notes.push({ code: codes.at(-1) as TraceNote['code'], rule, args });
      break;
    }
  }
  notes.push(...notesOnChannel(trace, profile));
  return notes.length === 0 ? trace : { ...trace, notes: [...trace.notes, ...notes] };
}

/**
 * Returns false if the request shows that a field cannot change its outcome. The request is then not decided
 * again.
 */
function canMatter(field: ProfileField, { request, outcome }: Trace): boolean {
  const { gateway, backend, headers, query, protocol } = request;
  switch (field) {
    case 'repeatedHeaders': {
      const names = headers.map(([name]) => name.toLowerCase());
      return new Set(names).size < names.length;
    }
    case 'repeatedQuery':
      return query.includes('&');
    case 'queryDecoding':
      return /[%+]/.test(query);
    case 'underscoreHeaders':
      return headers.some(([name]) => name.includes('_'));
    case 'refusedRequests':
      return protocol === 'http' || request.path.includes('%00');
    case 'hostnameFallthrough':
    case 'listenerIsolation':
    case 'misdirectedRequests':
      return gateway !== null;
    case 'serverSideProducerRoutes':
      return request.from !== null && !request.from.inMesh;
    case 'redirectKeepsQuery':
      return query !== '' && redirects(outcome);
    case 'redirectHostPort':
    case 'redirectDefaultPorts':
    case 'prefixRedirect':
    case 'mirrorWithRedirect':
      return redirects(outcome);
    case 'lastHeaderChange':
      return outcome.backends.length > 0;
    case 'filterLocalResponses':
      return outcome.kind === 'failed' || redirects(outcome);
    case 'unstatedAttempts':
    case 'retriedErrors':
    case 'unstatedCodes':
    case 'unstatedTimeout':
      return backend !== null;
    case 'policyOverlap':
    case 'backendTLSInMesh':
      return gateway === null || outcome.policies.length > 0;
    case 'channel':
    case 'consumerFallback':
    case 'serviceIdentification':
    case 'meshReferenceGrant':
    case 'kindConflict':
    case 'severalMatches':
    case 'coreGroup':
    case 'tcpRouteAtTLS':
    case 'own':
    case 'httpCriteria':
    case 'regexRank':
    case 'regexAnchor':
    case 'prefixTrailingSlash':
    case 'nameOrder':
    case 'zeroWeight':
    case 'pathNormalisation':
    case 'patternUnit':
    case 'starPattern':
    case 'rootPrefix':
    case 'undeclaredServices':
    case 'undeclaredGateways':
      return true;
    default:
      return field satisfies never;
  }
}

function redirects({ redirect, backends }: Outcome): boolean {
  return redirect !== null || backends.some((backend) => backend.redirect !== undefined);
}

/** Returns notes on fields and kinds of the experimental channel that affect the outcome. */
function notesOnChannel({ outcome }: Trace, { channel }: Profile): readonly TraceNote[] {
  if (channel === 'standard') return [];
  const fields = [
    ...(outcome.retry === null ? [] : ['retry']),
    ...(outcome.session === null ? [] : ['sessionPersistence']),
    ...(outcome.policies.some(({ policy }) => readResourceId(policy).kind === 'XBackendTrafficPolicy')
      ? ['XBackendTrafficPolicy']
      : []),
  ];
  if (fields.length === 0) return [];
  return [{ code: 'experimental-field', rule: 'R-701', args: { fields: fields.join(', ') } }];
}

/** Returns the first difference between two outcomes, in names and numbers that need no translation. */
function differenceOf(outcome: Outcome, other: Outcome): string {
  if (outcome.kind !== other.kind || outcome.status !== other.status) {
    return other.status === null ? other.kind : `${other.kind} ${other.status}`;
  }
  if (outcome.route !== other.route || outcome.rule !== other.rule || outcome.match !== other.match) {
    return other.route === null ? other.kind : `${other.route} rule ${other.rule}`;
  }
  if (outcome.redirect?.location !== other.redirect?.location) return other.redirect?.location ?? other.kind;
  const parts = ['forwarded', 'response', 'mirrors', 'backends', 'attempts', 'policies', 'role'] as const;
  const part = parts.find((each) => JSON.stringify(outcome[each]) !== JSON.stringify(other[each]));
  if (part === 'forwarded' && outcome.forwarded?.path !== other.forwarded?.path) {
    return other.forwarded?.path ?? other.kind;
  }
  return part === undefined ? other.kind : changed(part, outcome, other);
}

function changed(part: keyof Outcome, outcome: Outcome, other: Outcome): string {
  if (part !== 'forwarded' && part !== 'response') return `${part}: ${brief(other[part])}`;
  const [ours, theirs] = [outcome, other].map((each) => new Map(Object.entries(each[part]?.headers ?? {})));
  const name = [...(theirs?.keys() ?? []), ...(ours?.keys() ?? [])].find(
    (each) => theirs?.get(each) !== ours?.get(each),
  );
  return name === undefined ? part : `${name}: ${theirs?.get(name) ?? '–'}`;
}

const LONGEST = 120;

function brief(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
