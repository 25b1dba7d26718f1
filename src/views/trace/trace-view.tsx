import { Route } from 'lucide-react';
import { requestReading } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { useLate } from '../ui/late.tsx';
import { useTexts } from '../ui/texts/use-texts.ts';
import { Details, Notes } from './details.tsx';
import { Flow } from './flow.tsx';
import { OutcomeCard } from './outcome.tsx';
import './trace.css';
import './flow.css';

/** The answer to the request: outcome, six steps, and what else is known; two side by side when compared. */
export function TraceView() {
  const texts = useTexts();
  const answer = useApp((state) => state.answer);
  const comparison = useApp((state) => (state.compare === null ? null : state.comparison));
  const compare = useApp((state) => state.compare);
  const from = useApp((state) => state.request.from);
  const readable = useApp((state) => requestReading(state).ok);
  const busy = useLate(useApp((state) => state.busy));
  const stale = busy || !readable;
  const waiting = !readable ? texts.outcome.fixFields : busy ? texts.outcome.waiting : texts.outcome.noAnswer;
  const first = (
    <div className="answer">
      {compare !== null && <h2 className="answer-client">{from.replace(/^gateway:/, '')}</h2>}
      <OutcomeCard answer={answer} label={texts.outcome.title} waiting={waiting} stale={stale} />
      {answer ? (
        <>
          <Flow answer={answer} label={texts.flow.title} />
          <Notes explained={answer.explained} />
          <Details explained={answer.explained} />
        </>
      ) : (
        !busy && (
          <EmptyState icon={Route} title={texts.outcome.noAnswer}>
            <p>{waiting}</p>
          </EmptyState>
        )
      )}
    </div>
  );
  if (compare === null) return first;
  return (
    <div className="answers">
      {first}
      <div className="answer">
        <h2 className="answer-client">{compare}</h2>
        <OutcomeCard answer={comparison} label={texts.outcome.for(compare)} waiting={waiting} stale={stale} />
        {comparison && (
          <>
            <Flow answer={comparison} steers={false} label={`${texts.flow.title}: ${compare}`} />
            <Notes explained={comparison.explained} />
            <Details explained={comparison.explained} />
          </>
        )}
      </div>
    </div>
  );
}
