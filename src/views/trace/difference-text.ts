import type { TraceDifference, Winner } from '../../core/explain/compare-traces.ts';
import { backendLabel } from '../../core/ir/backend-label.ts';
import type { Outcome, OutcomeKind } from '../../core/ir/outcome.ts';
import type { TraceTexts } from './texts.ts';

/** The texts of the page that the comparison uses. */
export interface OutcomeWords {
  readonly kinds: Readonly<Record<OutcomeKind, string>>;
}

/** Returns one line about what two answers share and where they differ. */
export function differenceText(
  difference: TraceDifference | null,
  names: readonly [string, string],
  texts: TraceTexts,
  words: OutcomeWords,
): string {
  const { compare } = texts;
  if (difference === null) return compare.same;
  const said = saidOf(difference, texts, words);
  const told = said.map((what, at) => compare.each(names[at] as string, what)).join(compare.but);
  const until = compare.until(Math.max(...difference.steps));
  return `${until}${compare.colon}${told}${compare.stop}`;
}

function saidOf(
  difference: TraceDifference,
  texts: TraceTexts,
  words: OutcomeWords,
): readonly [string, string] {
  const { compare } = texts;
  const each = <T>([a, b]: readonly [T, T], say: (value: T) => string) => [say(a), say(b)] as const;
  switch (difference.on) {
    case 'intercepted':
      return each(difference.values, (taken) => compare.intercepted[taken ? 0 : 1]);
    case 'target':
      return each(difference.values, (target) => compare.target(target ?? compare.nothing));
    case 'scope':
      return each(difference.values, (scope) =>
        scope === null ? compare.noScope : compare.scopes[scope.role](scope.namespace),
      );
    case 'candidates':
      return each(difference.values, compare.candidates);
    case 'winner':
      return each(difference.values, (winner) =>
        winner === null ? compare.noWinner : compare.winner(winnerText(winner, texts)),
      );
    case 'kind':
    case 'status':
    case 'backends':
    case 'timeouts':
    case 'attempts':
    case 'mirrors':
    case 'policies':
    case 'redirect':
    case 'forwarded':
    case 'retry':
    case 'response':
    case 'session': {
      const part = difference.on;
      return each(difference.values, (outcome) =>
        compare.gets(`${compare.parts[part]} ${partText(part, outcome, texts, words) || compare.nothing}`),
      );
    }
    default:
      return difference satisfies never;
  }
}

function winnerText({ route, rule, ruleName }: NonNullable<Winner>, texts: TraceTexts): string {
  return `${route} · ${ruleName ?? texts.rule(rule)}`;
}

function partText(
  part: Exclude<TraceDifference['on'], 'intercepted' | 'target' | 'scope' | 'candidates' | 'winner'>,
  outcome: Outcome,
  texts: TraceTexts,
  words: OutcomeWords,
): string {
  switch (part) {
    case 'kind':
      return words.kinds[outcome.kind];
    case 'status':
      return outcome.status === null ? '' : String(outcome.status);
    case 'backends':
      return outcome.backends
        .map((backend) => `${backendLabel(backend)} ${Math.round(backend.share * 1000) / 10}%`)
        .join(texts.comma);
    case 'timeouts':
      return Object.values(outcome.timeouts ?? {}).join(texts.comma);
    case 'attempts':
      return outcome.attempts.map(({ start, end }) => texts.timeline.span(start, end)).join(texts.comma);
    case 'mirrors':
      return outcome.mirrors.map(({ service }) => service).join(texts.comma);
    case 'policies':
      return outcome.policies.map(({ policy }) => policy).join(texts.comma);
    case 'redirect':
      return outcome.redirect?.location ?? '';
    case 'forwarded':
      return outcome.forwarded === null
        ? ''
        : `${outcome.forwarded.method} ${outcome.forwarded.host}${outcome.forwarded.path}`;
    case 'retry':
      return outcome.retry === null
        ? ''
        : `${outcome.retry.attempts ?? ''}× ${outcome.retry.codes.join(texts.comma)}`;
    case 'response':
      return [...Object.keys(outcome.response.headers), ...outcome.response.removed].join(texts.comma);
    case 'session':
      return outcome.session?.type ?? '';
    default:
      return part satisfies never;
  }
}
