import { type Profile, TABLE_RULES } from './profile.ts';

/** A field that tables are compiled with. */
export type TableField = keyof typeof TABLE_RULES;

/** The fields of a profile that the tables of a mesh are compiled with. With other values, they are compiled again. */
const TABLE_FIELDS = Object.keys(TABLE_RULES) as readonly TableField[];

/** The part of a profile that tables are compiled with. */
export type TableRules = Pick<Profile, TableField>;

/** Returns only the fields that tables are compiled with. */
export function pickTableRules(rules: TableRules): TableRules {
  return Object.fromEntries(TABLE_FIELDS.map((field) => [field, rules[field]])) as unknown as TableRules;
}

/** Returns a text that is equal for profiles with equal tables. */
export function tableRulesKey(rules: TableRules): string {
  return TABLE_FIELDS.map((field) => rules[field]).join(' ');
}
