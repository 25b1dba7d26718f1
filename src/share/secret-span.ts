/** What a hidden value is, as far as its place or its form tells. */
export type SecretKind = 'secret' | 'key' | 'token' | 'private-key' | 'url' | 'header';

/** A value that is nobody else's business: a half-open range of a text, and what it is called there. */
export interface SecretSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: SecretKind;
  /** The key, header or kind of token; empty when it has no name. */
  readonly name: string;
}
