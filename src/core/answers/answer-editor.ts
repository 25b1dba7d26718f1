import type { EditorAnswer, EditorQuestion, ImpliedLine, TextRange } from '../editing/editor-question.ts';
import { impliedFields } from '../editing/implied.ts';
import { namesFor } from '../editing/names.ts';
import { type Reference, type Referrer, referencesOf, sectionPath } from '../editing/references.ts';
import { valueAt } from '../editing/walk-object.ts';
import type { ManifestDocument } from '../manifest/document.ts';
import type { DecodedDocument } from '../resource/decoded-resource.ts';
import type { DocumentRef, ResourceId } from '../resource/resource.ts';
import type { Snapshot } from '../snapshot.ts';
import { LineMap } from '../text/line-map.ts';
import type { Path } from '../text/path.ts';

/** Documents longer than this (UTF-16 units) get no implied fields: looking up their places takes too long. */
const LONGEST = 300_000;

/**
 * Returns the answer to a question of the editor about a snapshot. Never throws on user input. Places count
 * lines and columns from 1.
 */
export function answerEditor(snapshot: Snapshot, question: EditorQuestion): EditorAnswer {
  switch (question.about) {
    case 'implied':
      return { about: 'implied', lines: impliedLines(snapshot, question) };
    case 'definition':
      return { about: 'definition', places: definitionsAt(snapshot, question) };
    case 'references':
      return { about: 'references', places: referencesAt(snapshot, question) };
    case 'names':
      return { about: 'names', names: namesFor(snapshot.cluster, question) };
    default:
      return question satisfies never;
  }
}

/** The defaults of a document, by line. A document that did not change keeps its defaults. */
const known = new WeakMap<DecodedDocument, readonly { readonly line: number; readonly text: string }[]>();

function impliedLines(
  { documents, decoded, locator }: Snapshot,
  { file, from, to }: Extract<EditorQuestion, { about: 'implied' }>,
): readonly ImpliedLine[] {
  const lines = locator.lines(file);
  const found: ImpliedLine[] = [];
  for (const [at, document] of documents.entries()) {
    if (document.file !== file || document.empty || document.text.length > LONGEST) continue;
    const first = lines.positionAt(document.offset).line;
    if (first > to || lines.positionAt(document.offset + document.text.length).line < from) continue;
    const own = decoded[at] as DecodedDocument;
    let implied = known.get(own);
    if (implied === undefined) {
      implied = impliedIn(document, own);
      known.set(own, implied);
    }
    for (const { line, text } of implied) {
      const inFile = first - 1 + line;
      if (inFile >= from && inFile <= to) found.push({ line: inFile, text });
    }
  }
  return found;
}

function impliedIn(document: ManifestDocument, { resources }: DecodedDocument) {
  const lines = new LineMap(document.text);
  const texts = new Map<number, Set<string>>();
  for (const { decoded, resource } of resources) {
    if (!decoded && resource.namespace !== 'default') continue;
    const { root } = resource.origin;
    for (const { beside, text } of impliedFields(resource, valueAt(document.value, root))) {
      const { line } = lines.positionAt(document.spanOf([...root, ...beside]).start);
      const list = texts.get(line) ?? new Set();
      texts.set(line, list.add(text));
    }
  }
  return [...texts].map(([line, all]) => ({ line, text: [...all].join(' · ') }));
}

interface Named {
  readonly referrer: Referrer;
  readonly origin: DocumentRef;
  readonly object: unknown;
}

/** Returns every object of a document that can name other objects. */
function objectsIn(document: ManifestDocument, { resources, routeTests }: DecodedDocument): readonly Named[] {
  return [
    ...resources.map(({ resource }) => ({
      referrer: resource,
      origin: resource.origin,
      object: valueAt(document.value, resource.origin.root),
    })),
    ...routeTests.map(({ name, origin }) => ({
      referrer: { id: `RouteTest/${name}`, kind: 'RouteTest', name, namespace: '', sketch: false },
      origin,
      object: valueAt(document.value, origin.root),
    })),
  ];
}

interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Returns the name or reference at a place: an object's own name, or a reference. Returns null when the place
 * holds neither.
 */
function standingAt(
  snapshot: Snapshot,
  spot: Spot,
): { readonly own: ResourceId | null; readonly reference: Reference | null } | null {
  const { documents, decoded, locator, cluster } = snapshot;
  const offset = locator.lines(spot.file).offsetAt(spot);
  for (const [at, document] of documents.entries()) {
    const inside = offset - document.offset;
    if (document.file !== spot.file || document.empty || inside < 0 || inside > document.text.length)
      continue;
    const holds = (path: Path): number | null => {
      const value = document.spanOf(path);
      const key = document.spanOf(path, 'key');
      const [start, end] = [Math.min(key.start, value.start), Math.max(key.end, value.end)];
      return inside >= start && inside <= end ? end - start : null;
    };
    let best: { reference: Reference; size: number; exists: boolean } | null = null;
    for (const { referrer, origin, object } of objectsIn(document, decoded[at] as DecodedDocument)) {
      const { root } = origin;
      for (const reference of referencesOf(referrer, object, cluster)) {
        const size = holds([...root, ...reference.path]);
        if (size === null) continue;
        const exists = reference.targets.some((id) => cluster.byId.has(id));
        const better = !best || (exists && !best.exists) || (exists === best.exists && size < best.size);
        if (better) best = { reference, size, exists };
      }
      const isName = ['name', 'generateName'].some((field) => {
        const path = [...root, 'metadata', field];
        return valueAt(document.value, path) !== undefined && holds(path) !== null;
      });
      if (!best && (isName || holds([...root, 'kind']) !== null))
        return { own: referrer.id, reference: null };
    }
    if (best) return { own: null, reference: best.reference };
  }
  return null;
}

/**
 * Returns the places that declare the object named at a place. A selector or a grant can have several places.
 * An object that does not exist has none.
 */
function definitionsAt(snapshot: Snapshot, spot: Spot): readonly TextRange[] {
  const standing = standingAt(snapshot, spot);
  if (standing === null) return [];
  const { own, reference } = standing;
  const targets = own === null ? (reference?.targets ?? []) : [own];
  return targets.flatMap((id) => declarationOf(snapshot, id, reference?.section ?? null));
}

function declarationOf(
  snapshot: Snapshot,
  id: ResourceId,
  section: string | number | null,
): readonly TextRange[] {
  const target = snapshot.cluster.byId.get(id)?.resource;
  if (target === undefined) return [];
  const { file, document, root } = target.origin;
  const object = valueAt(snapshot.locator.document(file, document)?.value, root);
  const part = section === null ? null : sectionPath(object, section);
  const name = valueAt(object, ['metadata', 'name']) === undefined ? 'generateName' : 'name';
  return [rangeOf(snapshot, target.origin, part ?? ['metadata', name])];
}

/**
 * Returns the references to the object named at a place. Includes its declaration when the question asks for
 * it.
 */
function referencesAt(
  snapshot: Snapshot,
  question: Extract<EditorQuestion, { about: 'references' }>,
): readonly TextRange[] {
  const standing = standingAt(snapshot, question);
  if (standing === null) return [];
  const wanted = new Set(standing.own === null ? standing.reference?.targets : [standing.own]);
  const { documents, decoded, cluster } = snapshot;
  const places = question.withDeclaration
    ? [...wanted].flatMap((id) => declarationOf(snapshot, id, null))
    : [];
  for (const [at, document] of documents.entries()) {
    const own = decoded[at] as DecodedDocument;
    if (own.resources.length === 0 && own.routeTests.length === 0) continue;
    for (const { referrer, origin, object } of objectsIn(document, own)) {
      for (const { name, targets, section } of referencesOf(referrer, object, cluster)) {
        if (section === null && targets.some((id) => wanted.has(id))) {
          places.push(rangeOf(snapshot, origin, name));
        }
      }
    }
  }
  return places;
}

function rangeOf({ locator }: Snapshot, { file, document, root }: DocumentRef, path: Path): TextRange {
  const { line, column, endLine, endColumn } = locator.place({ file, document, path: [...root, ...path] });
  return { file, line, column, endLine, endColumn };
}
