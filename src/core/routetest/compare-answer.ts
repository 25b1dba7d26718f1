import type { Candidate, Trace } from '../ir/trace.ts';
import { namesBackend } from './backend-name.ts';
import type { Difference } from './report.ts';
import type { ConsideredExpectation, Expectation } from './suite.ts';

/**
 * Returns the differences between the answer of a trace and the expectation of a case: certainty, the policies that
 * decide about access, cause, the status of each backend, notes and candidates.
 */
export function compareAnswer(trace: Trace<Iterable<Candidate>>, expect: Expectation): readonly Difference[] {
  const { outcome } = trace;
  const differences: Difference[] = [];
  const differ = (path: string, expected: unknown, actual: unknown) => {
    differences.push({ path, expected, actual });
  };
  if (expect.certain !== undefined && expect.certain !== outcome.certain)
    differ('certain', expect.certain, outcome.certain);
  if (expect.access !== undefined) {
    const actual = [...(outcome.access?.by ?? [])].sort();
    if (actual.join() !== [...expect.access].sort().join()) differ('access', expect.access, actual);
  }
  if (expect.cause !== undefined && expect.cause !== outcome.cause)
    differ('cause', expect.cause, outcome.cause);
  for (const [name, statuses] of expect.backendStatus ?? []) {
    const backends = outcome.backends.filter((backend) => namesBackend(name, backend));
    const isExpected = backends.length > 0 && backends.every(({ status }) => statuses.includes(status));
    if (isExpected) continue;
    const actual = backends.length === 0 ? 'no such backend' : backends.map(({ status }) => status);
    differ(`backendStatus.${name}`, statuses, actual);
  }
  const codes = [...new Set(trace.notes.map(({ code }) => code as string))];
  for (const code of expect.notes ?? []) if (!codes.includes(code)) differ('notes', code, codes);
  for (const code of expect.notNotes ?? []) if (codes.includes(code)) differ('notNotes', code, codes);
  if (expect.considered !== undefined) differences.push(...compareConsidered(trace, expect.considered));
  return differences;
}

/**
 * Returns the first expected candidate that does not follow the previous ones in the trace, if there is one.
 */
function compareConsidered(
  trace: Trace<Iterable<Candidate>>,
  expected: readonly ConsideredExpectation[],
): readonly Difference[] {
  const considered = trace.steps.flatMap((step) => ('considered' in step ? [...step.considered] : []));
  let from = 0;
  for (const [at, each] of expected.entries()) {
    const found = considered.findIndex((candidate, index) => index >= from && fits(candidate, each));
    if (found === -1) return [{ path: `considered.${at}`, expected: each, actual: considered.map(summary) }];
    from = found + 1;
  }
  return [];
}

function fits(candidate: Candidate, expected: ConsideredExpectation): boolean {
  return (
    (expected.route === undefined || expected.route === candidate.route) &&
    (expected.rule === undefined || expected.rule === candidate.rule) &&
    (expected.match === undefined || expected.match === candidate.match) &&
    (expected.result === undefined || expected.result === candidate.result) &&
    (expected.lostBy === undefined || expected.lostBy === candidate.lostBy)
  );
}

function summary({ route, rule, match, result, lostBy }: Candidate): string {
  return `${route}#${rule}.${match} ${result}${lostBy === undefined ? '' : ` by ${lostBy}`}`;
}
