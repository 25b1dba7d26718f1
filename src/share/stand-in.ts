/** A value that was already masked, on one line or several. */
export const IS_STAND_IN = /^(?:\s*MASKED-\d+)+\s*$/;

/**
 * Returns the same placeholder for the same value, so that equal values remain equal and different values
 * remain different.
 */
export class StandIns {
  private readonly known = new Map<string, string>();

  /** Returns the placeholder for a value. Surrounding blanks do not count. */
  of(value: string): string {
    const key = value.trim();
    const known = this.known.get(key) ?? `MASKED-${this.known.size + 1}`;
    this.known.set(key, known);
    return known;
  }
}
