import type { Site } from '../findings/finding.ts';
import { LineMap } from '../text/line-map.ts';
import { printPath } from '../text/path.ts';
import type { Source } from '../text/source.ts';
import type { ManifestDocument } from './document.ts';

/** A site with its lines, for display and editors. Lines and columns count from 1. */
interface PlacedRange {
  readonly file: string;
  /** Index (from 0) of the document within the file. */
  readonly document: number;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Finds the lines of sites in their texts. Creates line maps on first use. */
export interface Locator {
  place(site: Site): PlacedRange;
  /** Returns the offsets of a site within its file. Returns null for an unknown document. */
  offsets(site: Site): { readonly file: string; readonly start: number; readonly end: number } | null;
  document(file: string, index: number): ManifestDocument | null;
  lines(file: string): LineMap;
  /** Returns the offset after the last character of a file. */
  endOf(file: string): number;
  endsWithNewline(file: string): boolean;
}

/** Returns a locator for the documents of some sources. */
export function locate(sources: readonly Source[], documents: readonly ManifestDocument[]): Locator {
  const texts = new Map(sources.map((source) => [source.file, source.text]));
  const maps = new Map<string, LineMap>();
  let byFile: Map<string, ManifestDocument[]> | null = null;
  const find = (file: string, index: number): ManifestDocument | null => {
    if (byFile === null) {
      byFile = new Map();
      for (const document of documents) {
        const list = byFile.get(document.file);
        if (list) list[document.index] = document;
        else {
          const fresh: ManifestDocument[] = [];
          fresh[document.index] = document;
          byFile.set(document.file, fresh);
        }
      }
    }
    return byFile.get(file)?.[index] ?? null;
  };
  const lines = (file: string): LineMap => {
    const known = maps.get(file);
    if (known) return known;
    const map = new LineMap(texts.get(file) ?? '');
    maps.set(file, map);
    return map;
  };
  const offsets = (site: Site) => {
    const document = find(site.file, site.document);
    if (document === null) return null;
    const span = site.span ?? document.spanOf(site.path, site.part ?? 'value');
    return { file: site.file, start: document.offset + span.start, end: document.offset + span.end };
  };
  return {
    offsets,
    lines,
    document: find,
    endOf: (file) => texts.get(file)?.length ?? 0,
    endsWithNewline: (file) => (texts.get(file) ?? '\n').endsWith('\n'),
    place(site) {
      const range = offsets(site) ?? { file: site.file, start: 0, end: 0 };
      const map = lines(site.file);
      const start = map.positionAt(range.start);
      const end = map.positionAt(range.end);
      return {
        file: site.file,
        document: site.document,
        path: printPath(site.path),
        line: start.line,
        column: start.column,
        endLine: end.line,
        endColumn: end.column,
      };
    },
  };
}
