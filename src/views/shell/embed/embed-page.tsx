import { ExternalLink } from 'lucide-react';
import { type MouseEvent, type ReactNode, useRef, useState } from 'react';
import { hasLeftOut } from '../../../state/left-out-comment.ts';
import { pageAddress } from '../../../state/links.ts';
import { shownClient } from '../../../state/shown-client.ts';
import { useApp } from '../../../state/store.ts';
import { Tab, TabGroup, TabList, TabPanel } from '../../ui/tab-group.tsx';
import LeftOutLine from '../large/left-out-line.tsx';
import { useMedia } from '../resolved-theme.ts';
import { sharingTexts } from '../share/texts.ts';
import './embed.css';

type EmbedPane = 'graph' | 'answer';

/** Returns the pane that the address asks for. Returns null for both panes. */
function askedPane(): EmbedPane | null {
  const pane = new URLSearchParams(location.search).get('pane');
  return pane === 'graph' || pane === 'answer' ? pane : null;
}

/**
 * Returns the address of the whole page with the same content: the one that the fragment names, or the first
 * example.
 */
function wholePage(): string {
  return `${pageAddress()}${location.hash === '' ? '#example/faces' : location.hash}`;
}

function Asked() {
  const method = useApp((state) => state.request.method);
  const url = useApp((state) => state.request.url);
  const from = useApp((state) => state.request.from);
  return (
    <p className="embed-asked">
      <bdi>{shownClient(from)}</bdi>
      <span aria-hidden>→</span>
      <code title={url}>
        {method} {url}
      </code>
    </p>
  );
}

interface EmbedPageProps {
  readonly graph: ReactNode;
  /** The outcome and its cause. */
  readonly line: ReactNode;
  /** The steps. */
  readonly answer: ReactNode;
}

/** Graph, outcome and steps inside another page: read-only, with a link to the whole page. */
export default function EmbedPage({ graph, line, answer: trace }: EmbedPageProps) {
  const language = useApp((state) => state.language);
  const isPart = useApp((state) => hasLeftOut(state.files));
  const texts = sharingTexts(language);
  const narrow = useMedia('(max-width: 699.98px)');
  const only = askedPane();
  const [tab, setTab] = useState<EmbedPane>('answer');
  const open = useRef<HTMLAnchorElement>(null);
  // A noun of a sentence leads to its node in the graph, or, without a graph, to the whole page.
  const onClick = (event: MouseEvent) => {
    if (!(event.target as Element).closest('.link')) return;
    if (only === 'answer') open.current?.click();
    else setTab('graph');
  };
  const answer = (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links in it are buttons and work by keyboard.
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys on those buttons are clicks.
    <div className="embed-answer tab-body" onClick={onClick}>
      {line}
      {trace}
    </div>
  );
  const tabs: readonly (readonly [EmbedPane, string])[] = [
    ['answer', texts.choices.answer],
    ['graph', texts.choices.graph],
  ];
  const head = (
    <>
      <h1 className="visually-hidden">Gammascope</h1>
      {only === null && narrow && (
        <TabList className="tab-list" aria-label={texts.choices.pane}>
          {tabs.map(([value, text]) => (
            <Tab key={value} value={value} className="tab">
              {text}
            </Tab>
          ))}
        </TabList>
      )}
      <Asked />
      <a ref={open} className="embed-open" href={wholePage()} target="_blank" rel="noopener">
        <span>{texts.open}</span>
        <ExternalLink size={13} aria-hidden />
      </a>
    </>
  );
  if (only === null && narrow) {
    return (
      <TabGroup className="embed" value={tab} onValueChange={(value) => setTab(value as EmbedPane)}>
        <header className="embed-head">{head}</header>
        {isPart && <LeftOutLine />}
        <main className="embed-body">
          <TabPanel value="answer" className="embed-tab">
            {answer}
          </TabPanel>
          <TabPanel value="graph" className="embed-tab">
            {graph}
          </TabPanel>
        </main>
      </TabGroup>
    );
  }
  return (
    <div className="embed">
      <header className="embed-head">{head}</header>
      {isPart && <LeftOutLine />}
      <main className="embed-body" data-pane={only ?? 'both'}>
        {only !== 'answer' && <div className="embed-graph">{graph}</div>}
        {only !== 'graph' && answer}
      </main>
    </div>
  );
}
