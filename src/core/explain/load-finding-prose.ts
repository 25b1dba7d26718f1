import { type FindingProse, provideFindingProse } from './finding-prose.ts';
import type { ExplainLanguage } from './languages.ts';

const LOADERS: Readonly<Record<ExplainLanguage, () => Promise<FindingProse>>> = {
  en: async () => (await import('./en/finding-sentences.ts')).FINDINGS_EN,
  'zh-Hant': async () => (await import('./zh-hant/finding-sentences.ts')).FINDINGS_ZH_HANT,
  'zh-Hans': async () => (await import('./zh-hans/finding-sentences.ts')).FINDINGS_ZH_HANS,
};

/** Loads the texts of findings in a language and provides them. */
export async function loadFindingProse(language: ExplainLanguage): Promise<void> {
  provideFindingProse(await LOADERS[language](), language);
}
