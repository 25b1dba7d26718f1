import { lazy, Suspense, useMemo } from 'react';
import type { FindingReport } from '../../core/explain/finding-report.ts';
import { editText } from '../../state/files.ts';
import { useApp } from '../../state/store.ts';
import { TextView } from '../editor/text-view.tsx';
import { useTexts } from '../ui/texts/use-texts.ts';
import { FileTabs } from './file-tabs.tsx';
import { gutterMarks } from './gutter-marks.ts';
import { PaneFrame } from './pane-frame.tsx';
import { useResolvedTheme } from './resolved-theme.ts';
import { SafePart } from './safe-part.tsx';

const EditorView = lazy(() => import('../editor/index.tsx'));

const NO_FINDINGS: readonly FindingReport[] = [];

/** What the editor and its stand-in are given. */
function useEditorProps() {
  const texts = useTexts();
  const theme = useResolvedTheme();
  const language = useApp((state) => state.language);
  const files = useApp((state) => state.files);
  const active = useApp((state) => state.active);
  const findings = useApp((state) => state.view?.findings ?? NO_FINDINGS);
  const explained = useApp((state) => state.answer?.explained ?? null);
  const suites = useApp((state) => state.view?.suites);
  const reveal = useApp((state) => state.reveal);
  const marks = useMemo(() => gutterMarks(explained, suites ?? [], texts), [explained, suites, texts]);
  return { files, active, onChange: editText, findings, marks, reveal, theme, language };
}

/** The editor; a light text view stands in until its code has arrived, if it fails, and on small screens. */
function Editor({ light }: { readonly light: boolean }) {
  const props = useEditorProps();
  const standIn = <TextView {...props} />;
  if (light) return standIn;
  return (
    <SafePart fallback={() => standIn}>
      <Suspense fallback={standIn}>
        <EditorView {...props} />
      </Suspense>
    </SafePart>
  );
}

interface ManifestsPaneProps {
  readonly light?: boolean;
  readonly folded?: boolean;
  readonly onFold?: () => void;
}

/** The texts. */
export function ManifestsPane({ light = false, folded, onFold }: ManifestsPaneProps) {
  const texts = useTexts();
  return (
    <section className="pane-region" aria-label={texts.panes.manifests}>
      <PaneFrame title={texts.panes.manifests} folded={folded ?? false} onFold={onFold} head={<FileTabs />}>
        <Editor light={light} />
      </PaneFrame>
    </section>
  );
}
