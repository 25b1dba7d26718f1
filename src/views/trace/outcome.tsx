import {
  ArrowRight,
  Ban,
  CircleHelp,
  CornerUpRight,
  type LucideIcon,
  MessageSquareReply,
  Shuffle,
  TriangleAlert,
  Unplug,
} from 'lucide-react';
import type { Outcome, OutcomeKind } from '../../core/ir/outcome.ts';
import type { Answer } from '../../state/model.ts';
import { RoleChip } from '../ui/role-chip.tsx';
import { SentenceText } from '../ui/sentence-text.tsx';
import { useTexts } from '../ui/texts/use-texts.ts';
import { ShareBar } from './share-bar.tsx';

const LOOKS: Readonly<Record<OutcomeKind, { readonly icon: LucideIcon; readonly tone: string }>> = {
  forwarded: { icon: ArrowRight, tone: 'good' },
  'passed-through': { icon: Shuffle, tone: 'good' },
  redirected: { icon: CornerUpRight, tone: 'note' },
  responded: { icon: MessageSquareReply, tone: 'note' },
  rejected: { icon: Ban, tone: 'bad' },
  failed: { icon: TriangleAlert, tone: 'bad' },
  bypassed: { icon: Unplug, tone: 'warn' },
  unknown: { icon: CircleHelp, tone: 'warn' },
};

/**
 * Returns the colour of an outcome. gRPC has its own codes: 0 is success, and every other code is an error.
 */
function statusTone({ status, certain }: Outcome, protocol: string): 'good' | 'bad' | 'warn' {
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
  if (!answer) {
    return (
      <div role="status" aria-label={label} className="outcome" data-tone="none">
        <p className="outcome-wait">{waiting}</p>
      </div>
    );
  }
  const { trace, headline, because, uncertain } = answer.explained;
  const { outcome, request } = trace;
  const { icon: Icon, tone: usual } = LOOKS[outcome.kind];
  // An answer that is not certain is never green.
  const tone = outcome.certain || usual === 'bad' ? usual : 'warn';
  // The bar with its backends repeats the headline of a forwarded request.
  const told = outcome.kind === 'forwarded' && outcome.backends.length > 0;
  return (
    <div
      role="status"
      aria-label={label}
      className="outcome"
      data-tone={tone}
      data-kind={outcome.kind}
      data-certain={outcome.certain}
      data-stale={stale || undefined}
    >
      <p className="outcome-line">
        <span className="outcome-mark">
          <Icon size={16} aria-hidden />
        </span>
        <strong className="outcome-kind">{texts.outcome.kinds[outcome.kind]}</strong>
        {outcome.status !== null && (
          <span className="chip mono" data-tone={statusTone(outcome, request.protocol)}>
            {request.protocol === 'grpc'
              ? texts.outcome.grpcStatus(outcome.status)
              : texts.outcome.status(outcome.status)}
          </span>
        )}
        {outcome.role && <RoleChip role={outcome.role} />}
      </p>
      {!told && (
        <p className="outcome-headline">
          <SentenceText sentence={headline} />
        </p>
      )}
      {because.length > 0 && (
        <p className="outcome-because">
          <SentenceText sentence={because} />
        </p>
      )}
      {uncertain.length > 0 && (
        <p className="outcome-uncertain">
          <TriangleAlert size={14} aria-hidden />
          <span>
            <SentenceText sentence={uncertain} />
          </span>
        </p>
      )}
      <ShareBar backends={outcome.backends} />
    </div>
  );
}
