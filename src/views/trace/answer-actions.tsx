import { Columns2, X } from 'lucide-react';
import { keepToCompare, stopComparing } from '../../state/request.ts';
import { useApp } from '../../state/store.ts';
import { CopyMenu } from './copy-menu.tsx';
import { traceTexts } from './texts.ts';
import './print.css';
import './answer-actions.css';

/** What can be done with the answer: copy it, or keep it beside the next one. */
export default function AnswerActions() {
  const texts = traceTexts(useApp((state) => state.language)).compare;
  const comparing = useApp((state) => state.kept !== null || state.compare !== null);
  const mayAsk = useApp((state) => state.mode !== 'embed');
  return (
    <div className="answer-actions">
      {mayAsk && (
        <button
          type="button"
          className="button"
          data-look="quiet"
          data-size="small"
          data-shape="square"
          aria-label={comparing ? texts.leave : texts.keep}
          title={comparing ? texts.leave : `${texts.keep}. ${texts.keepHint}.`}
          onClick={comparing ? stopComparing : keepToCompare}
        >
          {comparing ? <X size={14} aria-hidden /> : <Columns2 size={14} aria-hidden />}
        </button>
      )}
      <CopyMenu />
    </div>
  );
}
