import { en, type Texts } from './en.ts';
import { enLater } from './en-later.ts';
import { useTexts } from './use-texts.ts';

const EN: Texts = { ...en, ...enLater };

/**
 * Returns all interface texts in the user's language. Only parts of the page that are loaded later use it,
 * because it imports English texts that the first answer does not need. The other languages are whole files.
 */
export function useAllTexts(): Texts {
  const texts = useTexts();
  return texts === en ? EN : (texts as Texts);
}
