import type { Language } from '../../state/model.ts';
import { provideMenuWords } from './menu-words.ts';

/**
 * Loads the editor with Monaco, whose own texts are in the given language. Rejects when its code cannot be
 * loaded.
 */
export async function loadEditor(language: Language) {
  await provideMenuWords(language);
  const { EditorView } = await import('./editor-view.tsx');
  return { default: EditorView };
}
