import { CopyMenu } from './copy-menu.tsx';
import './print.css';
import './answer-actions.css';

/** Actions for the answer. */
export default function AnswerActions() {
  return (
    <div className="answer-actions">
      <CopyMenu />
    </div>
  );
}
