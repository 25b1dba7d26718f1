import type { FindingReport } from '../../core/explain/finding-report.ts';
import type { Language, Reveal, TextFile } from '../../state/model.ts';

/** A mark in the glyph margin: the result of the answer and the tests for a line (from 1). */
export interface GutterMark {
  readonly file: string;
  readonly line: number;
  readonly kind: 'won' | 'lost' | 'missed' | 'dead' | 'test-failed' | 'test-passed';
  /** Shown on hover, in the page's language. */
  readonly text: string;
}

/**
 * The props of the editor. The caller owns the texts: the editor reports every edit, and receiving the same
 * text changes nothing.
 */
export interface EditorViewProps {
  readonly files: readonly TextFile[];
  /** Name of the shown file. */
  readonly active: string;
  /** Called immediately for each edit with the whole text. The caller is responsible for debouncing. */
  readonly onChange: (file: string, text: string) => void;
  /** Findings of all files. The findings of a file become its markers, and fixes become quick fixes. */
  readonly findings: readonly FindingReport[];
  readonly marks: readonly GutterMark[];
  /** Whether ghost text shows the defaults of missing fields. */
  readonly ghosts: boolean;
  readonly onGhosts: (on: boolean) => void;
  /** Number of the present analysis. Another number means that there is a newer one. */
  readonly analysis: number;
  /** A place to show and focus. Another `ticket` shows it again. */
  readonly reveal: Reveal | null;
  /** Called when the cursor rests on a line, so that the graph can follow. */
  readonly onCursor?: (file: string, line: number) => void;
  readonly theme: 'light' | 'dark';
  readonly language: Language;
  readonly readOnly?: boolean;
  /** Called when Monaco accepts input. A placeholder can disappear then. */
  readonly onReady?: () => void;
}
