import type { Outcome } from '../../core/ir/outcome.ts';
import { useApp } from '../../state/store.ts';
import { useAllTexts } from '../ui/texts/use-all-texts.ts';
import { traceTexts } from './texts.ts';
import { limitOf, timelineEnd } from './timeline-scale.ts';
import './timeline.css';

interface TimelineProps {
  readonly outcome: Outcome;
  /** The outcome next to it, drawn on the same scale. Null when there is none. */
  readonly beside: Outcome | null;
}

/** The attempts of a request over time, with its timeouts: a bar each, with start, end and result as text. */
export default function Timeline({ outcome, beside }: TimelineProps) {
  const results = useAllTexts().details.results;
  const texts = traceTexts(useApp((state) => state.language)).timeline;
  const end = timelineEnd(beside === null ? [outcome] : [outcome, beside]);
  const { timeouts, attempts } = outcome;
  const whole = limitOf(timeouts?.request);
  const each = limitOf(timeouts?.backendRequest);
  const at = (milliseconds: number) => `${(milliseconds / end) * 100}%`;
  return (
    <>
      <ol className="timeline">
        {attempts.map((attempt, index) => {
          const deadline = each === null ? null : attempt.start + each;
          return (
            <li key={attempt.start} data-ending={attempt.result}>
              <span className="timeline-track" aria-hidden>
                <span
                  className="timeline-bar"
                  style={{
                    left: at(attempt.start),
                    width: `${Math.max(1.5, ((attempt.end - attempt.start) / end) * 100)}%`,
                  }}
                />
                {deadline !== null && deadline <= end && (
                  <span className="timeline-limit" data-limit="each" style={{ left: at(deadline) }} />
                )}
                {whole !== null && whole <= end && (
                  <span className="timeline-limit" data-limit="request" style={{ left: at(whole) }} />
                )}
              </span>
              <span className="timeline-words">
                <strong>{texts.attempt(index + 1)}</strong> {texts.span(attempt.start, attempt.end)}{' '}
                {results[attempt.result]}
                {attempt.status !== null && ` (${attempt.status})`}
              </span>
            </li>
          );
        })}
      </ol>
      <p className="timeline-legend">
        <span>{texts.scale(end)}</span>
        {whole !== null && (
          <span>
            <span className="timeline-key" data-limit="request" aria-hidden />
            {texts.request(timeouts?.request ?? '')}
          </span>
        )}
        {each !== null && (
          <span>
            <span className="timeline-key" data-limit="each" aria-hidden />
            {texts.each(timeouts?.backendRequest ?? '')}
          </span>
        )}
      </p>
    </>
  );
}
