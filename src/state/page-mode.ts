import { LANGUAGES, type Language, type PageMode, THEMES, type Theme } from './model.ts';

/** The options that the address sets for the page. Null means that the address does not set the option. */
export interface Asked {
  readonly mode: PageMode;
  readonly presenting: boolean;
  readonly theme: Theme | null;
  readonly language: Language | null;
}

/** Reads the query of the page's address. Ignores unknown options. */
export function readAsked(search: string): Asked {
  const query = new URLSearchParams(search);
  const view = query.get('view');
  return {
    mode: view === 'embed' || view === 'read' ? view : 'edit',
    presenting: view === 'present',
    theme: THEMES.find((theme) => theme === query.get('theme')) ?? null,
    language: LANGUAGES.find((language) => language === query.get('lang')) ?? null,
  };
}
