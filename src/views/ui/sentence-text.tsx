import type { Fragment, Sentence } from '../../core/explain/fragment.ts';
import { visible } from '../../core/text/visible.ts';
import { follow } from '../../state/show.ts';
import { RuleTag } from './rule-tag.tsx';

function Piece({ fragment }: { readonly fragment: Fragment }) {
  const { style, link } = fragment;
  const text = visible(fragment.text);
  const styled = style === 'code' ? <code>{text}</code> : style === 'strong' ? <strong>{text}</strong> : text;
  if (!link) return styled;
  if (link.to === 'rule') return <RuleTag rule={link.rule} />;
  return (
    <button type="button" className="link" onClick={() => follow(link)}>
      {styled}
    </button>
  );
}

/** A sentence whose nouns link to the named objects. */
export function SentenceText({ sentence }: { readonly sentence: Sentence }) {
  return sentence.map((fragment, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence have no identity of their own.
    <Piece key={at} fragment={fragment} />
  ));
}
