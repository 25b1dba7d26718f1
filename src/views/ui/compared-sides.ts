import { visible } from '../../core/text/visible.ts';
import type { BaselineOrigin } from '../../state/baseline-origin.ts';
import type { Texts } from './texts/en.ts';

/** One of two compared sets of manifests. */
interface ComparedSide {
  readonly text: string;
  /** True for the name of files. */
  readonly isName: boolean;
}

/** Returns the names of the compared manifests: of the baseline, and of the present ones. */
export function comparedSides(
  origin: BaselineOrigin,
  { changes: { sides } }: Texts,
): Readonly<Record<'before' | 'after', ComparedSide>> {
  const words = (text: string): ComparedSide => ({ text, isName: false });
  const name = (text: string): ComparedSide => ({ text: visible(text), isName: true });
  switch (origin.kind) {
    case 'opened':
    case 'before-adding':
    case 'marked':
      return { before: words(sides[origin.kind]), after: words(sides.now) };
    case 'files':
      return {
        before: name(origin.before),
        after: origin.after === null ? words(sides.now) : name(origin.after),
      };
    default:
      return origin satisfies never;
  }
}
