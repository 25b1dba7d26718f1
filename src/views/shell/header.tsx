import { FolderOpen, Share2 } from 'lucide-react';
import { useRef } from 'react';
import { useApp } from '../../state/store.ts';
import { useTexts } from '../ui/texts/use-texts.ts';
import { DialogButton } from './dialog-button.tsx';
import { ExamplesButton, LessonsButton, PageMenuButton, ProfileButton } from './header-menus.tsx';
import { openFiles } from './open-files.ts';

function Wordmark() {
  const texts = useTexts();
  return (
    <h1 className="wordmark" title={texts.tagline}>
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <path
          d="M3 4.5h4.2c1.6 0 2.6.9 3.2 2.4l2.4 6.2c.6 1.5 1.6 2.4 3.2 2.4H17M10.6 10c.6-1.8 1.8-2.8 3.6-2.8H17"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeLinecap="round"
        />
        <circle cx="3" cy="4.5" r="1.8" fill="currentColor" />
      </svg>
      <span>{texts.title}</span>
    </h1>
  );
}

function OpenFilesButton() {
  const texts = useTexts();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="button" data-look="quiet" onClick={() => input.current?.click()}>
        <FolderOpen size={15} aria-hidden />
        <span className="wide-only">{texts.header.openFiles}</span>
        <span className="visually-hidden narrow-only">{texts.header.openFiles}</span>
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept=".yaml,.yml,.json"
        aria-label={texts.header.openFiles}
        onChange={(event) => {
          void openFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </>
  );
}

/** The header, with the controls of the whole page. */
export function Header() {
  const texts = useTexts().header;
  const mayEdit = useApp((state) => state.mode === 'edit');
  return (
    <header className="header">
      <Wordmark />
      {mayEdit && (
        <div className="header-group">
          <ExamplesButton />
          <LessonsButton />
          <OpenFilesButton />
        </div>
      )}
      <div className="header-group header-end">
        <ProfileButton />
        <PageMenuButton />
        <DialogButton dialog="share" label={texts.share} icon={Share2} />
      </div>
    </header>
  );
}
