import type { Position } from './source.ts';

/** Converts offsets of one text into lines and columns and back. LF, CRLF and lone CR end a line. */
export class LineMap {
  /** The offset at which each line starts. `starts[0]` is 0. */
  private readonly starts: readonly number[];
  private readonly length: number;

  constructor(text: string) {
    const starts = [0];
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 10) starts.push(at + 1);
      else if (code === 13 && text.charCodeAt(at + 1) !== 10) starts.push(at + 1);
    }
    this.starts = starts;
    this.length = text.length;
  }

  /** The number of lines. An empty text has one line. */
  get lineCount(): number {
    return this.starts.length;
  }

  /** Returns the line and column (from 1) of an offset. Offsets outside the text are clamped. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.length));
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (this.starts[low] as number) + 1 };
  }

  /** Returns the offset of a line and column (from 1). Places outside the text are clamped. */
  offsetAt(position: Position): number {
    const start = this.starts[Math.max(0, Math.min(position.line, this.starts.length) - 1)] as number;
    return Math.max(0, Math.min(start + position.column - 1, this.length));
  }
}
