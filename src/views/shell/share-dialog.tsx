import { Check, Copy, TriangleAlert, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useEffect, useId, useRef, useState } from 'react';
import { LONG_LINK } from '../../share/link.ts';
import { currentLink } from '../../state/persistence.ts';
import { useTexts } from '../ui/texts/use-texts.ts';
import './share-dialog.css';

interface ShareDialogProps {
  readonly onClose: () => void;
  /** The dialog has gone; the focus belongs where it came from. */
  readonly onClosed: () => void;
}

/** The link to what is on the screen, its size, and a button that copies it. */
export default function ShareDialog({ onClose, onClosed }: ShareDialogProps) {
  const texts = useTexts().share;
  const id = useId();
  const [link, setLink] = useState<string | null>(null);
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    let here = true;
    void currentLink().then((made) => here && setLink(made));
    return () => {
      here = false;
    };
  }, []);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(link ?? '');
      setCopied('yes');
    } catch {
      setCopied('failed');
    }
  };
  const long = link !== null && link.length > LONG_LINK;
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="overlay" />
        <Dialog.Content className="dialog" onCloseAutoFocus={onClosed}>
          <div className="dialog-head">
            <Dialog.Title>{texts.title}</Dialog.Title>
            <Dialog.Close
              className="button"
              data-look="quiet"
              data-shape="square"
              data-size="small"
              aria-label={texts.close}
            >
              <X size={15} aria-hidden />
            </Dialog.Close>
          </div>
          <Dialog.Description className="dialog-text">{texts.text}</Dialog.Description>
          <div className="field">
            <label htmlFor={id}>{texts.link}</label>
            <div className="share-row">
              <input
                id={id}
                ref={field}
                className="input mono"
                readOnly
                value={link ?? ''}
                placeholder={texts.making}
                aria-describedby={`${id}-size`}
                onFocus={(event) => event.target.select()}
              />
              <button
                type="button"
                className="button"
                data-look="primary"
                disabled={link === null}
                onClick={() => void copy()}
              >
                {copied === 'yes' ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
                {copied === 'yes' ? texts.copied : texts.copy}
              </button>
            </div>
            <span id={`${id}-size`} className="share-size">
              {link !== null && texts.size((link.length / 1024).toFixed(1))}
              {copied === 'failed' && ` · ${texts.copyFailed}`}
            </span>
          </div>
          <span className="visually-hidden" role="alert">
            {copied === 'yes' && texts.copied}
          </span>
          {long && (
            <p className="share-warning">
              <TriangleAlert size={15} aria-hidden />
              {texts.long}
            </p>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
