import type { Messages } from './en/messages.ts';

/** The languages of explanations, as BCP 47 tags. */
export type ExplainLanguage = 'en' | 'zh-Hant' | 'zh-Hans';

const LOADERS: Readonly<Record<ExplainLanguage, () => Promise<Messages>>> = {
  en: async () => (await import('./en/messages.ts')).MESSAGES_EN,
  'zh-Hant': async () => (await import('./zh-hant/messages.ts')).MESSAGES_ZH_HANT,
  'zh-Hans': async () => (await import('./zh-hans/messages.ts')).MESSAGES_ZH_HANS,
};

const loaded = new Map<ExplainLanguage, Messages>();

/**
 * Returns all sentences of a language for `explainTrace`. They are loaded on first use.
 *
 * @example
 * ```
 * const messages = await loadMessages('zh-Hant');
 * explainTrace(trace, messages).headline;
 * ```
 */
export async function loadMessages(language: ExplainLanguage): Promise<Messages> {
  const messages = loaded.get(language) ?? (await LOADERS[language]());
  loaded.set(language, messages);
  return messages;
}
