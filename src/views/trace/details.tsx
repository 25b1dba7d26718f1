import { lazy, type ReactNode, Suspense } from 'react';
import type { PageTrace } from '../../core/answers/candidate-page.ts';
import { readServicePortId } from '../../core/ids/read-service-port-id.ts';
import type { ForwardedRequest, Outcome, ResponseChanges } from '../../core/ir/outcome.ts';
import type { SessionSetting } from '../../core/ir/policy.ts';
import { visible } from '../../core/text/visible.ts';
import { showResource } from '../../state/show.ts';
import { RoleChip } from '../ui/role-chip.tsx';
import { RuleTag } from '../ui/rule-tag.tsx';
import { SentenceText } from '../ui/sentence-text.tsx';
import { useAllTexts } from '../ui/texts/use-all-texts.ts';
import { percent } from './share-bar.tsx';

const Timeline = lazy(() => import('./timeline.tsx'));

interface BlockProps {
  readonly title: string;
  /** True when the block is open at first. */
  readonly open?: boolean;
  readonly children: ReactNode;
}

function Block({ title, open = false, children }: BlockProps) {
  return (
    <details className="detail" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

function sessionText({ type, name, path, lifetime, absoluteTimeout }: SessionSetting): string {
  return [type, name, path, lifetime, absoluteTimeout].filter((part) => part !== null).join(' · ');
}

function Forwarded({ request }: { readonly request: ForwardedRequest }) {
  const headers = Object.entries(request.headers);
  return (
    <pre className="trace-message">
      {`${visible(`${request.method} ${request.path}`)}\n`}
      {`host: ${visible(request.host)}\n`}
      {headers
        .filter(([name]) => name !== 'host')
        .map(([name, value]) => `${visible(`${name}: ${value}`)}\n`)
        .join('')}
    </pre>
  );
}

function Response({ changes }: { readonly changes: ResponseChanges }) {
  const texts = useAllTexts().details;
  return (
    <ul className="changes">
      {Object.entries(changes.headers)
        .flatMap(([name, value]) => [value].flat().map((line) => `${name}: ${line}`))
        .map((line) => (
          <li key={line}>
            {texts.set} <code>{visible(line)}</code>
          </li>
        ))}
      {changes.removed.map((name) => (
        <li key={`- ${name}`}>
          {texts.removed} <code>{visible(name)}</code>
        </li>
      ))}
    </ul>
  );
}

/** Returns timeouts and retries as short facts. */
function limitsOf(outcome: Outcome, texts: ReturnType<typeof useAllTexts>['details']): string[] {
  const facts: string[] = [];
  if (outcome.timeouts?.request) facts.push(`${texts.requestTimeout} ${outcome.timeouts.request}`);
  if (outcome.timeouts?.backendRequest) {
    facts.push(`${texts.backendTimeout} ${outcome.timeouts.backendRequest}`);
  }
  if (outcome.retry) {
    if (outcome.retry.codes.length > 0) facts.push(texts.retryOn(outcome.retry.codes.join(', ')));
    if (outcome.retry.attempts !== null) facts.push(texts.attempts(outcome.retry.attempts));
    if (outcome.retry.backoff !== null) facts.push(texts.backoff(outcome.retry.backoff));
  }
  return facts;
}

/** The notes on an answer, and its further facts. Only those that apply are shown. */
export default function Details({
  explained,
  beside = null,
}: {
  readonly explained: PageTrace;
  /** The outcome shown next to it. Null when there is none. */
  readonly beside?: Outcome | null;
}) {
  const texts = useAllTexts().details;
  const { outcome } = explained.trace;
  const limits = limitsOf(outcome, texts);
  const changed = Object.keys(outcome.response.headers).length + outcome.response.removed.length > 0;
  return (
    <div className="details">
      <Notes explained={explained} />
      {limits.length > 0 && (
        <Block title={texts.limits}>
          <p className="chips">
            {limits.map((fact) => (
              <span className="chip" key={fact}>
                {fact}
              </span>
            ))}
          </p>
        </Block>
      )}
      {outcome.attempts.length > 0 && (
        <Block title={texts.timeline} open>
          <Suspense fallback={null}>
            <Timeline outcome={outcome} beside={beside} />
          </Suspense>
        </Block>
      )}
      {outcome.redirect && (
        <Block title={texts.redirect}>
          <pre className="trace-message">{`${outcome.redirect.status}\nlocation: ${outcome.redirect.location}`}</pre>
        </Block>
      )}
      {outcome.forwarded && (
        <Block title={texts.forwarded}>
          <Forwarded request={outcome.forwarded} />
        </Block>
      )}
      {changed && (
        <Block title={texts.response}>
          <Response changes={outcome.response} />
        </Block>
      )}
      {outcome.mirrors.length > 0 && (
        <Block title={texts.mirrors}>
          <ul className="changes">
            {outcome.mirrors.map((mirror) => (
              <li key={mirror.service}>
                <button
                  type="button"
                  className="link mono"
                  onClick={() => showResource(`Service/${readServicePortId(mirror.service).service}`)}
                >
                  {mirror.service}
                </button>{' '}
                {percent(mirror.share)}
              </li>
            ))}
          </ul>
        </Block>
      )}
      {outcome.policies.length > 0 && (
        <Block title={texts.policies}>
          <ul className="changes">
            {outcome.policies.map(({ policy, target, scope }) => (
              <li key={policy + target}>
                <button type="button" className="link mono" onClick={() => showResource(policy)}>
                  {policy}
                </button>{' '}
                → <code>{target}</code> <RoleChip role={scope} />
              </li>
            ))}
          </ul>
        </Block>
      )}
      {outcome.session && (
        <Block title={texts.session}>
          <p>
            <code>{sessionText(outcome.session)}</code>
          </p>
        </Block>
      )}
    </div>
  );
}

/** Notes about behaviour that the specification leaves open or that the simulator assumes. */
function Notes({ explained }: { readonly explained: PageTrace }) {
  const texts = useAllTexts().notes;
  if (explained.notes.length === 0) return null;
  return (
    <details className="notes">
      <summary>{texts.count(explained.notes.length)}</summary>
      <ul aria-label={texts.title}>
        {explained.notes.map((note, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same note can be made about two things.
          <li key={at} data-note={note.code}>
            <SentenceText sentence={note.sentence} />{' '}
            {note.rules.map((rule) => (
              <RuleTag key={rule} rule={rule} />
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}
