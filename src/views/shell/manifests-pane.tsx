import { lazy, Suspense, useLayoutEffect, useRef } from 'react';
import { editText } from '../../state/files.ts';
import { useApp } from '../../state/store.ts';
import { TextView } from '../editor/text-view.tsx';
import { firstAnswer } from '../ui/first-answer.ts';
import { useTexts } from '../ui/texts/use-texts.ts';
import { FileTabs } from './file-tabs.tsx';
import { GhostsButton } from './ghosts-button.tsx';
import { PaneFrame } from './pane-frame.tsx';
import { SafePart } from './safe-part.tsx';

/** The editor is large, so it loads after the first answer is on the screen. */
const FullEditor = lazy(async () => {
  await firstAnswer();
  return import('./full-editor.tsx');
});

/** Returns the props of the editor's placeholder. */
function useTextProps() {
  const files = useApp((state) => state.files);
  const active = useApp((state) => state.active);
  const readOnly = useApp((state) => state.mode !== 'edit');
  const reveal = useApp((state) => state.reveal);
  return { files, active, onChange: editText, reveal, readOnly };
}

/** The cursor position when the placeholder disappeared. Null when the placeholder did not have the focus. */
let leftAt: number | null = null;

/** Returns the cursor position that the placeholder left, once. */
function takeCursor(): number | null {
  const taken = leftAt;
  leftAt = null;
  return taken;
}

/** The light text view. The editor continues at its cursor. */
function StandIn() {
  const props = useTextProps();
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

/**
 * The editor. A light text view replaces it until its code has loaded, if loading fails, and on small
 * screens.
 */
function Editor({ light }: { readonly light: boolean }) {
  if (light) return <StandIn />;
  return (
    <SafePart fallback={() => <StandIn />}>
      <Suspense fallback={<StandIn />}>
        <FullEditor takeCursor={takeCursor} />
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
