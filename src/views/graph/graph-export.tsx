import { Download } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import type { GraphModel, TraceWay } from '../../core/graph/graph-model.ts';
import type { GraphLayout } from '../../core/graph/layout.ts';
import { writeMermaid } from '../../core/graph/write-mermaid.ts';
import { type SvgPalette, writeSvg } from '../../core/graph/write-svg.ts';
import { encodePart } from '../../core/text/encode-part.ts';
import { saveBlob } from '../../state/downloads.ts';
import { litBy, svgWords } from './describe.ts';
import type { GraphTexts } from './texts-en.ts';

/** The visible state: the shown part of the graph, its layout, and the highlighted way. */
export interface Drawn {
  readonly graph: GraphModel;
  readonly layout: GraphLayout;
  readonly way: TraceWay | null;
}

interface GraphExportProps {
  readonly drawn: Drawn;
  readonly texts: GraphTexts;
}

const PNG_SCALE = 2;
/** Browsers refuse larger canvases. */
const PNG_MOST = 8192;

/**
 * Exports the drawn graph as SVG, PNG and Mermaid, including the parts outside of the view. The browser
 * creates the files and sends nothing.
 */
export function GraphExport({ drawn: { graph, layout, way }, texts }: GraphExportProps) {
  const [notice, setNotice] = useState('');
  const svg = () => writeSvg(graph, pagePalette(), svgWords(texts), litBy(way), layout);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(writeMermaid(graph));
      setNotice(texts.copied);
    } catch {
      setNotice(texts.copyFailed);
    }
  };
  return (
    <>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger className="graph-tool" aria-label={texts.export} title={texts.export}>
          <Download size={14} aria-hidden />
          <span>{texts.export}</span>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="graph-menu" align="end" sideOffset={6}>
            <DropdownMenu.Item
              onSelect={() => saveBlob(new Blob([svg()], { type: 'image/svg+xml' }), 'graph.svg')}
            >
              {texts.exportSvg}
            </DropdownMenu.Item>
            <DropdownMenu.Item onSelect={() => void savePng(svg())}>{texts.exportPng}</DropdownMenu.Item>
            <DropdownMenu.Item onSelect={() => void copy()}>{texts.copyMermaid}</DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <span className="visually-hidden" role="status">
        {notice}
      </span>
    </>
  );
}

/** Returns the colours of the page's theme. */
export function pagePalette(): SvgPalette {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    background: colour('--bg'),
    surface: colour('--surface'),
    line: colour('--line-strong'),
    text: colour('--text'),
    muted: colour('--text-2'),
    producer: colour('--producer'),
    consumer: colour('--consumer'),
    gateway: colour('--gateway'),
    written: colour('--written'),
    bad: colour('--bad'),
    accent: colour('--accent'),
  };
}

async function savePng(svg: string): Promise<void> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodePart(svg)}`;
  await image.decode();
  const scale = Math.min(PNG_SCALE, PNG_MOST / image.width, PNG_MOST / image.height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => {
    if (blob) saveBlob(blob, 'graph.png');
  });
}
