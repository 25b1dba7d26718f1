import { useEffect, useState } from 'react';
import type { Refusal } from '../../live/ask-api.ts';
import type { Discovery } from '../../live/discover.ts';
import { lookAtCluster } from '../../state/live.ts';
import { useApp } from '../../state/store.ts';
import { Delayed } from '../ui/delayed.tsx';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { ClusterChoice } from './cluster-choice.tsx';
import { liveTexts } from './texts.ts';
import type { LiveTexts } from './texts-en.ts';
import './live.css';

interface LiveDialogProps {
  readonly onClose: () => void;
  readonly onClosed: (event: Event) => void;
}

/** Shows the content of the cluster, and loads the chosen part. */
export default function LiveDialog({ onClose, onClosed }: LiveDialogProps) {
  const version = useApp((state) => state.cluster);
  const texts = liveTexts(useApp((state) => state.language));
  const [found, setFound] = useState<Discovery | Refusal | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt asks again
  useEffect(() => {
    const ending = new AbortController();
    lookAtCluster(ending.signal).then(setFound, () => undefined);
    return () => ending.abort();
  }, [attempt]);
  return (
    <DialogFrame
      title={texts.title}
      text={texts.text(version ?? '')}
      close={texts.close}
      onClose={onClose}
      onClosed={onClosed}
    >
      {found === null && (
        <Delayed>
          <p role="status">{texts.looking}</p>
        </Delayed>
      )}
      {found !== null && 'why' in found && (
        <div className="live-fault" role="alert">
          <p>{sentenceOf(found, texts)}</p>
          <button
            type="button"
            className="button"
            onClick={() => {
              setFound(null);
              setAttempt(attempt + 1);
            }}
          >
            {texts.retry}
          </button>
        </div>
      )}
      {found !== null && 'kinds' in found && <ClusterChoice found={found} texts={texts} onDone={onClose} />}
    </DialogFrame>
  );
}

function sentenceOf(refusal: Refusal, texts: LiveTexts): string {
  switch (refusal.why) {
    case 'unreachable':
      return texts.gone;
    case 'forbidden':
      return texts.forbidden;
    case 'failed':
      return texts.refused(refusal.status, refusal.message);
    case 'missing':
    case 'expired':
      return texts.noApi;
    default:
      return refusal satisfies never;
  }
}
