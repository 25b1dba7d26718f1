import { ArrowRight, CornerDownLeft } from 'lucide-react';
import { tellingFields } from '../../core/analysis/questions/changed-fields.ts';
import { SERVED } from '../../core/answers/change-harm.ts';
import type { ChangeReport } from '../../core/answers/report-difference.ts';
import { alternativesOf, conditionSentence } from '../../core/explain/class-condition.ts';
import { CONDITION_WORDS } from '../../core/explain/class-condition-words.ts';
import { plain, type Sentence } from '../../core/explain/fragment.ts';
import { namespacedNameIn } from '../../core/ids/ids.ts';
import type { Outcome } from '../../core/ir/outcome.ts';
import { visible } from '../../core/text/visible.ts';
import { showResource } from '../../state/show.ts';
import { useApp } from '../../state/store.ts';
import { takeWitness } from '../../state/take-request.ts';
import { clientsOf, leftOutClients, sharesOf } from './outcome-words.ts';
import { useAllTexts } from './texts/use-all-texts.ts';
import './change-item.css';

interface SideProps {
  readonly side: 'before' | 'after';
  readonly outcome: Outcome;
}

function Side({ side, outcome }: SideProps) {
  const { outcome: kinds, changes: texts, flow } = useAllTexts();
  const { kind, status, route, rule, ruleName, redirect, timeouts } = outcome;
  const shares = sharesOf(outcome);
  return (
    <div className="change-side">
      <dt>
        {side === 'after' && <ArrowRight className="change-arrow" size={14} aria-hidden />}
        {texts[side]}
      </dt>
      <dd>
        <span className="chip" data-tone={SERVED.has(kind) ? 'good' : 'bad'}>
          {kinds.kinds[kind]}
          {status !== null && ` ${status}`}
        </span>{' '}
        {redirect !== null && <code>{texts.redirect(redirect.location)}</code>}
        {shares.length > 0 && <code>{texts.shares(shares.join(', '))}</code>}
        {timeouts?.request !== undefined && <span className="quiet"> {texts.timeout(timeouts.request)}</span>}
        {route !== null && <Decided route={route} rule={ruleName ?? flow.rule(rule ?? 0)} />}
      </dd>
    </div>
  );
}

interface DecidedProps {
  readonly route: string;
  readonly rule: string;
}

/** The rule that decides, as a link if the present manifests have its route. */
function Decided({ route, rule }: DecidedProps) {
  const isPresent = useApp(({ view }) => view?.resources.some(({ id }) => id === route) === true);
  const name = (
    <>
      <code>{namespacedNameIn(route)}</code> · {visible(rule)}
    </>
  );
  if (!isPresent) return <span className="quiet">{name}</span>;
  return (
    <button type="button" className="link" onClick={() => showResource(route)}>
      {name}
    </button>
  );
}

/** A condition in words. Parts from the manifests are code. */
function Words({ sentence }: { readonly sentence: Sentence }) {
  return sentence.map(({ text, style }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence have no identity of their own.
    style === 'code' ? <code key={at}>{visible(text)}</code> : text,
  );
}

/** The clients of a class. Those that "every other client" leaves out are in its tooltip, and spoken. */
function Clients({ change }: { readonly change: ChangeReport }) {
  const texts = useAllTexts();
  const leftOut = leftOutClients(change, texts);
  return (
    <span className="quiet" title={leftOut}>
      {clientsOf(change, texts)}
      {leftOut !== undefined && (
        <span className="visually-hidden">
          {texts.marks.colon}
          {leftOut}
        </span>
      )}
    </span>
  );
}

interface ChangeItemProps {
  readonly change: ChangeReport;
  /** `h4` below the heading of a group, `h5` below that of a part of it. */
  readonly heading?: 'h3' | 'h4' | 'h5';
  /** More about its requests. */
  readonly note?: string | undefined;
}

/** One changed class of requests: its condition, one of its requests, and its outcomes before and after. */
export function ChangeItem({ change, heading: Heading = 'h3', note }: ChangeItemProps) {
  const all = useAllTexts();
  const { changes: texts, routes } = all;
  const { frontend, witness, before, after, condition } = change;
  const words = CONDITION_WORDS[useApp((state) => state.language)];
  const alternatives = alternativesOf(condition, words);
  const fields = tellingFields(change);
  return (
    <li className="change">
      <Heading>
        {alternatives.length > 1 ? (
          texts.anyOf(alternatives.length)
        ) : (
          <Words sentence={conditionSentence(condition, witness, words)} />
        )}
      </Heading>
      {alternatives.length > 1 && (
        <ul className="change-conditions">
          {alternatives.map((sentence) => (
            <li key={plain(sentence)}>
              <Words sentence={sentence} />
            </li>
          ))}
        </ul>
      )}
      <p className="change-place">
        <code>{frontend}</code> <Clients change={change} />
        {note !== undefined && <span className="quiet"> {note}</span>}
      </p>
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
        <Side side="before" outcome={before} />
        <Side side="after" outcome={after} />
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
