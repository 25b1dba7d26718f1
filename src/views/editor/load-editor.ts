import type { Language } from '../../state/model.ts';
import { provideMenuWords } from './menu-words.ts';

/** The editor with Monaco, whose own words are in the given language; rejects when its code cannot be loaded. */
export async function loadEditor(language: Language) {
  await provideMenuWords(language);
  const { EditorView } = await import('./editor-view.tsx');
  return { default: EditorView };
}
