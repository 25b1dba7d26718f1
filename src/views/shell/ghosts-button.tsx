import { Pilcrow } from 'lucide-react';
import { showGhosts } from '../../state/show.ts';
import { useApp } from '../../state/store.ts';
import { editorTexts } from '../editor/texts.ts';
import { IconButton } from '../ui/icon-button.tsx';

/** Shows and hides the defaults of missing fields. */
export function GhostsButton() {
  const words = editorTexts(useApp((state) => state.language));
  const on = useApp((state) => state.ghosts);
  return (
    <IconButton
      icon={Pilcrow}
      label={words.defaults}
      title={words.defaultsHint}
      pressed={on}
      onClick={() => showGhosts(!on)}
    />
  );
}
