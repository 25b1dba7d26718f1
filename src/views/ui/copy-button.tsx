import { Check, Copy } from 'lucide-react';
import { useAllTexts } from './texts/use-all-texts.ts';
import { useCopying } from './use-copying.ts';

interface CopyButtonProps {
  /** Computed when the button is pressed. */
  readonly text: () => string;
  readonly label: string;
  readonly hint?: string;
}

/** A small button that copies a text and shows whether that succeeded. */
export function CopyButton({ text, label, hint }: CopyButtonProps) {
  const texts = useAllTexts().copying;
  const [result, copy] = useCopying();
  const Icon = result === 'done' ? Check : Copy;
  return (
    <>
      <button
        type="button"
        className="button"
        data-size="small"
        title={hint}
        onClick={() => void copy(text())}
      >
        <Icon size={13} aria-hidden />
        {label}
      </button>
      <span className={result === 'failed' ? 'quiet' : 'visually-hidden'} role="status">
        {result === null ? '' : texts[result]}
      </span>
    </>
  );
}
