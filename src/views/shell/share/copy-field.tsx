import { Check, Copy } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { SharingTexts } from './texts-en.ts';

interface CopyFieldProps {
  readonly label: string;
  readonly hint: string;
  /** Null while it is being computed. */
  readonly value: string | null;
  /** Several lines instead of one. */
  readonly large?: boolean;
  readonly texts: SharingTexts;
}

/** A text to copy, its size, and a button that copies it. */
export function CopyField({ label, hint, value, large = false, texts }: CopyFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  // The copied text, so that another text does not count as copied.
  const [copied, setCopied] = useState<{ readonly text: string; readonly done: boolean } | null>(null);
  const state = copied !== null && copied.text === value ? (copied.done ? 'yes' : 'failed') : 'no';
  const copy = async (text: string) => {
    field.current?.select();
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied({ text, done });
  };
  const shared = {
    id,
    ref: field,
    readOnly: true,
    value: value ?? '',
    placeholder: texts.making,
    'aria-describedby': `${id}-size ${id}-hint`,
  };
  return (
    <div className="field">
      <p className="share-hint" id={`${id}-hint`}>
        {hint}
      </p>
      <label htmlFor={id}>{label}</label>
      <div className="share-row">
        {large ? (
          <textarea {...shared} className="input mono" rows={3} onFocus={(event) => event.target.select()} />
        ) : (
          <input {...shared} className="input mono" onFocus={(event) => event.target.select()} />
        )}
        <button
          type="button"
          className="button"
          data-look="primary"
          disabled={value === null}
          onClick={() => value !== null && void copy(value)}
        >
          {state === 'yes' ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
          {state === 'yes' ? texts.copied : texts.copy}
        </button>
      </div>
      <span id={`${id}-size`} className="share-size">
        {value !== null && texts.size((value.length / 1024).toFixed(1))}
        {state === 'failed' && ` · ${texts.copyFailed}`}
      </span>
      <span className="visually-hidden" role="alert">
        {state === 'yes' && texts.copied}
      </span>
    </div>
  );
}
