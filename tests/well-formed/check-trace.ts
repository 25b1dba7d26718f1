import { printTraceJSON } from '../../src/core/dataplane/print-trace-json.ts';
import type { Outcome } from '../../src/core/ir/outcome.ts';
import type { Candidate, CandidateList, Step, Trace } from '../../src/core/ir/trace.ts';

/**
 * Returns the faults in the form of a trace, for any request: it must have steps 1, 2, 3 and exactly one of
 * 4, 5, 6, a winner if and only if it has step 5, and a matching outcome. Returns an empty list when it is
 * well formed.
 */
export function checkTrace(trace: Trace): readonly string[] {
  const complaints: string[] = [];
  const expect = (holds: boolean, what: string) => {
    if (!holds) complaints.push(what);
  };
  const { steps, outcome, notes } = trace;
  const numbers = steps.map(({ step }) => step).join(' ');
  const last = steps.at(-1);
  expect(numbers === expectedSteps(trace), `steps ${numbers}, outcome ${outcome.kind} (${outcome.cause})`);

  const second = steps.find((step) => step.step === 2);
  const bypassed = second?.step === 2 && !second.intercepted;
  // The server of a client outside the mesh can refuse its request.
  const isOutside = outcome.kind === 'bypassed' || (outcome.kind === 'denied' && numbers === '1 2');
  expect(bypassed === isOutside, 'bypassed without step 2 saying so');
  expect(
    (last?.step === 5) === (outcome.route !== null),
    'a route in the outcome exactly when step 5 chose one',
  );
  const hasGroup = last?.step === 5 || last?.step === 6;
  const hasRole = outcome.role !== null;
  expect(hasGroup ? hasRole : last?.step !== 4 || !hasRole, 'a role without a group of routes');
  for (const step of steps) {
    expect(step.rules.length > 0 || step.step === 1, `step ${step.step} cites no rule`);
    if (!('considered' in step)) continue;
    complaints.push(...checkCandidates(step, step.considered.slice(), outcome));
    complaints.push(...checkList(step.considered));
  }
  complaints.push(...checkOutcome(outcome));
  expect(printTraceJSON(trace, 2) === JSON.stringify(trace, null, 2), 'JSON that is printed in one pass');
  const uncertain = notes.some(({ code }) => UNCERTAIN.has(code));
  expect(outcome.certain === !uncertain, 'certain exactly when nothing that is not simulated is named');
  expect(!outcome.certain || !isAccessOpen(outcome), 'certain with an access verdict that is not known');
  for (const { code, rule } of notes) expect(rule !== '', `note ${code} cites no rule`);
  return complaints;
}

const UNCERTAIN: ReadonlySet<string> = new Set([
  'not-simulated',
  'client-labels-unknown',
  'access-unknown',
  'access-differs',
  'lane-header-unknown',
  'lane-rule-order',
  'lane-environments-several',
  'gateway-pods-matter',
]);

/** Returns true if the verdict on some share is not known. The verdict of shares that differ is theirs. */
function isAccessOpen({ access, backends }: Outcome): boolean {
  const verdicts = backends.flatMap((backend) => backend.access?.verdict ?? []);
  return verdicts.length > 0 ? verdicts.includes('unknown') : access?.verdict === 'unknown';
}

/** Returns the numbers of the steps that the outcome requires. */
function expectedSteps({ steps, outcome }: Trace): string {
  const isOutside = steps.some((step) => step.step === 2 && !step.intercepted);
  if (outcome.kind === 'bypassed' || (outcome.kind === 'denied' && isOutside)) return '1 2';
  const isAnsweredBefore = outcome.cause === 'request-refused' || outcome.cause === 'path-redirected';
  const isUnknownHost = outcome.kind === 'unknown' && outcome.route === null;
  const isBlocked = outcome.cause === 'registry-only';
  if (isAnsweredBefore || isUnknownHost || isBlocked) return '1 2 3';
  const last = steps.at(-1)?.step;
  return last === 4 || last === 5 || last === 6 ? `1 2 3 ${last}` : '1 2 3 and 4, 5 or 6';
}

function checkCandidates(
  { step }: Step,
  considered: readonly Candidate[],
  outcome: Outcome,
): readonly string[] {
  const complaints: string[] = [];
  const winners = considered.filter(({ result }) => result === 'won');
  const [winner] = winners;
  if (step === 5 && considered.length > 0) {
    if (winners.length !== 1) complaints.push(`${winners.length} winners in step 5`);
    const isOutcome =
      winner?.route === outcome.route && winner?.rule === outcome.rule && winner?.match === outcome.match;
    if (!isOutcome) complaints.push('the winner of step 5 is not that of the outcome');
  } else if (winners.length > 0) complaints.push(`a winner in step ${step}`);
  for (const { route, result, misses, lostBy, passedOver } of considered) {
    if ((result === 'missed') !== misses.length > 0)
      complaints.push(`${route} ${result} by ${misses.length}`);
    if (result !== 'lost' && lostBy !== undefined) complaints.push(`${route} ${result} by ${lostBy}`);
    if (result !== 'missed' && passedOver !== undefined) complaints.push(`${route} ${result}, passed over`);
  }
  return complaints;
}

/** Returns the faults of a list: each of its answers must follow from the candidates in it. */
function checkList(list: CandidateList): readonly string[] {
  const complaints: string[] = [];
  const all = [...list];
  const expect = (actual: unknown, expected: unknown, what: string) => {
    if (JSON.stringify(actual) !== JSON.stringify(expected)) complaints.push(what);
  };
  expect(list.length, all.length, 'the length of the candidates');
  expect(list, all, 'the JSON of the candidates');
  expect(
    all.map((_, index) => list.at(index)),
    all,
    'the candidate at an index',
  );
  expect([list.at(-1), list.at(all.length)], [undefined, undefined], 'a candidate outside the list');
  expect(list.slice(1, 3), all.slice(1, 3), 'a part of the candidates');
  const matches = all.flatMap(({ result }, index) => (result === 'missed' ? [] : [index]));
  expect(list.matches, matches, 'the candidates that match');
  const compared = all.filter(({ passedOver }) => passedOver === undefined).length;
  expect(list.compared, compared, 'the candidates of tables');
  expect(
    all.slice(compared).every(({ passedOver }) => passedOver !== undefined),
    true,
    'a candidate of a table after one that is passed over',
  );
  const fewest = Math.min(...all.map(({ misses }) => misses.length));
  expect(
    list.nearest(),
    all.find(({ misses }) => misses.length === fewest),
    'the nearest candidate',
  );
  expect(list.routes(), [...new Set(all.map(({ route }) => route))], 'the routes of the candidates');
  return complaints;
}

function checkOutcome(outcome: Outcome): readonly string[] {
  const complaints: string[] = [];
  const expect = (holds: boolean, what: string) => {
    if (!holds) complaints.push(what);
  };
  const { kind, status, backends, redirect, forwarded } = outcome;
  expect(isStatus(status), `status ${status}`);
  expect((redirect !== null) === (kind === 'redirected'), `${kind} with redirect ${redirect?.location}`);
  const goesOn = kind === 'forwarded' || kind === 'passed-through' || kind === 'failed';
  expect(forwarded === null || goesOn, `${kind} and forwarded`);
  const sum = backends.reduce((total, { share }) => total + share, 0);
  expect(backends.length === 0 || Math.abs(sum - 1) < 1e-9, `shares make ${sum}`);
  for (const each of backends) {
    expect(isStatus(each.status), `share with status ${each.status}`);
    expect(each.share === each.weight / each.totalWeight, 'a share that is not its weight');
    expect(each.status === null || each.cause !== 'not-simulated', 'the status of a share that is not known');
  }
  return complaints;
}

function isStatus(status: number | null): boolean {
  return status === null || (status >= 0 && status <= 16) || (status >= 100 && status <= 599);
}
