import type { Language } from '../../state/model.ts';
import type { RuleText } from './rule-text.ts';
import { RULES, type RuleWords } from './rules.ts';

/** What a card shows of a rule; `language` is that of what it says. */
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
    // Without a connection English is better than nothing; the next card asks again.
    cards.delete(`${language} ${rule}`);
    return english;
  }
}

/** The card of a rule in a language; null for a rule that has none. The same promise each time, as React asks for. */
export function ruleCard(rule: string, language: Language): Promise<RuleCard | null> {
  const key = `${language} ${rule}`;
  let card = cards.get(key);
  if (card === undefined) {
    card = make(rule, language);
    cards.set(key, card);
  }
  return card;
}
