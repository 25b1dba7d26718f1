import { printShare } from '../core/explain/backends-sentence.ts';
import type { ExplainedTrace } from '../core/explain/explained-trace.ts';
import { plain } from '../core/explain/fragment.ts';
import { backendLabel } from '../core/ir/backend-label.ts';
import type { Outcome } from '../core/ir/outcome.ts';
import type { Candidate } from '../core/ir/trace.ts';

const MARKS = { done: '●', skipped: '○', stopped: '■' } as const;
const RESULTS = { won: '✓ won', lost: '· lost', missed: '✗ missed' } as const;

/**
 * Returns a trace as text: the outcome, its cause, the six steps, the candidates with the reasons why they did not
 * match, and the uncertain points.
 */
export function printTrace(explained: ExplainedTrace<Iterable<Candidate>>): string {
  const { trace } = explained;
  const { outcome } = trace;
  const flag = outcome.flag === undefined ? '' : ` ${outcome.flag}`;
  const status = outcome.status === null ? '' : ` [${outcome.status}${flag}]`;
  const lines = [`${plain(explained.headline)}${status}`];
  if (explained.because.length > 0) lines.push(plain(explained.because));
  if (explained.uncertain.length > 0) lines.push(plain(explained.uncertain));
  lines.push('');
  for (const step of explained.steps) {
    const rules = step.rules.length === 0 ? '' : `  (${step.rules.join(', ')})`;
    lines.push(`${MARKS[step.state]} ${step.step}  ${step.title}`, `     ${plain(step.sentence)}${rules}`);
    const taken = trace.steps.find((each) => each.step === step.step);
    if (taken !== undefined && 'considered' in taken)
      for (const each of taken.considered) lines.push(printCandidate(each));
  }
  lines.push(...printOutcome(outcome));
  if (explained.notes.length > 0) {
    lines.push('', 'Notes');
    for (const note of explained.notes) lines.push(`  ${plain(note.sentence)}  (${note.rules.join(', ')})`);
  }
  return `${lines.join('\n')}\n`;
}

function missesOf({ misses }: Candidate): string {
  return misses
    .map((miss) => ` ${miss.on}: expected ${miss.expected}, got ${miss.actual ?? 'none'};`)
    .join('');
}

function printCandidate(candidate: Candidate): string {
  const { route, rule, ruleName, match, via, origin } = candidate;
  const name = ruleName === undefined ? '' : ` “${ruleName}”`;
  const why =
    candidate.passedOver !== undefined
      ? ` not attached here (${candidate.passedOver.why}):${missesOf(candidate)}`
      : candidate.result === 'lost'
        ? ` by ${candidate.lostBy}`
        : missesOf(candidate);
  return `       ${RESULTS[candidate.result]}${why}  ${route} rule ${rule}${name} match ${match}${via === undefined ? '' : ` via ${via}`}  ${origin.file}:${origin.line}:${origin.column}`;
}

function printOutcome(outcome: Outcome): readonly string[] {
  const lines: string[] = [];
  for (const backend of outcome.backends) {
    const endpoints = backend.endpoints === null ? 'endpoints unknown' : `${backend.endpoints} endpoints`;
    const status =
      backend.status === null
        ? ''
        : ` → ${backend.status}${backend.cause === undefined ? '' : ` ${backend.cause}`}`;
    lines.push(`  ${printShare(backend.share)}  ${backendLabel(backend)}  ${endpoints}${status}`);
  }
  if (outcome.forwarded) {
    lines.push(
      `  receives ${outcome.forwarded.method} ${outcome.forwarded.path}  Host: ${outcome.forwarded.host}`,
    );
    for (const [name, value] of Object.entries(outcome.forwarded.headers))
      lines.push(`    ${name}: ${value}`);
  }
  for (const [name, value] of Object.entries(outcome.response.headers)) {
    for (const line of [value].flat()) lines.push(`  response sets ${name}: ${line}`);
  }
  for (const name of outcome.response.removed) lines.push(`  response removes ${name}`);
  for (const mirror of outcome.mirrors)
    lines.push(`  mirrored to ${mirror.service} (${printShare(mirror.share)})`);
  if (outcome.timeouts) {
    for (const [name, value] of Object.entries(outcome.timeouts)) lines.push(`  timeout ${name} ${value}`);
  }
  for (const { policy, target, scope } of outcome.policies) {
    lines.push(`  policy ${policy} on ${target} (${scope})`);
  }
  if (outcome.session)
    lines.push(`  session by ${outcome.session.type} ${outcome.session.name ?? ''}`.trimEnd());
  for (const attempt of outcome.attempts) {
    lines.push(
      `  attempt ${attempt.start}–${attempt.end} ms: ${attempt.result}${attempt.status === null ? '' : ` ${attempt.status}`}`,
    );
  }
  return lines.length === 0 ? [] : ['', ...lines];
}
