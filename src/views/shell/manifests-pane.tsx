import { lazy, Suspense, useLayoutEffect, useMemo, useRef } from 'react';
import { editText } from '../../state/files.ts';
import type { Language } from '../../state/model.ts';
import { activeFile, allFindings, currentReach } from '../../state/selectors.ts';
import { placeCursor, selectAt, showGhosts } from '../../state/show.ts';
import { dismiss, notify, store, useApp } from '../../state/store.ts';
import { TextView } from '../editor/text-view.tsx';
import { firstAnswer } from '../ui/first-answer.ts';
import { useTexts } from '../ui/texts/use-texts.ts';
import { FileTabs } from './file-tabs.tsx';
import { GhostsButton } from './ghosts-button.tsx';
import { PaneFrame } from './pane-frame.tsx';
import { useResolvedTheme } from './resolved-theme.ts';
import { SafePart } from './safe-part.tsx';
import { useGutterMarks } from './use-gutter-marks.ts';

/** The editor is large, so it loads after the first answer is on the screen. */
const EditorView = lazy(async () => {
  await firstAnswer();
  const { loadEditor } = await import('../editor/load-editor.ts');
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

/** Returns the props of the editor and its placeholder. */
function useEditorProps() {
  const texts = useTexts();
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

/** The cursor position when the placeholder disappeared. Null when the placeholder did not have the focus. */
let leftAt: number | null = null;

/** The light text view. The editor continues at its cursor. */
function StandIn() {
  const props = useEditorProps();
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    return () => {
      const focused = document.activeElement;
      const here = focused instanceof HTMLTextAreaElement && element?.contains(focused);
      leftAt = here ? focused.selectionStart : null;
    };
  }, []);
  return (
    <div ref={frame} className="stand-in">
      <TextView {...props} />
    </div>
  );
}

function takeOver(): void {
  const file = activeFile(store.getState());
  if (leftAt !== null && file) placeCursor(file.name, file.text, leftAt);
  leftAt = null;
}

function FullEditor() {
  return <EditorView {...useEditorProps()} onCursor={selectAt} onReady={takeOver} />;
}

/**
 * The editor. A light text view replaces it until its code has loaded, if loading fails, and on small
 * screens.
 */
function Editor({ light }: { readonly light: boolean }) {
  if (light) return <StandIn />;
  return (
    <SafePart fallback={() => <StandIn />}>
      <Suspense fallback={<StandIn />}>
        <FullEditor />
      </Suspense>
    </SafePart>
  );
}

interface ManifestsPaneProps {
  readonly light?: boolean;
  readonly folded?: boolean;
  readonly onFold?: () => void;
}

/** The pane with the manifests. */
export function ManifestsPane({ light = false, folded, onFold }: ManifestsPaneProps) {
  const texts = useTexts();
  return (
    <section className="pane-region" aria-label={texts.panes.manifests}>
      <PaneFrame
        title={texts.panes.manifests}
        folded={folded ?? false}
        onFold={onFold}
        head={
          <>
            <FileTabs />
            {!light && <GhostsButton />}
          </>
        }
      >
        <Editor light={light} />
      </PaneFrame>
    </section>
  );
}
