import type { Outcome } from '../ir/outcome.ts';
import type { FollowedTrace } from '../ir/trace.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import type { Profile } from '../profile/profile.ts';
import type { AskedAgain } from './asked-again.ts';
import { CHOICES } from './choice-table.ts';
import type { ReadChoices } from './with-choices.ts';

/**
 * Returns a note for every choice of the profile that affects a request, of some fields. If another value of
 * a field would change the outcome, the trace has a code of that field (see choice-table.ts). `again` decides
 * the same request under another profile.
 */
export const choicesOn: ReadChoices = (trace, fields, profile, again) => {
  const told = new Set(trace.notes.map(({ code }) => code));
  const notes: TraceNote[] = [];
  let own: string | null = null;
  for (const field of fields) {
    const { codes, rule } = CHOICES[field];
    if (codes.some((code) => told.has(code)) || !canMatter(field, trace)) continue;
    for (const other of variantsOf(profile, field)) {
      const outcome = again(other);
      own ??= JSON.stringify(trace.outcome);
      if (JSON.stringify(outcome) === own) continue;
      const args = {
        chosen: String(profile[field]),
        other: String(other[field]),
        result: differenceOf(trace.outcome, outcome),
      };
      notes.push({ code: codes.at(-1) as TraceNote['code'], rule, args });
      break;
    }
  }
  return notes;
};

const variants = new WeakMap<Profile, Map<AskedAgain, readonly Profile[]>>();

/** Returns the profiles that differ from a profile only in one field, one for each other value of the field. */
function variantsOf(profile: Profile, field: AskedAgain): readonly Profile[] {
  let byField = variants.get(profile);
  if (byField === undefined) {
    byField = new Map();
    variants.set(profile, byField);
  }
  let others = byField.get(field);
  if (others === undefined) {
    const values = CHOICES[field].values as readonly Profile[AskedAgain][];
    others = values
      .filter((value) => value !== profile[field])
      .map((value) => ({ ...profile, [field]: value }));
    byField.set(field, others);
  }
  return others;
}

/**
 * Returns false if the request shows that a field cannot change its outcome. The request is then not decided
 * again.
 */
function canMatter(field: AskedAgain, { request, outcome }: FollowedTrace): boolean {
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
    case 'grpcMatching':
    case 'parentPorts':
    case 'headlessServices':
    case 'connectionRoutes':
    case 'otherServerNames':
    case 'unsupportedFilters':
    case 'unmatchedSelectors':
    case 'sniffedPorts':
    case 'hostHeaderPort':
      return gateway === null;
    case 'removedHeaders':
    case 'regexAnchor':
    case 'patternUnit':
    case 'starPattern':
    case 'rootPrefix':
      return true;
    default:
      return field satisfies never;
  }
}

function redirects({ redirect, backends }: Outcome): boolean {
  return redirect !== null || backends.some((backend) => backend.redirect !== undefined);
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
