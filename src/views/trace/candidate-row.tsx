import { lazy, Suspense } from 'react';
import type { NearMiss } from '../../core/answers/near-misses.ts';
import { namespacedName, readResourceId } from '../../core/ids/ids.ts';
import type { Candidate } from '../../core/ir/trace.ts';
import { visible } from '../../core/text/visible.ts';
import { goTo, select } from '../../state/show.ts';
import { useTexts } from '../ui/texts/use-texts.ts';

const TryChip = lazy(() => import('./try-chip.tsx'));
const RareReason = lazy(() => import('./rare-reason.tsx'));

function Why({ candidate }: { readonly candidate: Candidate }) {
  const texts = useTexts().flow;
  if (candidate.result === 'won') return texts.allHold;
  const rare = (candidate.result === 'lost' || candidate.passedOver) && (
    <Suspense fallback={null}>
      <RareReason candidate={candidate} />
    </Suspense>
  );
  if (candidate.result === 'lost') return rare;
  return (
    <>
      {rare}
      <ul className="misses">
        {candidate.misses.map((miss) => (
          <li key={miss.on}>
            <code className="miss-on">{visible(miss.on)}</code>
            <span>
              <span className="visually-hidden">{texts.wanted} </span>
              <code>{visible(miss.expected)}</code>
              <span className="visually-hidden">, {texts.got} </span>
              <span className="miss-got">
                {miss.actual === null ? texts.none : <code>{visible(miss.actual)}</code>}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

interface CandidateRowProps {
  readonly candidate: Candidate;
  readonly order: number;
  /** True when the list shows the row only on request. */
  readonly hidden: boolean;
  /** The change that makes it match, once it is known. */
  readonly near: NearMiss | undefined;
}

/** One candidate with its result. */
export function CandidateRow({ candidate, order, hidden, near }: CandidateRowProps) {
  const texts = useTexts().flow;
  const { route, rule, ruleName, match, result, origin } = candidate;
  const { kind, namespace, name } = readResourceId(route);
  return (
    <tr hidden={hidden} data-result={result} data-route={route} data-passed-over={candidate.passedOver?.why}>
      <td className="numeric">{order}</td>
      <td>
        <button
          type="button"
          className="link"
          title={visible(candidate.via === undefined ? route : `${route} · ${candidate.via}`)}
          onClick={() => {
            select(route);
            goTo(origin.file, origin.line, origin.column);
          }}
        >
          <code>
            <span className="visually-hidden">{visible(namespacedName(namespace, ''))}</span>
            {visible(name)}
          </code>
        </button>
        <span className="candidate-rule">
          {' › '}
          <bdi>{typeof ruleName === 'string' ? visible(ruleName) : texts.rule(rule)}</bdi>
        </span>
        <small className={match === 0 ? 'visually-hidden' : undefined}>
          {' · '}
          {texts.match(match)}
        </small>
        <span className="visually-hidden"> · {kind}</span>
        {near && (
          <Suspense fallback={null}>
            <TryChip change={near} />
          </Suspense>
        )}
      </td>
      <td>
        <span className="result" data-mark={result}>
          {texts.results[result]}
        </span>
        <div className="why">
          <Why candidate={candidate} />
        </div>
      </td>
    </tr>
  );
}
