import { Wrench } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useApp } from '../../state/store.ts';
import { CodeText } from '../ui/code-text.tsx';
import { FixPanel } from '../ui/fix-panel.tsx';
import { canBeCured } from './can-be-cured.ts';
import { traceTexts } from './texts.ts';
import { useCures } from './use-cures.ts';
import './cures.css';

const NONE: NonNullable<ReturnType<typeof useCures>> = [];

/**
 * Buttons for changes of the manifests after which the request is answered. A button opens the preview of its
 * change. Their space is reserved while they are computed, so that the steps below do not move.
 */
export default function Cures() {
  const answer = useApp((state) => state.answer);
  const texts = traceTexts(useApp((state) => state.language));
  const mayEdit = useApp((state) => state.mode === 'edit');
  const outcome = answer?.explained.trace.outcome;
  const wanted = mayEdit && outcome !== undefined && canBeCured(outcome);
  const known = useCures(wanted ? answer : null);
  const cures = known ?? NONE;
  const [open, setOpen] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const panel = useRef<HTMLFieldSetElement>(null);
  const body = useRef<Element | null>(null);
  const chosen = cures.find(({ title }) => title === open);
  useEffect(() => {
    if (chosen === undefined) return;
    panel.current?.focus();
    body.current = panel.current?.closest('.answer-line') ?? null;
  }, [chosen]);
  useEffect(() => {
    // An applied cure removes the button that had the focus.
    if (cures.length > 0 || document.activeElement !== document.body) return;
    if (body.current instanceof HTMLElement) body.current.focus({ preventScroll: true });
    body.current = null;
  }, [cures]);
  if (!wanted) return null;
  const close = () => {
    const at = cures.findIndex(({ title }) => title === open);
    setOpen(null);
    list.current?.querySelectorAll('button')[at]?.focus();
  };
  return (
    <div className="cures" data-kind={outcome.kind}>
      {known !== null && cures.length === 0 && <p className="quiet">{texts.noCures}</p>}
      {cures.length > 0 && (
        <ul ref={list} aria-label={texts.cures}>
          {cures.map(({ title }) => (
            <li key={title}>
              <button
                type="button"
                className="button"
                data-size="small"
                aria-expanded={title === open}
                title={title.replaceAll('`', '')}
                onClick={() => setOpen(title === open ? null : title)}
              >
                <Wrench size={13} aria-hidden />
                <span>
                  <CodeText text={title} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {chosen && (
        <fieldset
          ref={panel}
          className="cure-panel"
          aria-label={chosen.title.replaceAll('`', '')}
          tabIndex={-1}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            close();
          }}
        >
          <FixPanel fix={chosen} onClose={close} />
        </fieldset>
      )}
    </div>
  );
}
