import { lazy, Suspense, useEffect } from 'react';
import { hasLeftOut } from '../../state/left-out-comment.ts';
import { useApp } from '../../state/store.ts';
import { RequestForm } from '../request/request-form.tsx';
import { AnswerLine } from '../trace/answer-line.tsx';
import { TraceView } from '../trace/trace-view.tsx';
import { useTexts } from '../ui/texts/use-texts.ts';
import { Dialogs } from './dialogs.tsx';
import { DropZone } from './drop-zone.tsx';
import { GraphPane } from './graph-pane.tsx';
import { Header } from './header.tsx';
import { Notices } from './notices.tsx';
import { usePageKeys } from './page-keys.ts';
import { Panes } from './panes.tsx';
import { PresentSlot } from './present/present-slot.tsx';
import { useResolvedTheme } from './resolved-theme.ts';
import '../ui/styles/tokens.css';
import '../ui/styles/base.css';
import '../ui/styles/controls.css';
import './shell.css';
import './forced-colors.css';

const ReadingProgress = lazy(() => import('./reading-progress.tsx'));
const EmbedPage = lazy(() => import('./embed/embed-page.tsx'));
const ReadOnlyLine = lazy(() => import('./share/read-only-line.tsx'));
const LeftOutLine = lazy(() => import('./large/left-out-line.tsx'));

/** The whole page, or the part that is embedded in another page. */
export function App() {
  const texts = useTexts();
  const mode = useApp((state) => state.mode);
  const language = useApp((state) => state.language);
  const isPart = useApp((state) => hasLeftOut(state.files));
  const isReading = useApp((state) => state.reading !== null);
  const theme = useResolvedTheme();
  usePageKeys();
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${texts.title} · ${texts.tagline}`;
  }, [language, texts]);
  if (mode === 'embed') {
    return (
      <Suspense fallback={null}>
        <EmbedPage graph={<GraphPane compact />} answer={<TraceView />} line={<AnswerLine />} />
        <Notices />
      </Suspense>
    );
  }
  return (
    <DropZone>
      <Header />
      {mode === 'read' && (
        <Suspense fallback={<div className="read-only" />}>
          <ReadOnlyLine />
        </Suspense>
      )}
      {isPart && (
        <Suspense fallback={<div className="left-out" />}>
          <LeftOutLine />
        </Suspense>
      )}
      <RequestForm />
      <PresentSlot />
      <AnswerLine />
      <Panes />
      {isReading && (
        <Suspense fallback={null}>
          <ReadingProgress />
        </Suspense>
      )}
      <Dialogs />
      <Notices />
    </DropZone>
  );
}
