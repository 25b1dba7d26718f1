import { ArrowDown, CornerDownLeft } from 'lucide-react';
import { tellingFields } from '../../core/analysis/questions/changed-fields.ts';
import type { ChangeReport } from '../../core/answers/report-difference.ts';
import { namespacedNameIn } from '../../core/ids/ids.ts';

import type { Outcome } from '../../core/ir/outcome.ts';
import { takeWitness } from '../../state/request.ts';
import { showResource } from '../../state/show.ts';
import { ARRIVES, clientsOf, sharesOf } from './outcome-words.ts';
import { useAllTexts } from './texts/use-all-texts.ts';
import './change-item.css';

function Side({ word, outcome }: { readonly word: string; readonly outcome: Outcome }) {
  const { outcome: kinds, changes: texts } = useAllTexts();
  const { kind, status, route, rule, redirect, timeouts } = outcome;
  const shares = sharesOf(outcome);
  return (
    <div className="change-side">
      <dt>{word}</dt>
      <dd>
        <span className="chip" data-tone={ARRIVES.has(kind) ? 'good' : 'bad'}>
          {kinds.kinds[kind]}
          {status !== null && ` ${status}`}
        </span>{' '}
        {redirect !== null && <code>{texts.redirect(redirect.location)}</code>}
        {shares.length > 0 && <code>{texts.shares(shares.join(', '))}</code>}
        {timeouts?.request !== undefined && <span className="quiet"> {texts.timeout(timeouts.request)}</span>}
        {route !== null && (
          <button type="button" className="link" onClick={() => showResource(route)}>
            <code>{`${namespacedNameIn(route)} #${rule ?? 0}`}</code>
          </button>
        )}
      </dd>
    </div>
  );
}

/** One changed class of requests: a request of it, and its outcomes before and after. */
export function ChangeItem({ change }: { readonly change: ChangeReport }) {
  const all = useAllTexts();
  const { changes: texts, routes } = all;
  const { frontend, witness, before, after } = change;
  const fields = tellingFields(change);
  return (
    <li className="change">
      <h3>
        <code>{frontend}</code> <span className="quiet">{clientsOf(change, all)}</span>
      </h3>
      <p className="change-witness">
        <span className="quiet">{texts.example}</span>
        <code>{`${witness.method} ${witness.url}`}</code>
        {witness.headers.map(([name, value]) => (
          <code key={name + value}>{`${name}: ${value}`}</code>
        ))}
        <button
          type="button"
          className="button"
          data-size="small"
          data-look="quiet"
          onClick={() => takeWitness(witness)}
        >
          <CornerDownLeft size={12} aria-hidden />
          {routes.tryIt}
        </button>
      </p>
      <dl>
        <Side word={texts.before} outcome={before} />
        <ArrowDown className="change-arrow" size={14} aria-hidden />
        <Side word={texts.after} outcome={after} />
      </dl>
      {fields.length > 0 && (
        <ul className="change-fields">
          {fields.map(({ field, before: old, after: fresh }) => (
            <li key={field}>
              <code>{field}</code> <code data-side="before">{old ?? texts.absent}</code> →{' '}
              <code data-side="after">{fresh ?? texts.absent}</code>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
