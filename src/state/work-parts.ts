import { readApiVersion } from '../core/ids/api-version.ts';
import { isNamespaced } from '../core/resource/kinds/kinds.ts';
import { isMapping } from '../core/text/mapping.ts';
import type { TextFile } from './model.ts';

/** A part of a text that can be left out: a document, or an item of a List. */
interface TextPart {
  readonly start: number;
  readonly end: number;
  /** Null when the part belongs to no namespace: cluster-scoped objects and everything that is no object. */
  readonly namespace: string | null;
}

/** A document of a YAML text. A document that is no List has one part: itself. */
interface YAMLDocument {
  readonly start: number;
  readonly end: number;
  readonly parts: readonly TextPart[];
}

/** A file with the namespaces of its documents. They are read without a parser, so that 30 MB take a moment. */
export interface FileParts {
  readonly file: TextFile;
  /** The namespace of each document, in order. */
  readonly namespaces: readonly (string | null)[];
  /** The number of characters of each document, in order. */
  readonly sizes: readonly number[];
  /** Returns the text without the documents of other namespaces. */
  readonly only: (chosen: ReadonlySet<string>) => string;
}

const SEPARATOR = /^---(?=\s|$).*\n?/gm;
const DEFAULT_NAMESPACE = 'default';

/** Returns the documents of a file with their namespaces. */
export function partsOf(file: TextFile): FileParts {
  return (/^\s*[[{]/.test(file.text) && partsOfJSON(file)) || partsOfYAML(file);
}

function partsOfYAML(file: TextFile): FileParts {
  const { text } = file;
  const documents = documentsOf(text).map(({ start, end }): YAMLDocument => {
    const items = itemsOf(text, start, end);
    const whole = { start, end, namespace: namespaceOf(text.slice(start, end), 0) };
    return { start, end, parts: items.length === 0 ? [whole] : items };
  });
  const parts = documents.flatMap((document) => document.parts);
  return {
    file,
    namespaces: parts.map(({ namespace }) => namespace),
    sizes: parts.map(({ start, end }) => end - start),
    only: (chosen) => {
      const keeps = ({ namespace }: TextPart) => namespace === null || chosen.has(namespace);
      const kept = documents.filter((document) => document.parts.some(keeps));
      return kept.map((document) => withParts(text, document, document.parts.filter(keeps))).join('---\n');
    },
  };
}

/** Returns the text of a document with only some of its parts. */
function withParts(text: string, { start, end, parts }: YAMLDocument, kept: readonly TextPart[]): string {
  const first = parts[0]?.start ?? start;
  const last = parts.at(-1)?.end ?? end;
  const inside = kept.map((part) => text.slice(part.start, part.end)).join('');
  const whole = text.slice(start, first) + inside + text.slice(last, end);
  return whole.endsWith('\n') ? whole : `${whole}\n`;
}

function documentsOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(SEPARATOR)) {
    if (text.slice(start, match.index).trim() !== '') found.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (text.slice(start).trim() !== '') found.push({ start, end: text.length });
  return found;
}

/** Returns the items of a List in block style. Returns none for other documents. */
function itemsOf(text: string, start: number, end: number): readonly TextPart[] {
  const document = text.slice(start, end);
  if (!/^kind:\s*["']?\w*List\b/m.test(document)) return [];
  const head = /^items:[ \t]*\n( *)- /m.exec(document);
  if (!head) return [];
  const indent = head[1]?.length ?? 0;
  const from = head.index + head[0].length - indent - 2;
  const dash = new RegExp(`^ {${indent}}- `, 'gm');
  // The list ends at the next field of the document.
  const after = new RegExp(indent === 0 ? '^[^\\s#-]' : `^ {0,${indent - 1}}[^\\s#]`, 'm').exec(
    document.slice(from),
  );
  const to = after === null ? document.length : from + after.index;
  const starts = [...document.slice(from, to).matchAll(dash)].map(({ index }) => from + index);
  return starts.map((begin, at) => {
    const stop = starts[at + 1] ?? to;
    const item = document.slice(begin, stop).replace('- ', '  ');
    return { start: start + begin, end: start + stop, namespace: namespaceOf(item, indent + 2) };
  });
}

/** Returns the namespace of an object whose fields have an indent. Returns null when it belongs to none. */
function namespaceOf(text: string, indent: number): string | null {
  const kind = fieldOf(text, indent, 'kind');
  if (kind === '' || kind === 'RouteTest') return null;
  const version = fieldOf(text, indent, 'apiVersion');
  if (!isNamespaced(kind, groupOf(version))) return null;
  const written = metadataOf(text, indent, 'namespace');
  return written === '' ? DEFAULT_NAMESPACE : written.includes('{') ? null : written;
}

/** Returns the group of an `apiVersion`. Returns null when there is no version. */
function groupOf(version: string): string | null {
  return version === '' ? null : readApiVersion(version).group;
}

const FIELDS = new Map<string, RegExp>();

/** Returns the scalar of a field with an indent. Returns an empty text when there is none. */
function fieldOf(text: string, indent: number, name: string): string {
  const key = `${indent} ${name}`;
  const field =
    FIELDS.get(key) ?? new RegExp(`^ {${indent}}${name}:[ \\t]*(?:"([^"]*)"|'([^']*)'|([^\\s#]*))`, 'm');
  FIELDS.set(key, field);
  const [, double, single, plain] = field.exec(text) ?? [];
  return double ?? single ?? plain ?? '';
}

/** Returns a scalar of the metadata of an object whose fields have an indent. */
function metadataOf(text: string, indent: number, name: 'name' | 'namespace'): string {
  const head = new RegExp(`^ {${indent}}metadata:`, 'm').exec(text);
  if (!head) return '';
  const rest = text.slice(head.index + head[0].length);
  const end = rest.search(new RegExp(`\\n {0,${indent}}[^\\s#]`));
  const metadata = end < 0 ? rest : rest.slice(0, end);
  if (/^\s*\{/.test(metadata)) {
    const [, double, single, plain] = FLOW[name].exec(metadata) ?? [];
    return double ?? single ?? plain ?? '';
  }
  const inner = /\n( +)[^\s#]/.exec(metadata)?.[1]?.length ?? 0;
  return fieldOf(metadata, inner, name);
}

/** A field of metadata in flow style. */
const FLOW = {
  name: /[{,\s]["']?name["']?:\s*(?:"([^"]*)"|'([^']*)'|([^\s,}]*))/,
  namespace: /[{,\s]["']?namespace["']?:\s*(?:"([^"]*)"|'([^']*)'|([^\s,}]*))/,
} as const;

/**
 * Returns a key of each resource that a file declares: equal keys are the same resource. Objects without kind
 * or name have none.
 */
export function declaredIn(file: TextFile): readonly string[] {
  const json = /^\s*[[{]/.test(file.text) ? itemsOfJSON(file.text) : null;
  if (json !== null) return json.items.flatMap((item) => keyOfObject(item) ?? []);
  const { text } = file;
  return documentsOf(text).flatMap(({ start, end }) => {
    const items = itemsOf(text, start, end);
    if (items.length === 0) return keyOf(text.slice(start, end), 0) ?? [];
    return items.flatMap((item) => {
      const body = text.slice(item.start, item.end);
      return keyOf(body.replace('- ', '  '), body.indexOf('- ') + 2) ?? [];
    });
  });
}

function keyOf(text: string, indent: number): string | null {
  const [kind, version] = [fieldOf(text, indent, 'kind'), fieldOf(text, indent, 'apiVersion')];
  return keyOfResource(
    kind,
    version,
    metadataOf(text, indent, 'namespace'),
    metadataOf(text, indent, 'name'),
  );
}

function keyOfObject(item: unknown): string | null {
  if (!isMapping(item)) return null;
  const metadata = isMapping(item.metadata) ? item.metadata : {};
  const texts = [item.kind, item.apiVersion, metadata.namespace, metadata.name].map((each) =>
    typeof each === 'string' ? each : '',
  );
  return keyOfResource(...(texts as [string, string, string, string]));
}

/** Versions of one API group have the same resources. */
function keyOfResource(kind: string, version: string, namespace: string, name: string): string | null {
  if (kind === '' || name === '') return null;
  const group = groupOf(version);
  const inNamespace = isNamespaced(kind, group) ? namespace || DEFAULT_NAMESPACE : '';
  return JSON.stringify([group, kind, inNamespace, name]);
}

/** Returns the parts of a JSON text. Returns null when it cannot be read. */
function partsOfJSON(file: TextFile): FileParts | null {
  const read = itemsOfJSON(file.text);
  if (read === null) return null;
  const { value, list, items } = read;
  const namespaces = items.map(namespaceOfObject);
  return {
    file,
    namespaces,
    sizes: items.map((item) => JSON.stringify(item)?.length ?? 0),
    only: (chosen) => {
      const kept = items.filter((_, at) => {
        const namespace = namespaces[at] ?? null;
        return namespace === null || chosen.has(namespace);
      });
      if (kept.length === 0) return '';
      const whole = list ? { ...list, items: kept } : Array.isArray(value) ? kept : kept[0];
      return `${JSON.stringify(whole, null, 2)}\n`;
    },
  };
}

/** Returns the objects of a JSON text. Returns null when it cannot be read. */
function itemsOfJSON(text: string) {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const list = isMapping(value) && Array.isArray(value.items) ? value : null;
  const items: readonly unknown[] = Array.isArray(value) ? value : ((list?.items as unknown[]) ?? [value]);
  return { value, list, items };
}

function namespaceOfObject(item: unknown): string | null {
  if (!isMapping(item) || typeof item.kind !== 'string') return null;
  const version = typeof item.apiVersion === 'string' ? item.apiVersion : '';
  if (item.kind === 'RouteTest' || !isNamespaced(item.kind, groupOf(version))) return null;
  const namespace = isMapping(item.metadata) ? item.metadata.namespace : undefined;
  return typeof namespace === 'string' && namespace !== '' ? namespace : DEFAULT_NAMESPACE;
}
