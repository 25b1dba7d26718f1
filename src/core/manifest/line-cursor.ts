/** Thrown when a text has something that the subset reader does not read. It never leaves `readSubset`. */
export const OUTSIDE_SUBSET = new Error('outside the subset');

const TAB = 0x09;
const LINE_FEED = 0x0a;
const SPACE = 0x20;
const HASH = 0x23;
const DASH = 0x2d;
const DOT = 0x2e;

/** Returns true for a blank, a line break and the end of the text (NaN). */
export function isSpaceOrEnd(code: number): boolean {
  return code === SPACE || code === LINE_FEED || Number.isNaN(code);
}

/** A position in a text with LF line breaks that skips blank lines and comments. */
export class LineCursor {
  readonly text: string;
  at = 0;
  /** The column of `at` when it is at the first content of a line. It is -1 at the end of the text. */
  column = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Moves from the start of a line to the next content. */
  toContent(): void {
    const { text } = this;
    let at = this.at;
    for (;;) {
      const start = at;
      let code = text.charCodeAt(at);
      while (code === SPACE) code = text.charCodeAt(++at);
      if (code === LINE_FEED) at++;
      else if (code === HASH) at = lineEnd(text, at) + 1;
      else {
        if (code === TAB) throw OUTSIDE_SUBSET;
        this.at = at;
        this.column = Number.isNaN(code) ? -1 : at - start;
        if (isMarker(text, at)) throw OUTSIDE_SUBSET;
        return;
      }
    }
  }

  /** Moves past blanks on the line. Returns the next character's code, or NaN at the end of the text. */
  skipBlanks(): number {
    const { text } = this;
    let code = text.charCodeAt(this.at);
    while (code === SPACE) code = text.charCodeAt(++this.at);
    if (code === TAB) throw OUTSIDE_SUBSET;
    return code;
  }

  /** Moves from the end of a value to the next content. Only blanks and a comment may follow on the line. */
  endLine(): void {
    const { at: before, text } = this;
    const code = this.skipBlanks();
    if (code === HASH && this.at > before) this.at = lineEnd(text, this.at);
    else if (code !== LINE_FEED && !Number.isNaN(code)) throw OUTSIDE_SUBSET;
    this.at++;
    this.toContent();
  }

  /**
   * Returns true when nothing but a comment follows on the line, and moves to the next content. Returns false
   * and moves to the value otherwise.
   */
  endsLine(): boolean {
    const { at: before } = this;
    const code = this.skipBlanks();
    if (code !== LINE_FEED && !Number.isNaN(code) && !(code === HASH && this.at > before)) return false;
    this.at = before;
    this.endLine();
    return true;
  }
}

/** Returns the offset of the next line break, or the length of the text. */
export function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** Returns true for text that starts with `---` or `...`. */
export function isMarker(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== DASH && code !== DOT) return false;
  return text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === code;
}
