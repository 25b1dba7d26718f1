import { Columns2, X } from 'lucide-react';
import { keepToCompare, stopComparing } from '../../state/request.ts';
import { useApp } from '../../state/store.ts';
import { CopyMenu } from './copy-menu.tsx';
import { Cures } from './cures.tsx';
import { traceTexts } from './texts.ts';
import './print.css';
import './answer-actions.css';
import { IconButton } from '../ui/icon-button.tsx';

/** Actions for the answer: copy it, keep it next to the following one, or fix the manifests. */
export default function AnswerActions() {
  const texts = traceTexts(useApp((state) => state.language)).compare;
  const comparing = useApp((state) => state.kept !== null || state.compare !== null);
  const mayAsk = useApp((state) => state.mode !== 'embed');
  return (
    <>
      <div className="answer-actions">
        {mayAsk && (
          <IconButton
            icon={comparing ? X : Columns2}
            label={comparing ? texts.leave : texts.keep}
            title={comparing ? texts.leave : `${texts.keep}. ${texts.keepHint}.`}
            onClick={comparing ? stopComparing : keepToCompare}
          />
        )}
        <CopyMenu />
      </div>
      <Cures />
    </>
  );
}
