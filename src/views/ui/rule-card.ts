import type { Language } from '../../state/model.ts';
import type { RuleText } from './rule-text.ts';
import { RULES, type RuleWords } from './rules.ts';

/** The content of a rule's card. `language` is the language of its text. */
export interface RuleCard extends RuleText {
  readonly language: Language;
}

const LOADERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<RuleWords>>> = {
  'zh-Hant': async () => (await import('./rules-zh-hant.ts')).RULES_ZH_HANT,
  'zh-Hans': async () => (await import('./rules-zh-hans.ts')).RULES_ZH_HANS,
};

const cards = new Map<string, Promise<RuleCard | null>>();

async function make(rule: string, language: Language): Promise<RuleCard | null> {
  if (!Object.hasOwn(RULES, rule)) return null;
  const known = rule as keyof RuleWords;
  const english = { ...RULES[known], language: 'en' } as const;
  if (language === 'en') return english;
  try {
    return { ...english, says: (await LOADERS[language]())[known], language };
  } catch {
    // Without a connection the card shows English. The next card tries again.
    cards.delete(`${language} ${rule}`);
    return english;
  }
}

/**
 * Returns the card of a rule in a language. Returns null for a rule that has none. Returns the same promise
 * each time, as React requires.
 */
export function ruleCard(rule: string, language: Language): Promise<RuleCard | null> {
  const key = `${language} ${rule}`;
  let card = cards.get(key);
  if (card === undefined) {
    card = make(rule, language);
    cards.set(key, card);
  }
  return card;
}
