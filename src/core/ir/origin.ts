import type { Path } from '../text/path.ts';

/** Where a piece of the IR was written: the document and the path in it; lines are looked up when shown. */
export interface Origin {
  readonly file: string;
  readonly document: number;
  readonly path: Path;
  /** True when the manifest does not say it and a default supplied it. */
  readonly implied: boolean;
}
