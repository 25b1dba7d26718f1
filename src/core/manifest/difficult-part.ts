import type { Event } from 'js-yaml';
import type { Path } from '../text/path.ts';
import { blankElisions } from './blank-elisions.ts';
import { type BuildProblem, buildValue } from './build.ts';
import type { ReadDifficult } from './difficult-reader.ts';
import { type DocumentPart, type RecoveryBudget, unreadPart } from './document-part.ts';
import { readPart } from './part.ts';
import { isEmpty, placesOfEvents } from './place-events.ts';
import type { Problem } from './problem.ts';
import { DEPTH_LIMIT, isEvents, type Rejection, readEvents } from './read-events.ts';
import { firstComplaint, recover } from './recover.ts';
import { type RestoredDocument, restoreIndentation, restoreLineBreaks } from './restore-line-breaks.ts';
import { earlierKey, pathAt } from './search-places.ts';
import { hasElisions } from './sketch.ts';
import { hasNoBreakIndentation, type Unwrapped, unwrap, withoutNoBreakSpaces } from './surroundings.ts';
import { findTextProblems, replaceForbidden } from './text-problems.ts';

/**
 * The length of the longest broken document that the tolerant parser reads. On adversarial text it takes
 * seconds for a megabyte.
 */
const RECOVERY_LIMIT = 200_000;

const NO_BREAK_SPACE = '\u00A0';

/**
 * Reads a document with the strict YAML library. Reads what that library refuses, what has repeated or omitted
 * parts and what surrounds a manifest with the tolerant one. Never throws.
 */
export const readDifficultPart: ReadDifficult = (text, source, budget) => {
  const indented = restoreIndentation(source);
  if (indented !== null) return restoredPart(text, indented, 'indentation-lost');
  const events = readEvents(source);
  if (isEvents(events) && !text.includes(NO_BREAK_SPACE)) {
    const built = buildValue(source, events);
    if (built.problems.length === 0 && !built.elided && built.documents <= 1)
      return plainPart(text, source, events, built.value);
  }
  if (hasNoBreakIndentation(source)) {
    const spaced = withoutNoBreakSpaces(source);
    return surrounded(text, spaced, readPart(spaced.text, budget));
  }
  if (isEvents(events)) {
    const built = buildValue(source, events);
    if (!built.elided && built.documents <= 1)
      return built.problems.length === 0
        ? plainPart(text, source, events, built.value)
        : withProblems(text, source, events, built.value, built.problems, false, []);
  }
  return readRefused(text, source, events, budget);
};

/** Returns a document that the strict library read completely, with the problems of its characters. */
function plainPart(text: string, parsed: string, events: readonly Event[], value: unknown): DocumentPart {
  const problems = findTextProblems(text, value, true);
  const places = placesOfEvents(parsed, events);
  return { text, empty: isEmpty(events), value, sketch: false, problems, places };
}

/** Returns a document whose lines were restored, with a fix that writes them. */
function restoredPart(
  text: string,
  { value, places, text: restored }: RestoredDocument,
  code: 'line-breaks-lost' | 'indentation-lost',
): DocumentPart {
  const place = { path: [], span: { start: 0, end: text.trimEnd().length } };
  const edits = [
    {
      place: { path: [], span: { start: 0, end: text.length } },
      action: 'replace' as const,
      text: restored,
    },
  ];
  const name = code === 'line-breaks-lost' ? 'restore-line-breaks' : 'restore-indentation';
  const problem: Problem = { code, args: {}, place, fixes: [{ name, edits }] };
  return { text, empty: false, value, sketch: true, problems: [problem], places };
}

/** Reads a text that the strict library refused, or that has omitted parts. */
function readRefused(
  text: string,
  source: string,
  first: readonly Event[] | Rejection,
  budget: RecoveryBudget,
): DocumentPart {
  const relined = isEvents(first) ? null : restoreLineBreaks(source);
  if (relined !== null) return restoredPart(text, relined, 'line-breaks-lost');
  const unwrapped = unwrap(source);
  if (unwrapped !== null && unwrapped.text !== source)
    return surrounded(text, unwrapped, readPart(unwrapped.text, budget));
  const problems: Problem[] = [...findTextProblems(text, undefined, false)];
  let readable = replaceForbidden(source);
  let events = readable === source ? first : readEvents(readable);
  let sketch = false;
  const untabbed = isEvents(events) ? null : withoutTabs(readable);
  if (untabbed !== null) {
    const span = { start: untabbed.first, end: untabbed.first + 1 };
    readable = untabbed.text;
    events = readEvents(readable);
    problems.push({ code: 'tab-indentation', args: {}, place: { path: [], span } });
  }
  if (hasElisions(readable)) {
    const blanked = blankElisions(readable);
    const again = readEvents(blanked.text);
    const elided = isEvents(events) && buildValue(readable, events);
    if (!isEvents(events) || (elided && (elided.elided || elided.documents > 1))) {
      if (blanked.count > 0) {
        sketch = true;
        readable = blanked.text;
        events = again;
        problems.push({
          code: 'manifest-is-a-sketch',
          args: { count: blanked.count },
          place: { path: [], span: blanked.first },
        });
      }
    }
  }
  if (isEvents(events)) {
    const built = buildValue(readable, events);
    if (built.documents <= 1)
      return withProblems(text, readable, events, built.value, built.problems, sketch, problems);
  }
  if (!isEvents(events) && events.tooDeep) {
    problems.push({
      code: 'nesting-too-deep',
      args: { limit: DEPTH_LIMIT },
      place: { path: [], span: events.span },
    });
    return unreadPart(text, problems);
  }
  if (readable.length > Math.min(RECOVERY_LIMIT, budget.left)) {
    if (!isEvents(events)) problems.push(firstComplaint(events));
    return unreadPart(text, problems);
  }
  budget.left -= readable.length;
  const isTemplate = problems.some(({ code }) => code === 'unrendered-template');
  const recovered = recover(readable, isEvents(events) ? null : events);
  return {
    text,
    empty: false,
    value: recovered.value,
    sketch,
    // Template braces are not YAML. All parser errors among them have the same cause.
    problems: isTemplate ? problems : problems.concat(recovered.problems),
    places: recovered.places,
  };
}

/**
 * Returns the manifest inside its surroundings, with a finding that names the surroundings and a fix that
 * removes them.
 */
function surrounded(text: string, { form, text: inner, first }: Unwrapped, part: DocumentPart): DocumentPart {
  // Errors of the inner text would follow from the surroundings.
  const isReadable = !part.problems.some(({ code }) => code === 'yaml-syntax');
  const problem: Problem = {
    code: 'text-around-manifest',
    severity: isReadable && form !== 'no-break-space' ? 'warning' : 'error',
    args: { form },
    place: { path: [], span: first },
    fixes: isReadable
      ? [
          {
            name: 'keep-manifest-alone',
            edits: [
              {
                place: { path: [], span: { start: 0, end: text.length } },
                action: 'replace',
                text: withoutBlankLines(inner),
              },
            ],
          },
        ]
      : [],
  };
  // Half of a broken text would be a guess.
  return isReadable ? { ...part, text, problems: [problem, ...part.problems] } : unreadPart(text, [problem]);
}

/** Returns a text without its blanked lines, moved to the left edge. */
function withoutBlankLines(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const told = lines.filter((line) => line !== '');
  const edge = Math.min(...told.map((line) => line.length - line.trimStart().length));
  return `${told.map((line) => (line === '---' ? line : line.slice(edge))).join('\n')}\n`;
}

/**
 * Returns the text with a blank for every tab in its indentation. Returns null when the text is still not
 * readable.
 */
function withoutTabs(text: string): { readonly text: string; readonly first: number } | null {
  const first = /^[ ]*\t/m.exec(text);
  if (first === null) return null;
  const blanked = text.replace(/^[ \t]+/gm, (indent) => indent.replaceAll('\t', ' '));
  const elided = hasElisions(blanked) ? blankElisions(blanked).text : blanked;
  return isEvents(readEvents(elided)) ? { text: blanked, first: first.index + first[0].length - 1 } : null;
}

/** Adds paths to the problems of the builder, from the places of the document. */
function withProblems(
  text: string,
  parsed: string,
  events: readonly Event[],
  value: unknown,
  found: readonly BuildProblem[],
  sketch: boolean,
  before: readonly Problem[],
): DocumentPart {
  const places = placesOfEvents(parsed, events);
  const problems = [...before];
  // For YAML `{{ name }}` is a mapping whose key is a mapping.
  const isTemplate = (problem: BuildProblem): boolean =>
    problem.code === 'complex-key' && parsed.startsWith('{{', problem.span.start - 1);
  if (found.some(isTemplate) && !before.some(({ code }) => code === 'unrendered-template')) {
    problems.push(...findTextProblems(text, undefined, false));
  }
  for (const problem of found) {
    if (isTemplate(problem)) continue;
    const path: Path = pathAt(places, problem.span.start);
    const place =
      problem.part === undefined
        ? { path, span: problem.span }
        : { path, part: problem.part, span: problem.span };
    const first =
      problem.related === undefined
        ? undefined
        : (earlierKey(places, problem.span.start) ?? problem.related.span);
    problems.push(
      first === undefined || problem.related === undefined
        ? { code: problem.code, args: problem.args, place }
        : {
            code: problem.code,
            args: problem.args,
            place,
            related: [{ note: problem.related.note, place: { path, part: 'key', span: first } }],
          },
    );
  }
  const tooMany = found.some(({ code }) => code === 'too-many-aliases');
  return {
    text,
    empty: isEmpty(events),
    value: tooMany ? undefined : value,
    sketch,
    problems,
    places,
  };
}
