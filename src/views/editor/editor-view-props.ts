import type { FindingReport } from '../../core/explain/finding-report.ts';
import type { Language, Reveal, TextFile } from '../../state/model.ts';

/** A mark in the glyph margin: what the present answer and the tests say about a line (from 1). */
export interface GutterMark {
  readonly file: string;
  readonly line: number;
  readonly kind: 'won' | 'lost' | 'missed' | 'dead' | 'test-failed' | 'test-passed';
  /** Shown on hover, in the page's language. */
  readonly text: string;
}

/** What the editor needs. The texts belong to the caller: every edit is reported, and echoes of it change nothing. */
export interface EditorViewProps {
  readonly files: readonly TextFile[];
  /** Name of the file that is shown. */
  readonly active: string;
  /** Called for each edit, at once, with the whole text; debouncing is up to the caller. */
  readonly onChange: (file: string, text: string) => void;
  /** Findings of all files; those of a file become its markers, fixes become quick fixes. */
  readonly findings: readonly FindingReport[];
  readonly marks: readonly GutterMark[];
  /** Whether ghost text tells what defaults fill in. */
  readonly ghosts: boolean;
  readonly onGhosts: (on: boolean) => void;
  /** Which analysis the page is about; another number means that there is a newer one. */
  readonly analysis: number;
  /** A place to show and focus; another `ticket` reveals again. */
  readonly reveal: Reveal | null;
  /** The cursor came to rest on a line: the place-to-graph direction of "go to". */
  readonly onCursor?: (file: string, line: number) => void;
  readonly theme: 'light' | 'dark';
  readonly language: Language;
  readonly readOnly?: boolean;
  /** Monaco is ready for typing; a stand-in may leave. */
  readonly onReady?: () => void;
}
