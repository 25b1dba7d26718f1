import type { Candidate } from '../../core/ir/trace.ts';
import { useAllTexts } from '../ui/texts/use-all-texts.ts';

/** The reason why a candidate that matches the request does not win: it lost, or it is not attached here. */
export default function RareReason({ candidate }: { readonly candidate: Candidate }) {
  const texts = useAllTexts();
  if (candidate.passedOver) return <p>{texts.passedOver[candidate.passedOver.why]}</p>;
  return candidate.lostBy ? `${texts.alsoMatched} ${texts.lostBy[candidate.lostBy]}` : texts.alsoMatched;
}
