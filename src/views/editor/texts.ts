import type { Language } from '../../state/model.ts';

/** The editor's own texts, in addition to Monaco's. */
export interface EditorTexts {
  /** Name of the button that shows and hides ghost text. */
  readonly defaults: string;
  /** The purpose of that button. */
  readonly defaultsHint: string;
  readonly showDefaults: string;
  readonly hideDefaults: string;
  /** Whether long lines wrap. */
  readonly wrap: string;
}

const BY_LANGUAGE: Readonly<Record<Language, EditorTexts>> = {
  en: {
    defaults: 'Show defaults',
    defaultsHint: 'Show default values of fields that are not set',
    showDefaults: 'Show Defaults',
    hideDefaults: 'Hide Defaults',
    wrap: 'Wrap Long Lines',
  },
  'zh-Hant': {
    defaults: '顯示預設值',
    defaultsHint: '在沒有寫出的地方顯示預設值',
    showDefaults: '顯示預設值',
    hideDefaults: '隱藏預設值',
    wrap: '自動換行',
  },
  'zh-Hans': {
    defaults: '显示默认值',
    defaultsHint: '在没有写出的地方显示默认值',
    showDefaults: '显示默认值',
    hideDefaults: '隐藏默认值',
    wrap: '自动换行',
  },
};

/** Returns the editor's texts in a language. */
export function editorTexts(language: Language): EditorTexts {
  return BY_LANGUAGE[language];
}
