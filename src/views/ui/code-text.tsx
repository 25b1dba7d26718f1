import { visible } from '../../core/text/visible.ts';

/** A plain message with code in `backticks`. */
export function CodeText({ text }: { readonly text: string }) {
  return (
    visible(text)
      .split('`')
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a message have no identity of their own.
      .map((piece, at) => (at % 2 === 1 ? <code key={at}>{piece}</code> : piece))
  );
}
