import { useEffect, useState } from 'react';
import type { Language } from '../../../state/model.ts';
import { useApp } from '../../../state/store.ts';
import { en, type FirstTexts, type Texts } from './en.ts';

const LOADERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Texts>>> = {
  'zh-Hant': () => import('./zh-hant.ts').then((module) => module.zhHant),
  'zh-Hans': () => import('./zh-hans.ts').then((module) => module.zhHans),
};

const loaded = new Map<Language, FirstTexts>([['en', en]]);
const listeners = new Set<() => void>();

/** Loads the texts of a language. Resolves when `useTexts` returns them. */
export async function loadTexts(language: Language): Promise<void> {
  if (loaded.has(language) || language === 'en') return;
  loaded.set(language, await LOADERS[language]());
  for (const listener of listeners) listener();
}

/**
 * Returns the interface texts that the page starts with, in the user's language, or in English until that is
 * loaded. A part of the page that is loaded later uses `useAllTexts`.
 */
export function useTexts(): FirstTexts {
  const language = useApp((state) => state.language);
  const [, render] = useState(0);
  useEffect(() => {
    if (loaded.has(language)) return;
    const listener = () => render((count) => count + 1);
    listeners.add(listener);
    void loadTexts(language);
    return () => {
      listeners.delete(listener);
    };
  }, [language]);
  return loaded.get(language) ?? en;
}
