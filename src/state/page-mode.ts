import { LANGUAGES, type Language, type PageMode, THEMES, type Theme } from './model.ts';

/** What the address says about how the page is to look; null: it says nothing. */
export interface Asked {
  readonly mode: PageMode;
  readonly theme: Theme | null;
  readonly language: Language | null;
}

/** Reads the query of the page's address; what it does not know it leaves alone. */
export function readAsked(search: string): Asked {
  const query = new URLSearchParams(search);
  const view = query.get('view');
  return {
    mode: view === 'embed' || view === 'read' ? view : 'edit',
    theme: THEMES.find((theme) => theme === query.get('theme')) ?? null,
    language: LANGUAGES.find((language) => language === query.get('lang')) ?? null,
  };
}
