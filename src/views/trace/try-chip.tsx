import { FlaskConical } from 'lucide-react';
import type { FieldChange, NearestChange } from '../../core/analysis/questions/nearest-change.ts';
import { useApp } from '../../state/store.ts';
import { takeChange } from '../../state/take-request.ts';
import { type TraceTexts, traceTexts } from './texts.ts';
import './try-chip.css';

/** Returns the description of a change to the request. */
function changeText({ of, name, value, had }: FieldChange, texts: TraceTexts): string {
  const { change } = texts;
  switch (of) {
    case 'header':
      if (value === null) return change.without(name);
      return had ? `${name}: ${value}` : change.add(`${name}: ${value}`);
    case 'query':
      if (value === null) return change.without(`?${name}`);
      return had ? `?${name}=${value}` : change.add(`?${name}=${value}`);
    case 'method':
      return change.use(value ?? '');
    case 'path':
    case 'host':
    case 'scheme':
    case 'grpc-service':
    case 'grpc-method':
    case 'client-address':
      return `${change.fields[of]} ${value ?? ''}`;
    default:
      return of satisfies never;
  }
}

function ruleText({ rule, ruleName, route }: NonNullable<NearestChange['takenBy']>, texts: TraceTexts) {
  return `${route} · ${ruleName ?? texts.rule(rule)}`;
}

/** A button that changes the request so that a missed candidate matches, and shows the resulting outcome. */
export default function TryChip({ change }: { readonly change: NearestChange }) {
  const texts = traceTexts(useApp((state) => state.language));
  const { changes, takenBy, request } = change;
  const what = changes.map((each) => changeText(each, texts)).join(texts.comma);
  const then = takenBy === null ? texts.thenWins : texts.thenTaken(ruleText(takenBy, texts));
  return (
    <button
      type="button"
      className="try-chip"
      data-wins={takenBy === null}
      title={`${texts.tryIt(what)}. ${then}`}
      onClick={(event) => {
        // The button disappears with the next answer, but its row remains.
        event.currentTarget.closest('tr')?.querySelector<HTMLElement>('button.link')?.focus();
        takeChange(request);
      }}
    >
      <FlaskConical size={12} aria-hidden />
      <span className="try-what">{texts.tryIt(what)}</span>
      <span className={takenBy === null ? 'visually-hidden' : 'try-then'}>{then}</span>
    </button>
  );
}
