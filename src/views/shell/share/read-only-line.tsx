import { Lock, PencilLine } from 'lucide-react';
import { editCopy } from '../../../state/links.ts';
import { useApp } from '../../../state/store.ts';
import { sharingTexts } from './texts.ts';
import './read-only.css';

/** Shows that the manifests are read-only, and offers an editable copy. */
export default function ReadOnlyLine() {
  const texts = sharingTexts(useApp((state) => state.language));
  return (
    <div className="read-only" role="note">
      <Lock size={14} aria-hidden />
      <p>{texts.readOnly}</p>
      <button type="button" className="button" data-size="small" onClick={() => void editCopy()}>
        <PencilLine size={13} aria-hidden />
        {texts.editCopy}
      </button>
    </div>
  );
}
