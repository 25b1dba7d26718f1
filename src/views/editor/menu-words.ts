import type { Language } from '../../state/model.ts';

/**
 * Sets Monaco's own texts to the page's language. Monaco reads them while its modules load. The call must
 * therefore come first, and the language remains until the page is reloaded. Without these texts Monaco uses
 * English.
 */
export async function provideMenuWords(language: Language): Promise<void> {
  try {
    if (language === 'zh-Hant') await import('monaco-editor/nls/lang/zh-tw');
    if (language === 'zh-Hans') await import('monaco-editor/nls/lang/zh-cn');
  } catch (error) {
    console.warn('the words of the menus could not be loaded', error);
  }
}
