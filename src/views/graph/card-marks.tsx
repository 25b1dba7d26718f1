import { Ban, Diff, FlaskConicalOff, type LucideIcon } from 'lucide-react';
import type { MarkKind } from '../../core/graph/graph-marks.ts';
import type { GraphTexts } from './texts-en.ts';

/** The icons of marks. */
export const MARK_ICONS: Readonly<Record<MarkKind, LucideIcon>> = {
  dead: Ban,
  changed: Diff,
  failing: FlaskConicalOff,
};

interface CardMarksProps {
  readonly marks: readonly MarkKind[];
  readonly texts: GraphTexts;
}

/** The marks of a card or a rule: an icon for each, with its text as tooltip. */
export function CardMarks({ marks, texts }: CardMarksProps) {
  return marks.map((kind) => {
    const Icon = MARK_ICONS[kind];
    return (
      <span key={kind} className="graph-mark" data-mark={kind} title={texts.marks[kind]}>
        <Icon size={12} aria-hidden />
        <span className="visually-hidden">{texts.marks[kind]}</span>
      </span>
    );
  });
}
