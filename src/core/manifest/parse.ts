import type { Finding } from '../findings/finding.ts';
import type { Path } from '../text/path.ts';
import type { Source, Span } from '../text/source.ts';
import type { ManifestDocument } from './document.ts';
import { type DocumentPart, emptyRun, type RecoveryBudget, unreadPart } from './document-part.ts';
import { readPart } from './part.ts';
import { scalarSpanAt, spanAt } from './places.ts';
import { type Problem, toFinding } from './problem.ts';
import { isSeparator, type Piece, splitDocuments } from './split.ts';

/** The number of documents in one text. The rest of the text becomes one more document with a finding. */
const DOCUMENT_LIMIT = 100_000;

/** Longer pieces are not checked for emptiness. */
const EMPTY_LENGTH = 200;

/** Several consecutive empty documents. */
interface Run extends Piece {
  readonly isRun: true;
}
/**
 * The amount of broken text that one call recovers. For further broken documents only the first error is
 * reported.
 */
const RECOVERY_TOTAL = 1_000_000;

const NO_FINDINGS: readonly Finding[] = [];

/**
 * A document at its place in a file. It shares the meaning of its text with equal texts in other places and
 * earlier versions.
 */
class ParsedDocument implements ManifestDocument {
  readonly file: string;
  readonly index: number;
  readonly offset: number;
  readonly text: string;
  readonly empty: boolean;
  readonly value: unknown;
  readonly sketch: boolean;
  readonly part: DocumentPart;
  private cited: readonly Finding[] | null = null;

  constructor(file: string, index: number, offset: number, part: DocumentPart) {
    this.file = file;
    this.index = index;
    this.offset = offset;
    this.text = part.text;
    this.empty = part.empty;
    this.value = part.value;
    this.sketch = part.sketch;
    this.part = part;
  }

  get findings(): readonly Finding[] {
    if (this.part.problems.length === 0) return NO_FINDINGS;
    this.cited ??= this.part.problems.map((problem) => toFinding(problem, this.file, this.index));
    return this.cited;
  }

  spanOf(path: Path, part: 'key' | 'value' = 'value'): Span {
    return spanAt(this.part.places, path, part);
  }

  writtenScalar(path: Path): string | null {
    const span = scalarSpanAt(this.part.places, path);
    return span === null ? null : this.text.slice(span.start, span.end);
  }
}

/**
 * Reads a text as a stream of YAML (or JSON) documents. Never throws: unreadable text becomes a finding of
 * its document.
 * `previous` is the result of the last call for an older text of the same file. Documents with unchanged text
 * are reused: their `value` is the same object, and a document that has not moved is the same document.
 * `onDocument` is called after each document with the number of documents read so far.
 */
export function parseSource(
  source: Source,
  previous: readonly ManifestDocument[] = [],
  onDocument?: (done: number) => void,
): ManifestDocument[] {
  const { file, text } = source;
  // The last document of a text that was cut off at the limit is not a real document, so it is read again.
  const earlier = previous as readonly ParsedDocument[];
  const isKept = earlier.length <= DOCUMENT_LIMIT && !earlier.some(({ part }) => part.isRun);
  const old = isKept ? earlier : [];
  const documents: ParsedDocument[] = [];
  let offset = 0;
  for (const document of old) {
    if (document.offset !== offset || !continues(document, text, offset)) break;
    documents.push(document.file === file ? document : move(document, file, documents.length, offset));
    offset += document.text.length;
  }
  if (offset === text.length && documents.length > 0) return documents;
  const tail = keepTail(old, documents.length, text, offset);
  let kept = tail.first;
  let end = tail.start;
  let split = splitDocuments(text, offset, end);
  if (split.unfinished && kept < old.length) {
    end += (old[kept++] as ParsedDocument).text.length;
    split = splitDocuments(text, offset, end);
  }
  const known = new Map<string, DocumentPart>();
  for (let at = documents.length; at < kept; at++) {
    const document = old[at] as ParsedDocument;
    known.set(document.text, document.part);
  }
  // A slice would keep the whole text in memory as long as one of its documents is reused.
  const isPatch = documents.length + old.length - kept > 0;
  const budget: RecoveryBudget = { left: RECOVERY_TOTAL };
  // Empty documents must not use up the limit, so a run of them counts as one.
  const pieces = split.pieces.length > DOCUMENT_LIMIT ? joinEmpty(text, split.pieces) : split.pieces;
  for (const piece of pieces) {
    if (documents.length >= DOCUMENT_LIMIT) break;
    if (piece.start === piece.end && text.length > 0 && split.pieces.length > 1) continue;
    const slice = text.slice(piece.start, piece.end);
    const part =
      'isRun' in piece
        ? emptyRun(slice)
        : (known.get(slice) ?? readPart(isPatch ? detach(slice) : slice, budget));
    documents.push(new ParsedDocument(file, documents.length, piece.start, part));
    onDocument?.(documents.length);
  }
  let moved = end;
  for (let at = kept; at < old.length; at++) {
    const document = old[at] as ParsedDocument;
    documents.push(move(document, file, documents.length, moved));
    moved += document.text.length;
  }
  return documents.length > DOCUMENT_LIMIT || pieces.length > DOCUMENT_LIMIT
    ? cutOff(documents, source)
    : documents;
}

/** Returns the pieces of a text. Each run of empty pieces (`---` only) becomes one piece. */
function joinEmpty(text: string, pieces: readonly Piece[]): readonly (Piece | Run)[] {
  const joined: (Piece | Run)[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const isEmpty =
      piece.end - piece.start < EMPTY_LENGTH && /^---\s*$/.test(text.slice(piece.start, piece.end));
    if (!isEmpty) joined.push(piece);
    else if (last !== undefined && 'isRun' in last) joined[joined.length - 1] = { ...last, end: piece.end };
    else joined.push({ ...piece, isRun: true });
  }
  return joined;
}

/** Returns the first documents, and the rest of the text as one unread document. */
function cutOff(documents: ParsedDocument[], { file, text }: Source): ParsedDocument[] {
  documents.length = DOCUMENT_LIMIT;
  const last = documents[DOCUMENT_LIMIT - 1] as ParsedDocument;
  const offset = last.offset + last.text.length;
  const rest = text.slice(offset);
  const problem: Problem = {
    code: 'too-many-documents',
    args: { limit: DOCUMENT_LIMIT },
    place: { path: [], span: { start: 0, end: Math.min(rest.length, 3) } },
  };
  documents.push(new ParsedDocument(file, DOCUMENT_LIMIT, offset, unreadPart(rest, [problem])));
  return documents;
}

/** Returns true when a document's text is at an offset and a new document or the end of the text follows. */
function continues(document: ParsedDocument, text: string, offset: number): boolean {
  const end = offset + document.text.length;
  if (!holds(text, document.text, offset, end)) return false;
  if (end === text.length) return true;
  if (document.empty && !isSeparator(document.text, 0)) return false;
  return startsLine(text, end) && isSeparator(text, end);
}

/**
 * Returns true when `part` is the content of a range of a text. A slice and a comparison are ten times faster
 * than `startsWith`.
 */
function holds(text: string, part: string, start: number, end: number): boolean {
  return text.slice(start, end) === part;
}

function startsLine(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  return before === 0x0a || before === 0x0d;
}

/**
 * Returns the number of last documents that are unchanged at the end of the text, and the start of the first
 * of them.
 */
function keepTail(
  old: readonly ParsedDocument[],
  from: number,
  text: string,
  offset: number,
): { readonly first: number; readonly start: number } {
  let first = old.length;
  let start = text.length;
  while (first > from) {
    const document = old[first - 1] as ParsedDocument;
    const begin = start - document.text.length;
    if (begin < offset || !isSeparator(document.text, 0) || !startsLine(text, begin)) break;
    if (!holds(text, document.text, begin, start)) break;
    first--;
    start = begin;
  }
  return { first, start };
}

function move(document: ParsedDocument, file: string, index: number, offset: number): ParsedDocument {
  return document.index === index && document.offset === offset && document.file === file
    ? document
    : new ParsedDocument(file, index, offset, document.part);
}

/** Returns a copy that does not keep the text in memory that it was cut from. */
function detach(slice: string): string {
  return ` ${slice}`.slice(1);
}
