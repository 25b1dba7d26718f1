import type { Snapshot } from '../snapshot.ts';

/**
 * Returns the text of a resource as written: its document, or its part of a List without the indentation.
 * Returns null if the manifests do not declare it.
 */
export function resourceText({ cluster, locator }: Snapshot, id: string): string | null {
  const origin = cluster.byId.get(id)?.resource.origin;
  const document = origin && locator.document(origin.file, origin.document);
  if (!document) return null;
  if (origin.root.length === 0) return withoutSeparators(document.text);
  const { start, end } = document.spanOf(origin.root);
  const column = start - (document.text.lastIndexOf('\n', start - 1) + 1);
  const margin = new RegExp(`^ {1,${column}}`, 'gm');
  const text = document.text.slice(start, end);
  return `${column === 0 ? text : text.replace(margin, '')}\n`;
}

/** Returns the text of a document without the separator and the blank lines around it. */
function withoutSeparators(text: string): string {
  const inner = text.replace(/^\uFEFF?(?:\s*\n)?---(?:[ \t]*\r?\n|[ \t]+)/, '').replace(/\n\.\.\.\s*$/, '\n');
  const lineBreak = inner.includes('\r\n') ? '\r\n' : '\n';
  return `${inner.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd()}${lineBreak}`;
}
