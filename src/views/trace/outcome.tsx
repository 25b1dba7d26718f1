import {
  ArrowRight,
  Ban,
  CircleHelp,
  CornerUpRight,
  Lock,
  type LucideIcon,
  MessageSquareReply,
  Shuffle,
  Timer,
  TriangleAlert,
  Unplug,
} from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { Sentence } from '../../core/explain/fragment.ts';
import { namespacedNameIn } from '../../core/ids/ids.ts';
import type { Outcome, OutcomeKind } from '../../core/ir/outcome.ts';
import { visible } from '../../core/text/visible.ts';
import { hasLeftOut } from '../../state/left-out-comment.ts';
import type { Answer } from '../../state/model.ts';
import { showResource } from '../../state/show.ts';
import { useApp } from '../../state/store.ts';
import { RoleChip } from '../ui/role-chip.tsx';
import { SentenceText } from '../ui/sentence-text.tsx';
import { useTexts } from '../ui/texts/use-texts.ts';
import { outcomeTone } from './outcome-tone.ts';
import { ShareBar } from './share-bar.tsx';

const PartNote = lazy(() => import('./part-note.tsx'));

const ICONS: Readonly<Record<OutcomeKind, LucideIcon>> = {
  forwarded: ArrowRight,
  'passed-through': Shuffle,
  redirected: CornerUpRight,
  responded: MessageSquareReply,
  rejected: Ban,
  failed: TriangleAlert,
  denied: Lock,
  bypassed: Unplug,
  unknown: CircleHelp,
};

/**
 * Returns the colour of an outcome. gRPC has its own codes: 0 is success, and every other code is an error.
 */
function statusTone({ status }: Outcome, certain: boolean, protocol: string): 'good' | 'bad' | 'warn' {
  const isError = status !== null && (protocol === 'grpc' ? status !== 0 : status >= 400);
  return isError ? 'bad' : certain ? 'good' : 'warn';
}

interface OutcomeProps {
  readonly answer: Answer | null;
  /** Accessible name. */
  readonly label: string;
  /** The text while there is no answer. */
  readonly waiting: string;
  readonly stale: boolean;
}

/** The answer in one line, and the destination of the request. */
export function OutcomeCard({ answer, label, waiting, stale }: OutcomeProps) {
  const texts = useTexts();
  const isPart = useApp((state) => hasLeftOut(state.files));
  if (!answer) {
    return (
      <div role="status" aria-label={label} className="outcome" data-tone="none">
        <p className="outcome-wait">{waiting}</p>
      </div>
    );
  }
  const { trace, headline, because, uncertain } = answer.explained;
  const { outcome, request } = trace;
  const Icon = ICONS[outcome.kind];
  const certain = outcome.certain && !isPart;
  // The backends on the right repeat the headline of a forwarded request. The cause of a rejection is more exact than
  // its headline.
  const told =
    (outcome.kind === 'forwarded' && outcome.backends.length > 0) ||
    ((outcome.kind === 'rejected' || outcome.kind === 'denied') && because.length > 0);
  const timeout = outcome.timeouts?.request ?? outcome.timeouts?.backendRequest;
  return (
    <div
      role="status"
      aria-label={label}
      className="outcome"
      data-tone={outcomeTone(outcome.kind, certain)}
      data-kind={outcome.kind}
      data-certain={certain}
      data-stale={stale || undefined}
    >
      <p className="outcome-line">
        <span className="outcome-mark">
          <Icon size={18} aria-hidden />
        </span>
        {outcome.status !== null && (
          <StatusCode
            code={outcome.status}
            grpc={request.protocol === 'grpc'}
            tone={statusTone(outcome, certain, request.protocol)}
          />
        )}
        <strong className="outcome-kind">{texts.outcome.kinds[outcome.kind]}</strong>
        <DecidedBy outcome={outcome} />
      </p>
      {(outcome.backends.length > 0 || timeout !== undefined) && (
        <div className="outcome-where">
          <ShareBar backends={outcome.backends} />
          {timeout !== undefined && (
            <span className="chip" title={texts.outcome.timeout}>
              <Timer size={12} aria-hidden />
              {timeout}
            </span>
          )}
        </div>
      )}
      <p className="outcome-because">
        {!told && (
          <>
            <SentenceText sentence={withoutKind(headline, texts.outcome.kinds[outcome.kind] ?? '')} />
            {because.length > 0 && texts.marks.stop}
          </>
        )}
        <SentenceText sentence={because} />
      </p>
      {isPart && (
        <Suspense fallback={null}>
          <PartNote />
        </Suspense>
      )}
      {uncertain.length > 0 && (
        <p className="outcome-uncertain">
          <TriangleAlert size={14} aria-hidden />
          <span>
            <SentenceText sentence={uncertain} />
          </span>
        </p>
      )}
    </div>
  );
}

/** Returns the headline without the kind of the outcome at its start, because the line above shows the kind. */
function withoutKind([first, ...rest]: Sentence, kind: string): Sentence {
  if (first === undefined) return rest;
  const isRepeated = first.text.startsWith(kind) && /^[:：]/.test(first.text.slice(kind.length));
  if (!isRepeated) return [first, ...rest];
  const text = first.text.slice(kind.length + 1).trimStart();
  return [{ ...first, text: text.charAt(0).toUpperCase() + text.slice(1) }, ...rest];
}

interface StatusCodeProps {
  readonly code: number;
  readonly grpc: boolean;
  readonly tone: string;
}

/** The status that the client gets. Only assistive technology reads the word before the number. */
function StatusCode({ code, grpc, tone }: StatusCodeProps) {
  const texts = useTexts().outcome;
  const text = grpc ? texts.grpcStatus(code) : texts.status(code);
  const word = text.slice(0, text.lastIndexOf(String(code)));
  return (
    <strong className="outcome-status" data-tone={tone}>
      {grpc ? word : <span className="visually-hidden">{word}</span>}
      {code}
    </strong>
  );
}

/** The role, the route and the rule that decided. Nothing when no rule did. */
function DecidedBy({ outcome: { role, route, rule, ruleName, via } }: { readonly outcome: Outcome }) {
  const texts = useTexts().flow;
  if (route === null) return role && <RoleChip role={role} />;
  return (
    <>
      {role && <RoleChip role={role} />}
      <span className="outcome-by">
        <button
          type="button"
          className="link"
          title={visible(route)}
          onClick={() => showResource(via ?? route)}
        >
          <code>{visible(namespacedNameIn(route))}</code>
        </button>
        {rule !== null && (
          <>
            {' › '}
            <bdi>{ruleName === null ? texts.rule(rule) : visible(ruleName)}</bdi>
          </>
        )}
      </span>
    </>
  );
}
