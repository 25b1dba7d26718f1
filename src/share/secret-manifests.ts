import { provideLibraries } from '../core/libraries.ts';
import type { ManifestDocument } from '../core/manifest/document.ts';
import { parseSource } from '../core/manifest/parse.ts';
import { own } from '../core/text/own.ts';
import type { Path } from '../core/text/path.ts';
import { SHORTEST_ECHO } from './secret-echoes.ts';
import type { SecretSpan } from './secret-span.ts';
import { IS_STAND_IN } from './stand-in.ts';

/** A Secret's annotation in which kubectl stores the whole Secret. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
const LOOKS_LIKE_SECRET = /\bkind["']?\s*:\s*["']?Secret\b/;

/**
 * The places of the Secrets' values in a text, and the values themselves, which can be repeated in other
 * places.
 */
export interface SecretsRead {
  readonly spans: readonly SecretSpan[];
  readonly values: ReadonlySet<string>;
}

/**
 * Returns the values of all Secrets of a text (`data`, `stringData`, the annotation of kubectl) and of
 * container variables with secret names, at the places that the manifest parser finds. A Secret with broken
 * YAML is read line by line.
 */
export function secretsInManifests(file: string, text: string): SecretsRead {
  provideLibraries();
  const spans: SecretSpan[] = [];
  const values = new Set<string>();
  for (const document of parseSource({ file, text })) {
    if (!LOOKS_LIKE_SECRET.test(document.text)) continue;
    const found = spansIn(document, values);
    const broken = document.value === undefined || document.sketch || document.findings.length > 0;
    if (broken) found.push(...spansByLine(document.text));
    spans.push(
      ...found.map((each) => ({
        ...each,
        start: each.start + document.offset,
        end: each.end + document.offset,
      })),
    );
  }
  return { spans, values };
}

/** Returns the values in a document, found by its structure. */
function spansIn(document: ManifestDocument, values: Set<string>): SecretSpan[] {
  const spans: SecretSpan[] = [];
  const hide = (path: Path, value: unknown, name: string) => {
    const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
    if (text.trim() === '' || IS_STAND_IN.test(text)) return;
    for (const echo of [text, text.trim(), unpacked(text)])
      if (echo.length >= SHORTEST_ECHO) values.add(echo);
    // An alias has no text of its own. Its value is masked at the anchor.
    if (document.writtenScalar(path) === null) hideAnchors(document, text, name, spans);
    else spans.push({ ...document.spanOf(path), kind: 'secret', name });
  };
  const visit = (value: unknown, path: Path): void => {
    if (Array.isArray(value)) for (const [at, each] of value.entries()) visit(each, [...path, at]);
    else if (isRecord(value)) {
      if (own(value, 'kind') === 'Secret') hideSecret(value, path, hide);
      for (const [key, each] of Object.entries(value)) visit(each, [...path, key]);
    }
  };
  visit(document.value, []);
  return spans;
}

type Hide = (path: Path, value: unknown, name: string) => void;

function hideSecret(secret: Readonly<Record<string, unknown>>, path: Path, hide: Hide): void {
  const metadata = own(secret, 'metadata');
  const label = isRecord(metadata) ? String(own(metadata, 'name') ?? '') : '';
  for (const field of ['data', 'stringData']) leaves(own(secret, field), [...path, field], hide, label);
  const annotations = isRecord(metadata) ? own(metadata, 'annotations') : undefined;
  if (isRecord(annotations) && Object.hasOwn(annotations, LAST_APPLIED)) {
    hide([...path, 'metadata', 'annotations', LAST_APPLIED], annotations[LAST_APPLIED], LAST_APPLIED);
  }
}

function leaves(value: unknown, path: Path, hide: Hide, label: string): void {
  if (Array.isArray(value))
    for (const [at, each] of value.entries()) leaves(each, [...path, at], hide, label);
  else if (isRecord(value)) {
    for (const [key, each] of Object.entries(value)) leaves(each, [...path, key], hide, label);
  } else hide(path, value, [label, String(path.at(-1) ?? '')].filter(Boolean).join(' / '));
}

function hideAnchors(document: ManifestDocument, value: string, name: string, spans: SecretSpan[]): void {
  for (let at = document.text.indexOf(value); at >= 0; at = document.text.indexOf(value, at + value.length)) {
    spans.push({ start: at, end: at + value.length, kind: 'secret', name });
  }
}

/**
 * Returns the values below `data:` and `stringData:` of a text that is not YAML, found by indentation and
 * braces.
 */
function spansByLine(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  let inside = -1;
  let offset = 0;
  for (const line of text.split('\n')) {
    const start = offset;
    offset += line.length + 1;
    const content = line.trim();
    if (content === '' || content.startsWith('#')) continue;
    const indent = line.length - line.trimStart().length;
    const head = /^(?:-\s+)?["']?(?:data|stringData)["']?\s*:(.*)$/.exec(content);
    if (head) {
      inside = indent;
      const rest = (head[1] ?? '').trim();
      if (/^\{?\s*$/.test(rest) || IS_STAND_IN.test(rest)) continue;
      const at = start + line.lastIndexOf(rest);
      spans.push({ start: at, end: at + rest.length, kind: 'secret', name: 'data' });
    } else if (inside >= 0 && indent > inside) {
      const pair = /^(?:-\s+)?(["']?[\w.-]+["']?\s*:\s*)?(.*)$/.exec(content);
      const value = (pair?.[2] ?? '').replace(/^[|>][+-]?\d?$/, '');
      if (/^[\s{}[\],]*$/.test(value) || IS_STAND_IN.test(value)) continue;
      const at = start + line.lastIndexOf(value);
      const name = (pair?.[1] ?? '').replace(/[\s:"']/g, '');
      spans.push({ start: at, end: at + value.length, kind: 'secret', name });
    } else inside = -1;
  }
  return spans;
}

/** Returns the text that a base64 value encodes, if it is text. */
function unpacked(value: string): string {
  if (!/^[A-Za-z0-9+/\s]*(?:={1,2}\s*)?$/.test(value)) return '';
  try {
    const bytes = Uint8Array.from(atob(value.replace(/\s/g, '')), (each) => each.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
  } catch {
    return '';
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
