import { describe, expect, test } from 'vitest';
import { GATEWAY_API } from '../../../core/profile/profile.ts';
import { PROFILES } from '../../../core/profile/profiles.ts';
import { EN_PROFILES } from '../../ui/texts/en-profiles.ts';
import { ZH_HANS_PROFILES } from '../../ui/texts/zh-hans-profiles.ts';
import { ZH_HANT_PROFILES } from '../../ui/texts/zh-hant-profiles.ts';
import { deviationsOf } from './profile-deviations.ts';

const LANGUAGES = { en: EN_PROFILES, 'zh-Hant': ZH_HANT_PROFILES, 'zh-Hans': ZH_HANS_PROFILES };

describe.each(Object.entries(LANGUAGES))('the texts about profiles in %s', (_, texts) => {
  test.each(Object.values(PROFILES).map((profile) => [profile.name, profile] as const))(
    '%s has a description, and a sentence for each choice that differs',
    (name, profile) => {
      expect(texts.texts[name]).toMatch(/\S/);
      const deviations = deviationsOf(profile, texts);
      expect(deviations.filter(({ sentence }) => sentence === undefined)).toEqual([]);
      expect(deviations.length > 0).toBe(name !== 'gateway-api');
    },
  );
});

test('every language has sentences for the same values of the same fields', () => {
  const valuesIn = ({ fields }: typeof EN_PROFILES) =>
    Object.entries(fields).flatMap(([field, values]) =>
      Object.keys(values).map((value) => `${field} ${value}`),
    );
  const expected = valuesIn(EN_PROFILES).sort();
  expect(valuesIn(ZH_HANT_PROFILES).sort()).toEqual(expected);
  expect(valuesIn(ZH_HANS_PROFILES).sort()).toEqual(expected);
});

test('what is not a choice is no deviation', () => {
  const other = { ...GATEWAY_API, name: 'other', own: { classes: ['a'], protocols: [], envoy: false } };
  expect(deviationsOf(other, EN_PROFILES)).toEqual([]);
});
