import type { Language } from '../../state/model.ts';

/**
 * Monaco's own words in the page's language. They are read while its modules load, so this has to be done before, and
 * the language at that moment stays until the page is loaded again. Without the words Monaco speaks English.
 */
export async function provideMenuWords(language: Language): Promise<void> {
  try {
    if (language === 'zh-Hant') await import('monaco-editor/nls/lang/zh-tw');
    if (language === 'zh-Hans') await import('monaco-editor/nls/lang/zh-cn');
  } catch (error) {
    console.warn('the words of the menus could not be loaded', error);
  }
}
