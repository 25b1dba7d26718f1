import type { Answer } from '../../state/model.ts';
import { requestReading } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
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
  const nothingAsked = useApp((state) => state.request.url.trim() === '');
  const readable = useApp((state) => requestReading(state).ok);
  const busy = useLate(useApp((state) => state.busy));
  const stale = busy || !readable;
  const waiting = nothingAsked
    ? texts.request.problems.empty
    : !readable
      ? texts.outcome.fixFields
      : busy
        ? texts.outcome.waiting
        : texts.outcome.noAnswer;
  const card = (shown: Answer | null, label: string, client: string) => (
    <div className="answer-head">
      {compare !== null && <h2 className="answer-client">{client.replace(/^gateway:/, '')}</h2>}
      <OutcomeCard answer={shown} label={label} waiting={waiting ?? ''} stale={stale} />
    </div>
  );
  return (
    <div className="answers" data-compared={compare !== null || undefined}>
      {card(answer, texts.outcome.title, from)}
      {compare !== null && card(comparison, texts.outcome.for(compare), compare)}
      {answer && <Body answer={answer} label={texts.flow.title} client={compare === null ? null : from} />}
      {compare !== null && comparison && (
        <Body answer={comparison} label={`${texts.flow.title}: ${compare}`} client={compare} second />
      )}
    </div>
  );
}

interface BodyProps {
  readonly answer: Answer;
  readonly label: string;
  /** Named above the steps when two answers stand side by side. */
  readonly client: string | null;
  readonly second?: boolean;
}

function Body({ answer, label, client, second = false }: BodyProps) {
  return (
    <div className="answer">
      {client !== null && <p className="answer-client">{client.replace(/^gateway:/, '')}</p>}
      <Flow answer={answer} steers={!second} label={label} />
      <Notes explained={answer.explained} />
      <Details explained={answer.explained} />
    </div>
  );
}
