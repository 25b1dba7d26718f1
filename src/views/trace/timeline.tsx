import type { Attempt } from '../../core/ir/trace.ts';
import { useTexts } from '../ui/texts/use-texts.ts';

/** The tries of a request on its clock: a bar each, with start, end and result in words. */
export function Timeline({ attempts }: { readonly attempts: readonly Attempt[] }) {
  const texts = useTexts().details;
  const end = Math.max(1, ...attempts.map((attempt) => attempt.end));
  return (
    <ol className="timeline">
      {attempts.map((attempt) => (
        <li key={attempt.start} data-ending={attempt.result}>
          <span className="timeline-track" aria-hidden>
            <span
              style={{
                left: `${(attempt.start / end) * 100}%`,
                width: `${Math.max(1.5, ((attempt.end - attempt.start) / end) * 100)}%`,
              }}
            />
          </span>
          <span className="timeline-words">
            {`${attempt.start}–${attempt.end} ms`} {texts.results[attempt.result]}
            {attempt.status !== null && ` (${attempt.status})`}
          </span>
        </li>
      ))}
    </ol>
  );
}
