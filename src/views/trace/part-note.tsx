import { TriangleAlert } from 'lucide-react';
import { useAllTexts } from '../ui/texts/use-all-texts.ts';

/** Says that a part of the bundle that is not open could change the answer. */
export default function PartNote() {
  return (
    <p className="outcome-uncertain">
      <TriangleAlert size={14} aria-hidden />
      <span>{useAllTexts().partOnly}</span>
    </p>
  );
}
