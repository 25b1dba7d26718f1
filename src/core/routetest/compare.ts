import type { ForwardedRequest, Outcome, ResponseHeaders } from '../ir/outcome.ts';
import type { Candidate, Trace } from '../ir/trace.ts';
import { own } from '../text/own.ts';
import { namesBackend } from './backend-name.ts';
import { compareAnswer } from './compare-answer.ts';
import type { Difference } from './report.ts';
import type { Expectation, HeaderExpectation, ShareExpectation } from './suite.ts';

/** Shares are fractions. Users write `0.333`. */
const TOLERANCE = 0.001;

/**
 * Returns all differences between a trace and the expectation of a case. Returns an empty list when the case
 * passes.
 */
export function compareTrace(trace: Trace<Iterable<Candidate>>, expect: Expectation): readonly Difference[] {
  const { outcome } = trace;
  const differences: Difference[] = [];
  const differ = (path: string, expected: unknown, actual: unknown) => {
    differences.push({ path, expected, actual });
  };
  if (expect.outcome && !expect.outcome.includes(outcome.kind))
    differ('outcome', one(expect.outcome), outcome.kind);
  if (expect.status && !expect.status.includes(outcome.status))
    differ('status', one(expect.status), outcome.status);
  if (expect.statusNot && outcome.status !== null && expect.statusNot.includes(outcome.status)) {
    differ('statusNot', expect.statusNot, outcome.status);
  }
  if (expect.route !== undefined && expect.route !== outcome.route)
    differ('route', expect.route, outcome.route);
  if (typeof expect.rule === 'number' && expect.rule !== outcome.rule)
    differ('rule', expect.rule, outcome.rule);
  if (typeof expect.rule === 'string' && expect.rule !== outcome.ruleName && expect.rule !== outcome.rule)
    differ('rule', expect.rule, outcome.ruleName ?? outcome.rule);
  if (expect.match !== undefined && expect.match !== outcome.match)
    differ('match', expect.match, outcome.match);
  const via = outcome.via ?? null;
  if (expect.via !== undefined && expect.via !== via) differ('via', expect.via, via);
  if (expect.role !== undefined && expect.role !== outcome.role) differ('role', expect.role, outcome.role);
  if (expect.backends) differences.push(...compareBackends(outcome, expect.backends));
  if (expect.workloads) differences.push(...compareWorkloads(outcome, expect.workloads));
  if (expect.request) differences.push(...compareForwarded(outcome, expect.request));
  if (expect.response) {
    differences.push(...compareHeaders('response', outcome.response.headers, expect.response));
  }
  if (expect.redirect) differences.push(...compareRedirect(outcome, expect.redirect));
  if (expect.mirrors) {
    const actual = new Map(outcome.mirrors.map((mirror) => [mirror.service, mirror.share]));
    differences.push(...compareShares('mirrors', actual, expect.mirrors));
  }
  for (const { name, value } of expect.timeouts ?? []) {
    const actual = outcome.timeouts?.[name] ?? null;
    if (actual !== value) differ(`timeouts.${name}`, value, actual);
  }
  if (expect.policies) {
    const actual = outcome.policies.map((each) => each.policy).sort();
    if (actual.join() !== [...expect.policies].sort().join()) differ('policies', expect.policies, actual);
  }
  differences.push(...compareAnswer(trace, expect));
  return differences;
}

function one(list: readonly unknown[]): unknown {
  return list.length === 1 ? list[0] : list;
}

function compareBackends(outcome: Outcome, expect: ShareExpectation): readonly Difference[] {
  const live = outcome.backends.filter((backend) => backend.share > 0);
  const shown = live.map((backend) => `${backend.service ?? '(pod)'}:${backend.port}`);
  if (expect.form !== 'shares') {
    const wanted = expect.form === 'alone' ? [expect.name] : expect.names;
    const ok = live.length > 0 && live.every((backend) => wanted.some((name) => namesBackend(name, backend)));
    return ok
      ? []
      : [{ path: 'backends', expected: expect.form === 'alone' ? expect.name : wanted, actual: shown }];
  }
  // A name with a subset precedes the name of all endpoints.
  const names = [...expect.shares.keys()];
  const keys = [
    ...names.filter((name) => name.includes('@')),
    ...names.filter((name) => !name.includes('@')),
  ];
  const actual = new Map<string, number>();
  for (const backend of live) {
    const key =
      keys.find((name) => namesBackend(name, backend)) ?? `${backend.service ?? '(pod)'}:${backend.port}`;
    actual.set(key, (actual.get(key) ?? 0) + backend.share);
  }
  return compareShares('backends', actual, expect.shares);
}

function compareWorkloads(outcome: Outcome, expect: ShareExpectation): readonly Difference[] {
  const live = outcome.backends.filter((backend) => backend.share > 0 && backend.cause === undefined);
  if (expect.form !== 'shares') {
    const wanted = expect.form === 'alone' ? [expect.name] : expect.names;
    const actual = [...new Set(live.flatMap((backend) => backend.workloads))];
    const ok = actual.length > 0 && actual.every((workload) => wanted.includes(workload));
    return ok
      ? []
      : [{ path: 'workloads', expected: expect.form === 'alone' ? expect.name : wanted, actual }];
  }
  const actual = new Map<string, number>();
  for (const backend of live) {
    const [only, ...more] = backend.workloads;
    // The specification does not define how requests are distributed over the workloads of one Service
    //
    const key = more.length > 0 ? `one of ${backend.workloads.join(', ')}` : (only ?? '(unknown)');
    actual.set(key, (actual.get(key) ?? 0) + backend.share);
  }
  return compareShares('workloads', actual, expect.shares);
}

/** Compares share maps. They are complete: a missing name must have the share 0. */
function compareShares(
  path: string,
  actual: ReadonlyMap<string, number>,
  expected: ReadonlyMap<string, number>,
): readonly Difference[] {
  const differences: Difference[] = [];
  for (const name of new Set([...expected.keys(), ...actual.keys()])) {
    const want = expected.get(name) ?? 0;
    const have = actual.get(name) ?? 0;
    if (Math.abs(want - have) > TOLERANCE)
      differences.push({ path: `${path}.${name}`, expected: want, actual: have });
  }
  return differences;
}

function compareForwarded(
  outcome: Outcome,
  expect: NonNullable<Expectation['request']>,
): readonly Difference[] {
  const { forwarded } = outcome;
  if (forwarded === null) return [{ path: 'request', expected: 'a forwarded request', actual: null }];
  const differences: Difference[] = [];
  for (const { name, value } of expect.fields) {
    let actual: string = forwarded[name];
    // An expectation without a query or port compares only the path or host.
    if (name === 'path' && !value.includes('?')) actual = actual.split('?')[0] as string;
    if (name === 'host' && !value.includes(':')) actual = actual.replace(/:\d+$/, '');
    if (actual !== value) differences.push({ path: `request.${name}`, expected: value, actual });
  }
  return [...differences, ...compareHeaders('request', headersWithHost(forwarded, expect), expect)];
}

/** Returns the headers of a forwarded request, with its host if a test expects a value of that header. */
function headersWithHost(
  { host, headers }: ForwardedRequest,
  { present }: HeaderExpectation,
): ResponseHeaders {
  return present.some(({ name }) => name.toLowerCase() === 'host') ? { host, ...headers } : headers;
}

function compareHeaders(
  path: string,
  actual: ResponseHeaders,
  expect: HeaderExpectation,
): readonly Difference[] {
  const differences: Difference[] = [];
  const byName = new Map(Object.entries(actual).map(([name, value]) => [name.toLowerCase(), value]));
  for (const { name, values } of expect.present) {
    const value = byName.get(name.toLowerCase()) ?? null;
    // A header on several lines matches when the expectation lists every line, in order.
    const lines = Array.isArray(value) ? value.join('\n') : null;
    const holds = typeof value === 'string' ? values.includes(value) : lines === values.join('\n');
    if (!holds) {
      differences.push({ path: `${path}.headers.${name}`, expected: one(values), actual: value });
    }
  }
  for (const name of expect.absent) {
    const value = byName.get(name.toLowerCase());
    if (value !== undefined)
      differences.push({ path: `${path}.absentHeaders.${name}`, expected: null, actual: value });
  }
  return differences;
}

function compareRedirect(
  outcome: Outcome,
  expect: NonNullable<Expectation['redirect']>,
): readonly Difference[] {
  const { redirect } = outcome;
  if (redirect === null) return [{ path: 'redirect', expected: 'a redirect', actual: null }];
  const facts: Readonly<Record<string, unknown>> = { ...redirect };
  return expect
    .filter(({ name, value }) => own(facts, name) !== value)
    .map(({ name, value }) => ({
      path: `redirect.${name}`,
      expected: value,
      actual: own(facts, name) ?? null,
    }));
}
