import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTexts } from './texts/use-texts.ts';

interface CopyButtonProps {
  /** Made when the button is pressed. */
  readonly text: () => string;
  readonly label: string;
  readonly hint?: string;
}

const SHOWN_FOR = 2500;

/** A small button that copies a text and says whether it could. */
export function CopyButton({ text, label, hint }: CopyButtonProps) {
  const texts = useTexts().copying;
  const [result, setResult] = useState<'done' | 'failed' | null>(null);
  useEffect(() => {
    if (result === null) return;
    const timer = setTimeout(() => setResult(null), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [result]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setResult('done');
    } catch {
      setResult('failed');
    }
  };
  const Icon = result === 'done' ? Check : Copy;
  return (
    <>
      <button type="button" className="button" data-size="small" title={hint} onClick={() => void copy()}>
        <Icon size={13} aria-hidden />
        {label}
      </button>
      <span className={result === 'failed' ? 'quiet' : 'visually-hidden'} role="status">
        {result === null ? '' : texts[result]}
      </span>
    </>
  );
}
