import { type FindingProse, provideFindingProse } from './finding-prose.ts';
import type { ExplainLanguage } from './languages.ts';

const LOADERS: Readonly<Record<ExplainLanguage, () => Promise<FindingProse>>> = {
  en: async () => (await import('./finding-sentences.ts')).FINDINGS_EN,
  'zh-Hant': async () => (await import('./finding-sentences-zh-hant.ts')).FINDINGS_ZH_HANT,
  'zh-Hans': async () => (await import('./finding-sentences-zh-hans.ts')).FINDINGS_ZH_HANS,
};

/** Fetches the words of findings in a language and provides them. */
export async function loadFindingProse(language: ExplainLanguage): Promise<void> {
  provideFindingProse(await LOADERS[language](), language);
}
