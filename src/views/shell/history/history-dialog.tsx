import { Trash2 } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { MOST_BYTES, MOST_WORKS, type WorkList } from '../../../share/earlier-works.ts';
import { listEarlier, openEarlier, removeAllEarlier, removeEarlier } from '../../../state/earlier-works.ts';
import { useApp } from '../../../state/store.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { historyTexts } from './texts.ts';
import type { HistoryTexts } from './texts-en.ts';
import './history.css';

interface HistoryDialogProps {
  readonly onClose: () => void;
  /** Called after the dialog closed. The focus returns to the previous element. */
  readonly onClosed: (event: Event) => void;
}

/** The earlier works that this browser stores. The user can open one, and delete one or all. */
export default function HistoryDialog({ onClose, onClosed }: HistoryDialogProps) {
  const language = useApp((state) => state.language);
  const texts = historyTexts(language);
  const [list, setList] = useState<WorkList | 'blocked' | null>(null);
  const [failed, setFailed] = useState(false);
  const [asking, setAsking] = useState(false);
  const look = useCallback(async () => setList(await listEarlier()), []);
  useEffect(() => void look(), [look]);
  const open = async (id: number) => {
    if (await openEarlier(id)) onClose();
    else setFailed(true);
  };
  const remove = async (act: Promise<boolean>) => {
    setFailed(!(await act));
    setAsking(false);
    await look();
  };
  const works = list === null || list === 'blocked' ? [] : list.works;
  return (
    <DialogFrame
      title={texts.title}
      text={texts.text}
      close={texts.close}
      onClose={onClose}
      onClosed={onClosed}
    >
      {list !== null && works.length === 0 && (
        <p className="history-none">{list === 'blocked' ? texts.blocked : texts.none}</p>
      )}
      {works.length > 0 && (
        <ul className="history-list" aria-label={texts.list}>
          {works.map((each) => (
            <Entry
              key={each.id}
              entry={each}
              language={language}
              texts={texts}
              onOpen={() => void open(each.id)}
              onRemove={() => void remove(removeEarlier(each.id))}
            />
          ))}
        </ul>
      )}
      <p role="alert" className="history-failed">
        {failed && texts.failed}
      </p>
      {works.length > 0 && (
        <div className="history-foot">
          <p className="quiet">
            {texts.limits(MOST_WORKS, MOST_BYTES / 1024 / 1024)}{' '}
            {list !== null && list !== 'blocked' && list.dropped > 0 && texts.dropped(list.dropped)}
          </p>
          {asking ? (
            <p className="history-sure">
              {texts.sure(works.length)}
              <button
                type="button"
                className="button"
                data-size="small"
                onClick={() => void remove(removeAllEarlier())}
              >
                {texts.removeAll}
              </button>
              <button
                type="button"
                className="button"
                data-look="quiet"
                data-size="small"
                onClick={() => setAsking(false)}
              >
                {texts.cancel}
              </button>
            </p>
          ) : (
            <button type="button" className="button" data-size="small" onClick={() => setAsking(true)}>
              <Trash2 size={13} aria-hidden />
              {texts.removeAll}
            </button>
          )}
        </div>
      )}
    </DialogFrame>
  );
}

interface EntryProps {
  readonly entry: WorkList['works'][number];
  readonly language: string;
  readonly texts: HistoryTexts;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}

function Entry({ entry, language, texts, onOpen, onRemove }: EntryProps) {
  const damaged = 'damaged' in entry;
  const name = damaged ? texts.untitled : entry.title || texts.untitled;
  const title = damaged ? texts.damaged : name;
  return (
    <li className="history-entry">
      <div className="history-words">
        <strong title={title}>
          <bdi>{title}</bdi>
        </strong>
        {!damaged && (
          <small>
            <time dateTime={new Date(entry.at).toISOString()}>
              {new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
                entry.at,
              )}
            </time>
            {' · '}
            {entry.documents !== null && `${texts.documents(entry.documents)} · `}
            {texts.files(entry.files)}
          </small>
        )}
      </div>
      {!damaged && (
        <button
          type="button"
          className="button"
          data-size="small"
          aria-label={texts.openNamed(name)}
          onClick={onOpen}
        >
          {texts.open}
        </button>
      )}
      <IconButton icon={Trash2} label={texts.remove(name)} onClick={onRemove} />
    </li>
  );
}
