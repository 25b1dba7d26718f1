import './text-view.css';
import { useEffect, useMemo, useRef } from 'react';
import { useTexts } from '../ui/texts/use-texts.ts';
import type { EditorViewProps } from './editor-view-props.ts';

/** Above this number of lines, line numbers cost too much time. */
const MAX_NUMBERED = 20_000;
const LINE_HEIGHT = 20;

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/**
 * A text area lays out all of its lines with each layout of the page. Of a larger text it shows only the
 * beginning.
 */
const MOST_LINES = 20_000;
const MOST_CHARACTERS = 1_000_000;

/** Returns the beginning of a text that is too large for a text area. Returns null for other texts. */
function beginningOf(text: string): string | null {
  let end = 0;
  for (let lines = 0; lines < MOST_LINES; lines++) {
    const next = text.indexOf('\n', end);
    if (next < 0 ? text.length <= MOST_CHARACTERS : next >= MOST_CHARACTERS)
      return next < 0 ? null : text.slice(0, end);
    if (next < 0) return text.slice(0, MOST_CHARACTERS);
    end = next + 1;
  }
  return end >= text.length ? null : text.slice(0, end);
}

/** Returns the offset of a place, from its line and column (from 1). */
function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const next = text.indexOf('\n', start);
    if (next < 0) break;
    start = next + 1;
  }
  return Math.min(text.length, start + column - 1);
}

type TextViewProps = Pick<EditorViewProps, 'files' | 'active' | 'onChange' | 'reveal' | 'readOnly'>;

/**
 * A light placeholder for the editor: a text area with line numbers, without Monaco, for the first seconds
 * and small screens.
 */
export function TextView({ files, active, onChange, reveal, readOnly = false }: TextViewProps) {
  const texts = useTexts();
  const whole = files.find((file) => file.name === active)?.text ?? '';
  const beginning = useMemo(() => beginningOf(whole), [whole]);
  const text = beginning ?? whole;
  const area = useRef<HTMLTextAreaElement>(null);
  const numbers = useRef<HTMLPreElement>(null);
  const lines = useMemo(() => countLines(text), [text]);
  const column = useMemo(
    () => (lines > MAX_NUMBERED ? '' : Array.from({ length: lines }, (_, at) => at + 1).join('\n')),
    [lines],
  );
  const ticket = reveal?.ticket;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each ticket is one visit, whatever was typed since
  useEffect(() => {
    const element = area.current;
    if (!element || !reveal || reveal.file !== active) return;
    const offset = offsetOf(text, reveal.line, reveal.column);
    element.focus();
    // The selected line shows the place, because the field has no other marks.
    const end = text.indexOf('\n', offset);
    element.setSelectionRange(offset, end < 0 ? text.length : end);
    element.scrollTop = Math.max(0, (reveal.line - 1) * LINE_HEIGHT - element.clientHeight / 3);
  }, [ticket, active]);
  return (
    <div className="text-view" data-editor="plain">
      {column !== '' && (
        <pre ref={numbers} className="text-view-numbers" aria-hidden="true">
          {column}
        </pre>
      )}
      <textarea
        ref={area}
        aria-label={active}
        value={text}
        readOnly={readOnly || beginning !== null}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        wrap="off"
        onChange={(event) => onChange(active, event.target.value)}
        onScroll={(event) => {
          if (numbers.current) numbers.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
      {beginning !== null && <p className="text-view-part">{texts.beginningOnly}</p>}
    </div>
  );
}
