import type { Profile } from '../profile/profile.ts';
import { PROFILES } from '../profile/profiles.ts';

const CRITERIA = [...new Set(Object.values(PROFILES).map(({ httpCriteria }) => httpCriteria))];

/** The fields of a profile that change the order of the entries in a table: the note of each, and its values. */
export const ORDER_CHOICES = {
  httpCriteria: { codes: ['criteria-order'], rule: 'R-220', values: CRITERIA },
  regexRank: {
    codes: ['regex-rank'],
    rule: 'R-221, A-29',
    values: ['exact-regex-prefix', 'exact-prefix-regex', 'none'],
  },
  prefixTrailingSlash: {
    codes: ['prefix-trailing-slash'],
    rule: 'R-224, A-13',
    values: ['strip', 'count'],
  },
  nameOrder: { codes: ['name-order'], rule: 'R-226, A-14', values: ['joined', 'tuple', 'generated'] },
} as const;

/** A field of a profile that changes the order of the entries in a table. */
export type OrderField = keyof typeof ORDER_CHOICES;

/** The part of a profile that decides the order of entries. */
export type OrderRules = Pick<Profile, OrderField>;
