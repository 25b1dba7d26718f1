import { winnerIn } from '../ir/candidate-list.ts';
import type { BackendShare, Outcome } from '../ir/outcome.ts';
import { sameData } from '../ir/same-data.ts';
import type { Scope } from '../ir/table.ts';
import type { Candidate, Step, Trace } from '../ir/trace.ts';

/** The step at which two traces differ, in each of them. The first trace is first. */
export type StepPair = readonly [Step['step'], Step['step']];

/** The names of the rule that won. Null if none did. */
export type Winner = Pick<Candidate, 'route' | 'rule' | 'ruleName' | 'match'> | null;

/** Parts of an outcome that can differ although the same rule won. */
const OUTCOME_PARTS = [
  'kind',
  'backends',
  'timeouts',
  'retry',
  'attempts',
  'status',
  'redirect',
  'forwarded',
  'response',
  'mirrors',
  'policies',
  'session',
] as const;
/** A part of an outcome that can differ although the same rule won. */
export type OutcomePart = (typeof OUTCOME_PARTS)[number];

/** The first difference between two traces, in the order of the steps. */
export type TraceDifference =
  | { readonly on: 'intercepted'; readonly steps: StepPair; readonly values: readonly [boolean, boolean] }
  /** The destination of the address: `ns/name:port`, or a listener. Null if it is not a frontend. */
  | {
      readonly on: 'target';
      readonly steps: StepPair;
      readonly values: readonly [string | null, string | null];
    }
  /** The scope of the routes that apply. Null if none apply. */
  | { readonly on: 'scope'; readonly steps: StepPair; readonly values: readonly [Scope | null, Scope | null] }
  /** The number of candidates. */
  | { readonly on: 'candidates'; readonly steps: StepPair; readonly values: readonly [number, number] }
  | { readonly on: 'winner'; readonly steps: StepPair; readonly values: readonly [Winner, Winner] }
  | {
      readonly on: OutcomePart;
      readonly steps: StepPair;
      readonly values: readonly [Outcome, Outcome];
    };

/**
 * Returns the first difference in the results of two requests, regardless of their client and their spelling.
 * Returns null if the results are equal.
 */
export function compareTraces(a: Trace, b: Trace): TraceDifference | null {
  const both = <T>(value: (trace: Trace) => T) => [value(a), value(b)] as const;
  const intercepted = both(({ steps }) => stepOf(steps, 2)?.intercepted ?? false);
  if (intercepted[0] !== intercepted[1]) return { on: 'intercepted', steps: [2, 2], values: intercepted };
  const targets = both(({ steps }) => targetOf(stepOf(steps, 3)));
  if (targets[0] !== targets[1]) return { on: 'target', steps: [3, 3], values: targets };
  const steps = both((trace) => trace.steps.at(-1)?.step ?? 1);
  const considered = both(consideredBy);
  const scopes = both((trace) => consideredBy(trace)?.scope ?? null);
  if (!sameData(scopes[0], scopes[1])) return { on: 'scope', steps, values: scopes };
  const names = considered.map((each) => (each === null ? [] : Array.from(each.considered, nameOf)));
  const [namesA = [], namesB = []] = names;
  if (!sameData(namesA, namesB)) {
    return { on: 'candidates', steps, values: [namesA.length, namesB.length] };
  }
  const winners = both(winnerOf);
  if (!sameData(winners[0], winners[1])) return { on: 'winner', steps, values: winners };
  const alike = sameData({ ...a.request, from: null }, { ...b.request, from: null });
  for (const part of OUTCOME_PARTS) {
    // If two requests are different, these parts differ only because of the requests.
    if (!alike && (part === 'forwarded' || part === 'redirect')) continue;
    const [first, second] = both(({ outcome }) => comparable(part, outcome));
    if (!sameData(first, second)) return { on: part, steps, values: [a.outcome, b.outcome] };
  }
  return null;
}

function stepOf<Number extends Step['step']>(
  steps: readonly Step[],
  number: Number,
): Extract<Step, { step: Number }> | undefined {
  return steps.find((each): each is Extract<Step, { step: Number }> => each.step === number);
}

function targetOf(step: Extract<Step, { step: 3 }> | undefined): string | null {
  if (step === undefined) return null;
  return step.frontend ?? (step.service === null ? `(${step.why})` : `${step.service} (${step.why})`);
}

function consideredBy({ steps }: Trace): Extract<Step, { step: 5 | 6 }> | null {
  return stepOf(steps, 5) ?? stepOf(steps, 6) ?? null;
}

function nameOf({ route, rule, ruleName, match }: Candidate): NonNullable<Winner> {
  return ruleName === undefined ? { route, rule, match } : { route, rule, ruleName, match };
}

function winnerOf(trace: Trace): Winner {
  const step = consideredBy(trace);
  const winner = step === null ? undefined : winnerIn(step.considered);
  return winner === undefined ? null : nameOf(winner);
}

/** Returns a part of an outcome. Of backends, it contains only what a client can notice. */
function comparable(part: OutcomePart, outcome: Outcome): unknown {
  if (part !== 'backends') return outcome[part];
  return outcome.backends.map(({ service, port, subset, share, status, cause }: BackendShare) => ({
    service,
    port,
    subset: subset ?? null,
    share,
    status,
    cause: cause ?? null,
  }));
}
