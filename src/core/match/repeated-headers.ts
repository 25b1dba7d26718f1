import type { Profile } from '../profile/profile.ts';

/**
 * Headers that Envoy stores in one place: their values are joined by a comma when they arrive, whatever the way in which
 * repeated headers are compared.
 */
const STORED_ONCE: ReadonlySet<string> = new Set([
  'accept',
  'authorization',
  'content-type',
  'referer',
  'user-agent',
  'x-forwarded-for',
]);

/** Values of a repeated header as one text: a comma and no space between them. */
export function joinValues(values: readonly string[]): string {
  return values.join(',');
}

/** What a condition on a header that the request repeats is compared with; one of these has to hold. */
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
