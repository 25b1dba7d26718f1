import type { Profile } from '../profile/profile.ts';

/**
 * Headers that Envoy stores in one place. Their values are joined by a comma when they arrive, in every mode
 * for repeated headers.
 */
const STORED_ONCE: ReadonlySet<string> = new Set([
  'accept',
  'authorization',
  'content-type',
  'referer',
  'user-agent',
  'x-forwarded-for',
]);

/** Returns the values of a repeated header as one text, with a comma and no space between them. */
export function joinValues(values: readonly string[]): string {
  return values.join(',');
}

/**
 * Returns the values that a condition on a repeated header is compared with. One of them must satisfy it
 * (R-211, A-30).
 */
export function comparedValues(
  name: string,
  values: readonly string[],
  how: Profile['repeatedHeaders'],
): readonly string[] {
  switch (how) {
    case 'first':
      return values.slice(0, 1);
    case 'joined':
      return [joinValues(values)];
    case 'any-or-joined':
      return [...values, joinValues(values)];
    case 'individually':
      return STORED_ONCE.has(name) ? [joinValues(values)] : values;
    default:
      return how satisfies never;
  }
}
