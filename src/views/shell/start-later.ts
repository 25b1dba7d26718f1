import { providePicture } from '../../state/answer-picture.ts';
import { startStepHistory } from '../../state/step-history.ts';

/** Starts the parts of the page that the first answer does not need. */
export function startLater(): void {
  startStepHistory();
  providePicture(() => import('../graph/answer-picture.ts').then(({ answerPicture }) => answerPicture));
}
