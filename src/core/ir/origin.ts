import type { Path } from '../text/path.ts';

/**
 * The place in a manifest that a part of the IR comes from: the document and the path in it. Lines are looked
 * up only for display.
 */
export interface Origin {
  readonly file: string;
  readonly document: number;
  readonly path: Path;
  /** True if a default supplies the value. */
  readonly implied: boolean;
}
