import { ArrowDownUp, GitCompareArrows } from 'lucide-react';
import { useRef, useState } from 'react';
import { visible } from '../../../core/text/visible.ts';
import type { Version } from '../../../state/model.ts';
import { useApp } from '../../../state/store.ts';
import { answerVersions, type VersionsAnswer } from '../../../state/two-versions.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { versionsTexts } from './texts.ts';
import './versions.css';

interface VersionsDialogProps {
  readonly onClose: () => void;
  /** Called after the dialog closed. Returns the focus to the previous element. */
  readonly onClosed: (event: Event) => void;
}

/** A longer name is cut in the button. The whole name is in the list above it. */
const MOST_NAME = 28;

/** Asks whether to compare two versions of the same resources. */
export default function VersionsDialog({ onClose, onClosed }: VersionsDialogProps) {
  const texts = versionsTexts(useApp((state) => state.language));
  const asked = useApp((state) => state.versions);
  const [swapped, setSwapped] = useState(false);
  const compare = useRef<HTMLButtonElement>(null);
  // The dialog closes a moment after the answer.
  if (asked === null) return null;
  const versions = swapped ? { before: asked.after, after: asked.before } : asked;
  const { before, after } = versions;
  const answer = (chosen: VersionsAnswer) => {
    answerVersions(chosen);
    onClose();
  };
  return (
    <DialogFrame
      title={texts.title}
      text={texts.text}
      close={texts.close}
      onClose={onClose}
      onClosed={onClosed}
      firstFocus={compare}
    >
      <dl className="versions">
        {[
          { word: texts.before, version: before },
          { word: texts.after, version: after },
        ].map(({ word, version }) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>
              <code>{visible(version.name)}</code>
              <span className="quiet">
                {version.present ? texts.present : texts.files(version.files.length)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <div className="versions-actions">
        <button
          ref={compare}
          type="button"
          className="button"
          data-look="primary"
          onClick={() => answer(versions)}
        >
          <GitCompareArrows size={14} aria-hidden />
          <span>{texts.compare(shortName(before), shortName(after))}</span>
        </button>
        <button type="button" className="button" onClick={() => setSwapped(!swapped)}>
          <ArrowDownUp size={14} aria-hidden />
          {texts.swap}
        </button>
        <button type="button" className="button" data-look="quiet" onClick={() => answer('open')}>
          {asked.before.present ? texts.add : texts.both}
        </button>
      </div>
      <p className="quiet">{texts.addNote}</p>
    </DialogFrame>
  );
}

function shortName({ name }: Version): string {
  const text = visible(name);
  return text.length > MOST_NAME ? `${text.slice(0, MOST_NAME)}…` : text;
}
