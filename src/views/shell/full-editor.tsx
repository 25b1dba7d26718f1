import { lazy, useMemo } from 'react';
import { editText } from '../../state/files.ts';
import type { Language } from '../../state/model.ts';
import { activeFile, allFindings, currentReach } from '../../state/selectors.ts';
import { placeCursor, selectAt, showGhosts } from '../../state/show.ts';
import { dismiss, notify, store, useApp } from '../../state/store.ts';
import { loadEditor } from '../editor/load-editor.ts';
import { useAllTexts } from '../ui/texts/use-all-texts.ts';
import { useResolvedTheme } from './resolved-theme.ts';
import { useGutterMarks } from './use-gutter-marks.ts';

const EditorView = lazy(() => {
  const { language } = store.getState();
  tellOfMenus(language);
  return loadEditor(language);
});

/**
 * Offers a reload after a change of the language, because the editor's menus keep the language in which they
 * were loaded.
 */
function tellOfMenus(loadedIn: Language): void {
  store.subscribe(({ language }, before) => {
    if (language === before.language) return;
    if (language === loadedIn) dismiss('editor-menus');
    else notify({ name: 'editor-menus' }, 'reload');
  });
}

/** Returns the props of the editor. */
function useEditorProps() {
  const texts = useAllTexts();
  const theme = useResolvedTheme();
  const language = useApp((state) => state.language);
  const files = useApp((state) => state.files);
  const active = useApp((state) => state.active);
  const readOnly = useApp((state) => state.mode !== 'edit');
  const told = useApp(allFindings);
  // Without its fixes the editor offers none.
  const findings = useMemo(
    () => (readOnly ? told.map((each) => ({ ...each, fixes: [] })) : told),
    [told, readOnly],
  );
  const reach = useApp(currentReach);
  const answer = useApp((state) => state.answer);
  const suites = useApp((state) => state.view?.suites);
  const reveal = useApp((state) => state.reveal);
  const ghosts = useApp((state) => state.ghosts);
  const analysis = useApp((state) => state.viewRevision);
  const marks = useGutterMarks(answer, suites, reach?.tables, texts);
  return {
    files,
    active,
    onChange: editText,
    findings,
    marks,
    ghosts,
    onGhosts: showGhosts,
    analysis,
    reveal,
    theme,
    language,
    readOnly,
  };
}

function continueAt(at: number | null): void {
  const file = activeFile(store.getState());
  if (at !== null && file) placeCursor(file.name, file.text, at);
}

interface FullEditorProps {
  /** Returns the cursor position of the placeholder. Null when it did not have the focus. */
  readonly takeCursor: () => number | null;
}

/** The editor with findings, marks and ghosts. */
export default function FullEditor({ takeCursor }: FullEditorProps) {
  const props = useEditorProps();
  return <EditorView {...props} onCursor={selectAt} onReady={() => continueAt(takeCursor())} />;
}
