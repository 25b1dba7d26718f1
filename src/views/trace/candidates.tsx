import { useEffect, useId, useState } from 'react';
import type { CandidatePage } from '../../core/answers/candidate-page.ts';
import type { Candidate } from '../../core/ir/trace.ts';
import type { Answer } from '../../state/model.ts';
import { ShowAll } from '../ui/show-all.tsx';
import { useTexts } from '../ui/texts/use-texts.ts';
import { CandidateRow } from './candidate-row.tsx';
import { useNearMisses } from './use-near-misses.ts';

/**
 * Returns the first candidates of an answer, or all of them. Asks the worker for those that the page does not
 * have.
 */
function useCandidates({ first, length }: CandidatePage, answer: Answer, all: boolean): readonly Candidate[] {
  const place = useId();
  const [loaded, setLoaded] = useState({ first, candidates: first });
  useEffect(() => {
    if (!all || first.length === length) return;
    let current = true;
    import('../../state/ask-trace.ts')
      .then(({ askCandidates }) => askCandidates(place, answer))
      .then(
        (candidates) => {
          if (current && candidates !== null) setLoaded({ first, candidates });
        },
        // Without this code the list stays short.
        () => undefined,
      );
    return () => {
      current = false;
    };
  }, [answer, all, first, length, place]);
  return all && loaded.first === first ? loaded.candidates : first;
}

/** The number of candidates that are visible before the reader asks for all of them. */
const FEW = 6;

/** Every candidate match in order of precedence, with its result. A long list is shown whole on request. */
export function Candidates({
  considered,
  answer,
}: {
  readonly considered: CandidatePage;
  readonly answer: Answer;
}) {
  const texts = useTexts().flow;
  const near = useNearMisses(answer.explained.trace, considered);
  const [all, setAll] = useState(false);
  const candidates = useCandidates(considered, answer, all);
  const { length, won } = considered;
  return (
    <div className="table-frame">
      <table aria-label={texts.candidates}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{texts.columns.order}</th>
            <th scope="col">{texts.columns.route}</th>
            <th scope="col">{texts.columns.result}</th>
          </tr>
        </thead>
        <tbody>
          {candidates.map((candidate, at) => (
            <CandidateRow
              // biome-ignore lint/suspicious/noArrayIndexKey: the place in the order of precedence names a candidate.
              key={at}
              candidate={candidate}
              order={at + 1}
              hidden={!all && at >= FEW && candidate.result !== 'won'}
              near={near.get(at)}
            />
          ))}
          {won && won.index >= candidates.length && (
            <CandidateRow candidate={won.candidate} order={won.index + 1} hidden={false} near={undefined} />
          )}
        </tbody>
      </table>
      {(candidates.length < length || (!all && length > FEW)) && (
        <ShowAll count={length} onShow={() => setAll(true)} />
      )}
    </div>
  );
}
