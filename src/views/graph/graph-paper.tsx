import { useEffect, useRef } from 'react';
import type { GraphModel, TraceWay } from '../../core/graph/graph-model.ts';
import { writeSvg } from '../../core/graph/write-svg.ts';
import { litBy, svgWords } from './describe.ts';
import { parseSvg } from './parse-svg.ts';
import type { GraphTexts } from './texts-en.ts';

interface GraphPaperProps {
  readonly graph: GraphModel;
  readonly way: TraceWay | null;
  readonly texts: GraphTexts;
}

/** Colours on paper, for every theme of the screen. */
const INK = {
  background: '#ffffff',
  surface: '#ffffff',
  line: '#8a919e',
  text: '#111418',
  muted: '#454c57',
  producer: '#5b3cc4',
  consumer: '#0b7261',
  gateway: '#9a4a00',
  written: '#566200',
  bad: '#b42318',
  accent: '#1856c9',
} as const;

/** The printed graph: the whole graph in the width of the page, drawn again before each print. */
export function GraphPaper({ graph, way, texts }: GraphPaperProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const draw = () => {
      const svg = writeSvg(graph, INK, svgWords(texts), litBy(way));
      const drawn = parseSvg(svg);
      drawn.setAttribute('role', 'img');
      drawn.setAttribute('aria-label', texts.region);
      place.current?.replaceChildren(drawn);
    };
    const clear = () => place.current?.replaceChildren();
    window.addEventListener('beforeprint', draw);
    window.addEventListener('afterprint', clear);
    return () => {
      window.removeEventListener('beforeprint', draw);
      window.removeEventListener('afterprint', clear);
    };
  }, [graph, way, texts]);
  return <div ref={place} className="graph-paper" />;
}
