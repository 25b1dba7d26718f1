import { TriangleAlert } from 'lucide-react';
import { leftOutOf } from '../../../state/left-out.ts';
import { useApp } from '../../../state/store.ts';
import { useTexts } from '../../ui/texts/use-texts.ts';
import { largeTexts } from './texts.ts';
import './large.css';

/** Says that the work is only a part of a large bundle, and which one. */
export default function LeftOutLine() {
  const texts = largeTexts(useApp((state) => state.language));
  const { pause } = useTexts().marks;
  const files = useApp((state) => state.files);
  const left = leftOutOf(files);
  if (left === null) return null;
  const sentences = [
    texts.line(left.documents),
    ...(left.namespaces.length > 0 ? [texts.opened(left.namespaces.join(pause))] : []),
    ...(left.files.length > 0 ? [texts.filesLeft(left.files.join(pause))] : []),
    texts.lineMeans,
  ];
  return (
    <aside className="left-out" aria-label={texts.leftOut}>
      <TriangleAlert size={14} aria-hidden />
      <p>{sentences.join(texts.space)}</p>
    </aside>
  );
}
