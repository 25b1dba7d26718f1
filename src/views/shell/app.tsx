import { useEffect } from 'react';
import { useApp } from '../../state/store.ts';
import { useTexts } from '../ui/texts/use-texts.ts';
import { DropZone } from './drop-zone.tsx';
import { Header } from './header.tsx';
import { Notices } from './notices.tsx';
import { Panes } from './panes.tsx';
import { useResolvedTheme } from './resolved-theme.ts';
import '../ui/styles/tokens.css';
import '../ui/styles/base.css';
import '../ui/styles/controls.css';
import './shell.css';

/** The whole page. */
export function App() {
  const texts = useTexts();
  const language = useApp((state) => state.language);
  const theme = useResolvedTheme();
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${texts.title} · ${texts.tagline}`;
  }, [language, texts]);
  return (
    <DropZone>
      <Header />
      <Panes />
      <Notices />
    </DropZone>
  );
}
