import { Pilcrow } from 'lucide-react';
import { showGhosts } from '../../state/show.ts';
import { useApp } from '../../state/store.ts';
import { editorTexts } from '../editor/texts.ts';

/** Shows and hides what defaults fill in. */
export function GhostsButton() {
  const words = editorTexts(useApp((state) => state.language));
  const on = useApp((state) => state.ghosts);
  return (
    <button
      type="button"
      className="button"
      data-look="quiet"
      data-size="small"
      data-shape="square"
      aria-label={words.defaults}
      aria-pressed={on}
      title={words.defaultsHint}
      onClick={() => showGhosts(!on)}
    >
      <Pilcrow size={14} aria-hidden />
    </button>
  );
}
