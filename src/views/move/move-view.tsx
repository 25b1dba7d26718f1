import { ArrowRightLeft, CircleAlert, ShieldCheck, Square, TriangleAlert } from 'lucide-react';
import type { LossSeverity } from '../../core/convert/loss.ts';
import type { ConversionReport } from '../../core/convert/report-conversion.ts';
import { convertAgain, isConversionCurrent, moveOf, stopConversion } from '../../state/move.ts';
import { hasIngresses, isAdopted } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { CodeText } from '../ui/code-text.tsx';
import { Delayed } from '../ui/delayed.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ChangesByTopic } from './changes-by-topic.tsx';
import { Losses } from './losses.tsx';
import { MoveActions, MoveChoices } from './move-controls.tsx';
import { ResultTexts, SourceTexts } from './move-texts.tsx';
import { moveTexts } from './texts.ts';
import { useConversion } from './use-conversion.ts';
import { verdictOn } from './verdict.ts';
import './move.css';

const ICONS = { good: ShieldCheck, warn: TriangleAlert, bad: CircleAlert } as const;
const TONES = { error: 'bad', warning: 'warn', note: 'note' } as const satisfies Record<LossSeverity, string>;
const SEVERITIES: readonly LossSeverity[] = ['error', 'warning', 'note'];

/** What the conversion proves, and the number of losses of each severity. */
function Headline({ report }: { readonly report: ConversionReport }) {
  const texts = moveTexts(useApp((state) => state.language));
  const { tone, title, text } = verdictOn(report, texts);
  const Icon = ICONS[tone];
  return (
    <p className="move-headline" data-tone={tone} role="status" aria-label={texts.proof}>
      <Icon size={18} aria-hidden />
      <strong>{title}</strong> {text !== null && <span className="quiet">{text}</span>}
      {SEVERITIES.map((severity) => {
        const count = report.losses.filter((loss) => loss.severity === severity).length;
        return (
          count > 0 && (
            <span key={severity} className="chip" data-tone={TONES[severity]}>
              {texts.lost[severity](count)}
            </span>
          )
        );
      })}
    </p>
  );
}

/** The conversion that is being computed, that was stopped, or that failed. */
function Progress() {
  const texts = moveTexts(useApp((state) => state.language));
  const asked = useApp((state) => moveOf(state).asked);
  if (asked === null) return null;
  if (asked.state === 'working')
    return (
      <Delayed>
        <p className="study" role="status">
          {texts.working}
          <button
            type="button"
            className="button"
            data-size="small"
            data-look="quiet"
            onClick={stopConversion}
          >
            <Square size={12} aria-hidden />
            {texts.stop}
          </button>
        </p>
      </Delayed>
    );
  return (
    <p className="study" role="status">
      {texts[asked.state]}{' '}
      <button type="button" className="button" data-size="small" onClick={convertAgain}>
        {texts.again}
      </button>
    </p>
  );
}

/** What was adopted, and what remains. */
function Adopted({ report }: { readonly report: ConversionReport }) {
  const texts = moveTexts(useApp((state) => state.language));
  const file = useApp((state) => moveOf(state).adopted);
  const remain = useApp(hasIngresses);
  if (file === null) return null;
  const say = !remain ? texts.adopted : report.removal === null ? texts.adoptedNext : texts.adoptedSome;
  return (
    <p className="move-adopted" role="status">
      <CodeText text={say(file)} />{' '}
      {remain && (
        <button type="button" className="button" data-size="small" onClick={convertAgain}>
          {texts.rest}
        </button>
      )}
    </p>
  );
}

/** Shows the Ingresses, their conversion to Gateway API, and every request that it changes. */
export default function MoveView() {
  const texts = moveTexts(useApp((state) => state.language));
  const present = useApp(hasIngresses);
  const adopted = useApp(isAdopted);
  const current = useApp(isConversionCurrent);
  const report = useApp((state) => moveOf(state).result?.report ?? null);
  useConversion(present);
  if (!present && !adopted)
    return (
      <EmptyState icon={ArrowRightLeft} title={texts.none}>
        <p>{texts.noneText}</p>
      </EmptyState>
    );
  return (
    <div className="move-view">
      <div className="move-head">
        {report !== null && <Headline report={report} />}
        <Progress />
        {adopted && report !== null && <Adopted report={report} />}
        <div className="move-controls">
          {!adopted && <MoveChoices report={report} />}
          {report !== null && <MoveActions report={report} />}
        </div>
      </div>
      {report !== null && (
        <div className="move-columns" data-stale={(!current && !adopted) || undefined}>
          <SourceTexts report={report} />
          <ResultTexts report={report} />
          <div className="move-column">
            <Losses losses={report.losses} />
            <ChangesByTopic changes={report.proof.changes} />
          </div>
        </div>
      )}
    </div>
  );
}
