import { loadPicture } from '../../../state/answer-picture.ts';
import { store } from '../../../state/store.ts';
import type { FirstTexts } from '../../ui/texts/en.ts';
import { answerWords } from './answer-words.ts';
import { drawAnswer } from './draw-answer.ts';
import { imageTexts } from './texts.ts';

/** Returns a PNG of the present answer: its outcome, the reason, the picture and a link. */
export async function makeImage(texts: FirstTexts): Promise<Blob> {
  const state = store.getState();
  const { language, view, answer } = state;
  const words = await answerWords(state, texts, imageTexts(language));
  if (words === null || view === null || answer === null) throw new Error('There is no answer to draw.');
  const draw = await loadPicture();
  return drawAnswer(words, draw(view.graph, answer.way, language));
}
