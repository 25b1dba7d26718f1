/** The kind of a masked value, as far as its place or its form shows it. */
export type SecretKind = 'secret' | 'key' | 'token' | 'private-key' | 'url' | 'header';

/** A secret value: a half-open range of a text, and its name there. */
export interface SecretSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: SecretKind;
  /** The key, header or kind of token. Empty when it has no name. */
  readonly name: string;
}
