import type { Candidate } from '../../core/ir/trace.ts';
import { useAllTexts } from '../ui/texts/use-all-texts.ts';

/** The reason why a candidate that matches the request does not apply. */
export default function PassedOverLine({ why }: Pick<NonNullable<Candidate['passedOver']>, 'why'>) {
  return <p>{useAllTexts().passedOver[why]}</p>;
}
