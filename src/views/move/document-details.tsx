import { type ReactNode, useState } from 'react';
import { YAMLText } from './yaml-text.tsx';

interface DocumentDetailsProps {
  readonly summary: ReactNode;
  readonly label: string;
  readonly text: string;
  readonly open: boolean;
  /** Shown above the text. */
  readonly children?: ReactNode;
}

/** A document that opens on its name. There can be hundreds, so a closed one has no text. */
export function DocumentDetails({ summary, label, text, open, children }: DocumentDetailsProps) {
  const [isOpen, setOpen] = useState(open);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && (
        <>
          {children}
          <YAMLText text={text} label={label} />
        </>
      )}
    </details>
  );
}
