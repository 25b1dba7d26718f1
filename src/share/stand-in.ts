/** A value that was hidden before, on one line or several. */
export const IS_STAND_IN = /^(?:\s*MASKED-\d+)+\s*$/;

/** Gives the same stand-in for the same value, so that what was equal stays equal, and what differed differs. */
export class StandIns {
  private readonly known = new Map<string, string>();

  /** The stand-in for a value; surrounding blanks do not count. */
  of(value: string): string {
    const key = value.trim();
    const known = this.known.get(key) ?? `MASKED-${this.known.size + 1}`;
    this.known.set(key, known);
    return known;
  }
}
