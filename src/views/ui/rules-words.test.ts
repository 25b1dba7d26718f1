import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';
import { ruleCard } from './rule-card.ts';
import { RULES, type RuleWords } from './rules.ts';

const IDS = Object.keys(RULES) as (keyof RuleWords)[];
const STRANGE = {
  'zh-Hant': Converter({ from: 'cn', to: 'tw' }),
  'zh-Hans': Converter({ from: 'tw', to: 'cn' }),
} as const;

/**
 * Returns the names that are the same in every language: of fields, kinds, statuses, codes, and similar
 * terms.
 */
const namesIn = (text: string) =>
  [
    ...new Set(text.match(/\b[A-Z][A-Za-z]*[A-Z]\w*(-[A-Z]+)?\b|\b[a-z]+[A-Z]\w+|\b\d{3}\b|`[^`]+`/g) ?? []),
  ].sort();

describe.each(['zh-Hant', 'zh-Hans'] as const)('the cards of rules in %s', (language) => {
  test.each(IDS)('%s says it in Chinese, with the names that English has', async (id) => {
    const card = await ruleCard(id, language);
    expect(card).toMatchObject({ language, source: RULES[id].source });
    const says = card?.says ?? '';
    expect(says).toMatch(/[。]$/);
    expect(namesIn(says)).toEqual(namesIn(RULES[id].says));
    expect(says).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/);
    expect(says).not.toMatch(
      /\p{Script=Han}[,;:!?.()\w]|\w\p{Script=Han}|\s[，。；：、（）]|[，。；：、（）]\s/u,
    );
    expect([...says].filter((each) => each !== '么' && STRANGE[language](each) !== each)).toEqual([]);
  });
});

test('a card is created once, and an unknown rule has none', async () => {
  expect(ruleCard('R-101', 'zh-Hant')).toBe(ruleCard('R-101', 'zh-Hant'));
  expect(await ruleCard('R-999', 'en')).toBeNull();
  expect(await ruleCard('toString', 'zh-Hans')).toBeNull();
});
