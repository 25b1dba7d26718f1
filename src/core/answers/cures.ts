import { considerMatches } from '../dataplane/candidates.ts';
import { type Walk, walk } from '../dataplane/walk.ts';
import { findingProse } from '../explain/finding-prose.ts';
import type { FindingReport } from '../explain/finding-report.ts';
import type { ExplainLanguage } from '../explain/languages.ts';
import type { Finding, Fix } from '../findings/finding.ts';
import { enteredGatewayId } from '../ir/entered-gateway.ts';
import type { SimRequest } from '../ir/request.ts';
import type { Trace } from '../ir/trace.ts';
import { traceRequest } from '../pipeline.ts';
import type { Snapshot } from '../snapshot.ts';
import { analysedWith } from './analyse-fix.ts';
import { collectFindings } from './collect-findings.ts';
import { reportFixes } from './report-findings.ts';
import { hiddenTaker, ruleCures } from './rule-cures.ts';

/** The maximum number of cures for a request. */
const MOST_CURES = 3;
/** The maximum number of fixes to try. Each try analyses the manifests again. */
const MOST_TRIES = 8;

/**
 * Returns changes of the manifests after which a request that is rejected or fails is answered. Each of them
 * is verified: it is applied, the manifests are analysed again, and the same request is traced. Returns none
 * if the manifests do not determine the outcome.
 *
 * @example
 * ```
 * curesOf(snapshot, request).map(({ name }) => name); // ['add-hidden-rule', 'add-catch-all-to']
 * ```
 */
export function curesOf(snapshot: Snapshot, request: SimRequest): readonly Fix[] {
  const before = traceRequest(snapshot, request);
  if (!before.outcome.certain || before.outcome.kind === 'unknown' || failureOf(before) === 0) return [];
  const cures: Fix[] = [];
  const seen = new Set<string>();
  let tries = 0;
  for (const fix of proposals(snapshot, before)) {
    const key = JSON.stringify(fix.edits);
    if (seen.has(key)) continue;
    seen.add(key);
    if (++tries > MOST_TRIES) break;
    const cure = verified(fix, snapshot, before);
    if (cure !== null) cures.push(cure);
    if (cures.length === MOST_CURES) break;
  }
  return cures;
}

/**
 * Returns the cures of a request with their titles and lines. Throws EngineMissing when the texts of the
 * language are not loaded.
 */
export function reportCures(
  snapshot: Snapshot,
  request: SimRequest,
  language: ExplainLanguage,
): FindingReport['fixes'] {
  return reportFixes(curesOf(snapshot, request), snapshot, findingProse(language));
}

/**
 * Returns the fixes that could help, the likeliest first. A generator, because collecting the findings of a
 * large bundle takes long, and is not needed if rules are enough.
 */
function* proposals(snapshot: Snapshot, trace: Trace): Generator<Fix> {
  const { ir } = snapshot.control;
  const walked: Walk = walk(trace.request, ir, snapshot.profile, considerMatches);
  const rules = walked.end === 'no-entry' ? ruleCures(walked, snapshot) : [];
  const isHidden = walked.end === 'no-entry' && hiddenTaker(walked) !== null;
  if (isHidden) yield* rules;
  // Only a route that would match, a failure and a Gateway have findings about this request.
  const isAboutRules = walked.end === 'no-entry' && !keepsRoute(trace) && trace.request.gateway === null;
  if (!isAboutRules) yield* fixesAbout(trace, snapshot);
  if (!isHidden) yield* rules;
}

/** Returns true if a route matches the request and is not attached to its Service port or listener. */
function keepsRoute({ steps }: Trace): boolean {
  const step = steps.at(-1);
  return step !== undefined && 'considered' in step && step.considered.length > step.considered.compared;
}

/** Returns the fixes of findings about the routes of a trace and its Gateway. */
function fixesAbout(trace: Trace, snapshot: Snapshot): readonly Fix[] {
  const ids = idsOf(trace);
  const isAbout = ({ args, site }: Finding) =>
    Object.values(args).some((value) => ids.has(String(value))) || ids.has(resourceAt(site));
  const resourceAt = (site: Finding['site']) => {
    for (const id of ids) {
      const origin = snapshot.cluster.byId.get(id)?.resource.origin;
      const isHere = origin?.file === site.file && origin.document === site.document;
      if (isHere && origin.root.every((step, at) => site.path[at] === step)) return id;
    }
    return '';
  };
  const findings = collectFindings(snapshot).filter(isAbout);
  return [...findings.filter(isGrave), ...findings.filter((finding) => !isGrave(finding))].flatMap(
    ({ fixes }) => fixes,
  );
}

function isGrave({ severity }: Finding): boolean {
  return severity === 'error';
}

/** Returns the ids of the objects that decide about a request. */
function idsOf(trace: Trace): ReadonlySet<string> {
  const { steps, outcome } = trace;
  const ids = new Set<string>();
  if (outcome.route !== null) ids.add(outcome.route);
  else
    for (const step of steps)
      if ('considered' in step) for (const id of step.considered.routes()) ids.add(id);
  const gateway = enteredGatewayId(trace);
  if (gateway !== null) ids.add(gateway);
  return ids;
}

/**
 * Returns the fix if it works. If it works together with ReferenceGrants that its new references need, returns
 * both as one. Returns null if it does not work.
 */
function verified(fix: Fix, snapshot: Snapshot, before: Trace): Fix | null {
  const after = analysedWith(fix, snapshot);
  if (after === null) return null;
  if (isBetter(traceRequest(after, before.request), before)) return fix;
  if (fix.args.route === undefined) return null;
  const grants = collectFindings(after).flatMap(({ code, args, fixes }) =>
    code === 'backend-ref-not-permitted' && args.route === fix.args.route ? fixes : [],
  );
  if (grants.length === 0) return null;
  const edits = new Map(grants.flatMap((grant) => grant.edits).map((edit) => [edit.text, edit]));
  const both: Fix = {
    ...fix,
    args: { ...fix.args, grants: edits.size },
    edits: [...fix.edits, ...edits.values()],
  };
  const granted = analysedWith(both, snapshot);
  return granted !== null && isBetter(traceRequest(granted, before.request), before) ? both : null;
}

/** Returns true if the outcome is known and a smaller share of the requests fails. */
function isBetter(after: Trace, before: Trace): boolean {
  return after.outcome.certain && failureOf(after) < failureOf(before);
}

/** Returns the share of such requests that nothing answers, from 0 to 1. */
function failureOf({ outcome }: Trace): number {
  switch (outcome.kind) {
    case 'rejected':
    case 'failed':
    case 'denied':
    case 'unknown':
    case 'bypassed':
      return 1;
    case 'forwarded':
    case 'passed-through':
      return outcome.backends.reduce((sum, { share, cause }) => sum + (cause === undefined ? 0 : share), 0);
    case 'redirected':
    case 'responded':
      return 0;
    default:
      return outcome.kind satisfies never;
  }
}
