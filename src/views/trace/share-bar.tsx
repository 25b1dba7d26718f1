import { readNamespacedName } from '../../core/ids/ids.ts';
import { backendLabel } from '../../core/ir/backend-label.ts';
import type { BackendShare } from '../../core/ir/outcome.ts';
import { visible } from '../../core/text/visible.ts';
import { showResource } from '../../state/show.ts';
import { useTexts } from '../ui/texts/use-texts.ts';

/** Returns a share as a percentage with at most one decimal. */
export function percent(share: number): string {
  const value = share * 100;
  return `${Number.isInteger(value) ? value : value.toFixed(1)}%`;
}

/** The backends of a request: a weighted bar, and each backend with its share. */
export function ShareBar({ backends }: { readonly backends: readonly BackendShare[] }) {
  const texts = useTexts();
  if (backends.length === 0) return null;
  return (
    <div className="shares">
      {backends.length > 1 && (
        <div className="share-bar" aria-hidden>
          {backends.map((backend, at) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a rule may name one backend twice.
              key={at}
              style={{ flexGrow: backend.share }}
              data-broken={backend.cause ? true : undefined}
            />
          ))}
        </div>
      )}
      <ul className="share-list">
        {backends.map((backend, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule may name one backend twice.
          <li key={at} data-broken={backend.cause ? true : undefined}>
            {backend.service === null ? (
              <span>{visible(backendLabel(backend, texts.outcome.pod))}</span>
            ) : (
              <button
                type="button"
                className="link mono"
                onClick={() => showResource(`Service/${backend.service}`)}
              >
                {visible(backendLabel(backend, texts.outcome.pod))}
              </button>
            )}
            <strong>{percent(backend.share)}</strong>
            {backend.endpoints !== null && (
              <span className="visually-hidden">
                {texts.outcome.endpoints(backend.endpoints)}
                {backend.workloads.length > 0 && ` (${backend.workloads.map(shortName).join(', ')})`}
              </span>
            )}
            {backend.cause && (
              <span className="chip" data-tone="bad">
                {backend.status === null ? '' : `${backend.status} `}
                {backend.cause}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function shortName(workload: string): string {
  return visible(readNamespacedName(workload).name);
}
