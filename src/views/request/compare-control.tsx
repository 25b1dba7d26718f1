import { Columns2, X } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useId, useState } from 'react';
import { visible } from '../../core/text/visible.ts';
import { compareWith, keepToCompare, stopComparing } from '../../state/compare-requests.ts';
import { useApp } from '../../state/store.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { ClientSelect } from './client-select.tsx';
import { compareTexts } from './compare-texts.ts';
import { comparedName } from './compared-name.ts';
import './compare-control.css';

/**
 * Compares the request with the same request of another client, or with itself before later changes. Shows
 * what it is compared with, and ends the comparison.
 */
export default function CompareControl() {
  const texts = compareTexts(useApp((state) => state.language));
  const name = useApp(comparedName);
  const compare = useApp((state) => (state.kept === null ? state.compare : null));
  const mayKeep = useApp((state) => state.answer !== null);
  const [open, setOpen] = useState(false);
  const id = useId();
  const against = name === null ? null : texts.against(visible(name));
  return (
    <span className="compare-control" data-on={name !== null || undefined}>
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger className="button" data-look="quiet" title={against ?? undefined}>
          <Columns2 size={14} aria-hidden />
          <span>{against ?? texts.compare}</span>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            className="floating compare-card"
            aria-label={texts.title}
            align="end"
            sideOffset={6}
            collisionPadding={8}
          >
            <div className="field">
              <label htmlFor={`${id}-client`}>{texts.client}</label>
              <ClientSelect
                id={`${id}-client`}
                value={compare}
                nobody={texts.nobody}
                onChoose={(value) => compareWith(value === '' ? null : value)}
              />
            </div>
            <div className="compare-kept">
              <button
                type="button"
                className="button"
                disabled={!mayKeep}
                aria-describedby={`${id}-note`}
                onClick={() => {
                  keepToCompare();
                  setOpen(false);
                }}
              >
                {texts.kept}
              </button>
              <p className="quiet" id={`${id}-note`}>
                {texts.keptNote}
              </p>
            </div>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      {name !== null && <IconButton icon={X} label={texts.stop} onClick={stopComparing} />}
    </span>
  );
}
