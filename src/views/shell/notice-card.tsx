import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { own } from '../../core/text/own.ts';
import { restartWorker } from '../../state/engine.ts';
import { undo } from '../../state/files.ts';
import type { Notice, NoticeAction, NoticeKind } from '../../state/notice.ts';
import { backToWork } from '../../state/persistence.ts';
import { dismiss } from '../../state/store.ts';
import { CodeText } from '../ui/code-text.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import type { Texts } from '../ui/texts/en.ts';
import { useAllTexts } from '../ui/texts/use-all-texts.ts';
import { useNoticePlace } from './use-notice-place.ts';

const READING_TIME = 6000;
const ICONS = { info: Info, warning: TriangleAlert, error: CircleAlert } as const;

const ACTIONS: Readonly<Record<NoticeAction, () => void>> = {
  undo,
  'back-to-work': () => void backToWork(),
  'restart-worker': restartWorker,
  reload: () => void import('../../state/offline.ts').then(({ takeUpdate }) => takeUpdate()),
};

/**
 * Returns a name with direction isolates, so that it does not change the direction of the sentence around it.
 */
function isolated(name: string): string {
  return /^[\x20-\x7e]*$/.test(name) ? name : `\u2068${name}\u2069`;
}

function words(kind: NoticeKind, { notices: texts, examples, marks }: Texts): string {
  switch (kind.name) {
    case 'link-broken': {
      if (kind.parts.includes('version')) return texts['link-newer'];
      const parts = kind.parts
        .map((part) => own(texts.linkParts, part) ?? own(texts.linkParts, part.split('.')[0] ?? '') ?? part)
        .join(', ');
      return kind.nothing ? texts['link-empty'](parts) : texts['link-broken'](parts);
    }
    case 'worker-crashed':
    case 'worker-gone':
      return texts[kind.name](kind.message);
    case 'file-not-text':
    case 'file-too-large':
    case 'file-other-kind':
      return texts[kind.name](kind.files.map(isolated).join(marks.pause), kind.files.length);
    case 'file-closed':
      return texts[kind.name](kind.file);
    case 'files-opened': {
      const { count, versions } = kind;
      return versions
        ? texts['versions-opened'](isolated(versions.before), isolated(versions.after))
        : texts['files-opened'](count);
    }
    case 'example-opened':
      return texts[kind.name](own(examples, kind.example)?.title ?? kind.example);
    case 'fix-applied':
      return texts[kind.name](kind.title);
    case 'curl-read':
      return kind.ignored.length > 0 ? texts['curl-ignored'](kind.ignored.join(', ')) : texts['curl-read'];
    case 'storage-broken':
    case 'storage-blocked':
    case 'link-opened':
    case 'worker-hung':
    case 'reading-stopped':
    case 'lesson-left':
    case 'part-missing':
    case 'image-copied':
    case 'image-saved':
    case 'image-failed':
    case 'work-restored':
    case 'work-late':
    case 'fix-outdated':
    case 'case-without-request':
    case 'update-ready':
    case 'editor-menus':
      return texts[kind.name];
    default:
      return kind satisfies never;
  }
}

/**
 * Hides a notice of success after a time, unless the user points at it or has the focus in it. A notice with
 * an action, and a warning, remain until the user closes them.
 */
function useLeaving({ id, tone, action }: Notice, held: boolean): void {
  const stays = tone !== 'info' || action !== null;
  useEffect(() => {
    if (stays || held) return;
    const timer = setTimeout(() => dismiss(id), READING_TIME);
    return () => clearTimeout(timer);
  }, [id, stays, held]);
}

/** A notice with its action. */
export default function NoticeCard({ notice }: { readonly notice: Notice }) {
  const texts = useAllTexts();
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  useLeaving(notice, pointed || focused);
  const card = useRef<HTMLLIElement>(null);
  useNoticePlace(card);
  const Icon = ICONS[notice.tone];
  const { action } = notice;
  return (
    <li
      ref={card}
      className="notice"
      data-tone={notice.tone}
      data-name={notice.kind.name}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <Icon size={16} aria-hidden />
      <p>
        <CodeText text={words(notice.kind, texts)} />
      </p>
      {action && (
        <button
          type="button"
          className="button"
          data-size="small"
          onClick={() => {
            ACTIONS[action]();
            dismiss(notice.id);
          }}
        >
          {texts.notices.actions[action]}
        </button>
      )}
      <IconButton icon={X} label={texts.notices.dismiss} onClick={() => dismiss(notice.id)} />
    </li>
  );
}
