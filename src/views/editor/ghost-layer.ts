import type { editor as api } from 'monaco-editor/editor';
import type { ImpliedLine } from '../../core/editing/editor-question.ts';
import { askEditor } from '../../state/ask-editor.ts';
import { monaco } from './monaco.ts';

type Editor = ReturnType<typeof monaco.editor.create>;

/** The number of lines above and below the visible ones to include in a question. */
const MARGIN = 80;
/** How long scrolling rests before the layer asks for more lines, in milliseconds. */
const REST_MS = 60;

/**
 * Ghost text after lines: the defaults of missing fields. The layer asks only for lines near the visible
 * ones. Ghost text does not belong to the text: it cannot be copied or reached by the cursor, and screen
 * readers skip it.
 */
export class GhostLayer {
  private readonly editor: Editor;
  private readonly model: api.ITextModel;
  private readonly file: string;
  private readonly listeners: readonly { dispose(): void }[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The lines of the shown ghosts. */
  private covered = { from: 0, to: 0 };
  /** Texts of the ghosts by the id of their decoration. */
  private readonly shown = new Map<string, string>();
  private gone = false;

  constructor(editor: Editor, model: api.ITextModel, file: string) {
    this.editor = editor;
    this.model = model;
    this.file = file;
    this.listeners = [
      editor.onDidScrollChange((event) => {
        if (event.scrollTopChanged) this.follow();
      }),
      editor.onDidLayoutChange(() => this.follow()),
      editor.onDidChangeModelContent(() => this.settle()),
    ];
  }

  /** Asks again after a new analysis. */
  async refresh(): Promise<void> {
    const visible = this.editor.getVisibleRanges();
    if (this.gone || this.editor.getModel() !== this.model || visible.length === 0) return;
    const from = Math.max(1, (visible[0]?.startLineNumber ?? 1) - MARGIN);
    const to = (visible.at(-1)?.endLineNumber ?? 1) + MARGIN;
    const answer = await askEditor({ about: 'implied', file: this.file, from, to });
    if (!answer || this.gone) return;
    this.covered = { from, to };
    this.show(answer.lines.filter(({ line }) => line <= this.model.getLineCount()));
  }

  /** Removes the ghosts. */
  dispose(): void {
    this.gone = true;
    clearTimeout(this.timer);
    for (const listener of this.listeners) listener.dispose();
    this.change([...this.shown.keys()], []);
  }

  /** Asks for the lines that became visible. */
  private follow(): void {
    const visible = this.editor.getVisibleRanges();
    const from = visible[0]?.startLineNumber ?? 1;
    const to = visible.at(-1)?.endLineNumber ?? 1;
    if (from >= this.covered.from && to <= this.covered.to) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), REST_MS);
  }

  /** Returns the line that a ghost is at the end of. Returns null when the ghost has lost its place. */
  private lineOf(id: string): number | null {
    const range = this.model.getDecorationRange(id);
    if (!range || range.startLineNumber !== range.endLineNumber) return null;
    return range.endColumn === this.model.getLineMaxColumn(range.endLineNumber) ? range.endLineNumber : null;
  }

  /** Removes ghosts that are not at the end of their line any more, until the answer to an edit arrives. */
  private settle(): void {
    const astray = [...this.shown.keys()].filter((id) => this.lineOf(id) === null);
    if (astray.length > 0) this.change(astray, []);
  }

  /**
   * Updates the shown ghosts to the answer. Keeps the correct ones, because each change draws its line again.
   */
  private show(lines: readonly ImpliedLine[]): void {
    const wanted = new Map(lines.map(({ line, text }) => [line, text]));
    const gone: string[] = [];
    for (const [id, text] of this.shown) {
      const line = this.lineOf(id);
      if (line !== null && wanted.get(line) === text) wanted.delete(line);
      else gone.push(id);
    }
    const fresh = [...wanted].map(([line, text]) => ({ line, text }));
    if (gone.length > 0 || fresh.length > 0) this.change(gone, fresh);
  }

  private change(gone: readonly string[], fresh: readonly ImpliedLine[]): void {
    for (const id of gone) this.shown.delete(id);
    if (this.model.isDisposed()) return;
    const added = this.model.deltaDecorations(
      [...gone],
      fresh.map(({ line, text }) => decorationOf(line, this.model.getLineMaxColumn(line), text)),
    );
    for (const [at, id] of added.entries()) this.shown.set(id, fresh[at]?.text ?? '');
  }
}

function decorationOf(line: number, column: number, text: string): api.IModelDeltaDecoration {
  return {
    range: new monaco.Range(line, column, line, column),
    options: {
      after: {
        content: text,
        inlineClassName: 'editor-ghost',
        inlineClassNameAffectsLetterSpacing: true,
        cursorStops: monaco.editor.InjectedTextCursorStops.None,
      },
      showIfCollapsed: true,
    },
  };
}
