import { CircleAlert } from 'lucide-react';
import { lazy, memo, Suspense, useDeferredValue } from 'react';
import { openExample } from '../../state/files.ts';
import { isPresenting } from '../../state/presenting.ts';
import { openResource, select } from '../../state/show.ts';
import { useApp } from '../../state/store.ts';
import { Delayed } from '../ui/delayed.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { firstAnswer } from '../ui/first-answer.ts';
import { useTexts } from '../ui/texts/use-texts.ts';
import { useResolvedTheme } from './resolved-theme.ts';
import { SafePart } from './safe-part.tsx';

/** Drawn with low priority: typing takes precedence. */
const GraphView = memo(
  lazy(async () => {
    await firstAnswer();
    const [graph, marked] = await Promise.all([import('../graph/index.tsx'), import('./marked-graph.tsx')]);
    return { default: marked.withMarks(graph.default) };
  }),
);

const openFirstExample = () => void openExample('faces');

function ConnectedGraph({ compact }: { readonly compact: boolean }) {
  const theme = useResolvedTheme();
  const language = useApp((state) => state.language);
  const graph = useDeferredValue(useApp((state) => (state.view?.whole ? state.view.graph : null)));
  const way = useDeferredValue(useApp((state) => state.answer?.way ?? null));
  const secondWay = useDeferredValue(
    useApp((state) =>
      state.compare === null && state.kept === null ? null : (state.comparison?.way ?? null),
    ),
  );
  const mayEdit = useApp((state) => state.mode === 'edit');
  const step = useApp((state) => state.highlightStep);
  const play = useApp((state) => state.play);
  const speed = useApp((state) => state.speed);
  const selected = useApp((state) => state.selected);
  const presented = useApp(isPresenting);
  const moment = useApp(({ lesson }) => (lesson ? `${lesson.name}/${lesson.step}` : ''));
  const pointed = useApp((state) => state.selectedBy === 'cursor');
  return (
    <GraphView
      graph={graph}
      way={way}
      secondWay={secondWay}
      highlightStep={step}
      play={play}
      speed={speed}
      selected={selected}
      pointed={pointed}
      onSelect={select}
      onOpenResource={openResource}
      theme={theme}
      language={language}
      {...(mayEdit && { onOpenExample: openFirstExample })}
      compact={compact}
      presented={presented}
      moment={moment}
    />
  );
}

interface GraphPaneProps {
  /** Inside another page: without search, filters and export. */
  readonly compact?: boolean;
}

/** The route graph. Its code loads after the first answer. */
export function GraphPane({ compact = false }: GraphPaneProps) {
  const texts = useTexts();
  return (
    <div className="pane-body">
      <SafePart
        fallback={(retry) => (
          <EmptyState icon={CircleAlert} title={texts.pane.failed}>
            <button type="button" className="button" onClick={retry}>
              {texts.pane.retry}
            </button>
          </EmptyState>
        )}
      >
        <Suspense
          fallback={
            <section className="graph-wait" aria-label={texts.regions.graph}>
              <Delayed>
                <p>{texts.pane.loadingGraph}</p>
              </Delayed>
            </section>
          }
        >
          <ConnectedGraph compact={compact} />
        </Suspense>
      </SafePart>
    </div>
  );
}
