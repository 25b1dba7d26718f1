import type { editor as api } from 'monaco-editor/editor';
import type { ImpliedLine } from '../../core/editing/editor-question.ts';
import { askEditor } from '../../state/ask-editor.ts';
import { monaco } from './monaco.ts';

type Editor = ReturnType<typeof monaco.editor.create>;

/** Lines above and below the visible ones that are asked for, too. */
const MARGIN = 80;
/** How long scrolling rests before more lines are asked for, in milliseconds. */
const REST_MS = 60;

/**
 * Ghost text behind lines: what defaults fill in there. Only lines around the visible ones are asked for. It is no part
 * of the text: it is not copied, not read out, not reached by the cursor.
 */
export class GhostLayer {
  private readonly editor: Editor;
  private readonly file: string;
  private readonly shown: api.IEditorDecorationsCollection;
  private readonly listeners: readonly { dispose(): void }[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The lines that the shown ghosts are about. */
  private covered = { from: 0, to: 0 };
  private texts: readonly string[] = [];
  private gone = false;

  constructor(editor: Editor, file: string) {
    this.editor = editor;
    this.file = file;
    this.shown = editor.createDecorationsCollection();
    this.listeners = [
      editor.onDidScrollChange((event) => {
        if (event.scrollTopChanged) this.follow();
      }),
      editor.onDidLayoutChange(() => this.follow()),
      editor.onDidChangeModelContent(() => this.settle()),
    ];
  }

  /** Asks again: the texts were analysed anew. */
  async refresh(): Promise<void> {
    const visible = this.editor.getVisibleRanges();
    const model = this.editor.getModel();
    if (!model || visible.length === 0) return;
    const from = Math.max(1, (visible[0]?.startLineNumber ?? 1) - MARGIN);
    const to = (visible.at(-1)?.endLineNumber ?? 1) + MARGIN;
    const answer = await askEditor({ about: 'implied', file: this.file, from, to });
    if (!answer || this.gone || this.editor.getModel() !== model) return;
    this.covered = { from, to };
    this.show(
      answer.lines.filter(({ line }) => line <= model.getLineCount()),
      model,
    );
  }

  /** Takes the ghosts away. */
  dispose(): void {
    this.gone = true;
    clearTimeout(this.timer);
    for (const listener of this.listeners) listener.dispose();
    this.shown.clear();
  }

  /** Asks for what came into sight. */
  private follow(): void {
    const visible = this.editor.getVisibleRanges();
    const from = visible[0]?.startLineNumber ?? 1;
    const to = visible.at(-1)?.endLineNumber ?? 1;
    if (from >= this.covered.from && to <= this.covered.to) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), REST_MS);
  }

  /** Until the answer to an edit is there: a ghost stays as long as it stands at the end of one line. */
  private settle(): void {
    const model = this.editor.getModel();
    if (!model) return;
    const left = this.texts.flatMap((text, at) => {
      const range = this.shown.getRange(at);
      const stays =
        range !== null &&
        range.startLineNumber === range.endLineNumber &&
        range.endColumn === model.getLineMaxColumn(range.endLineNumber);
      return stays ? [{ line: range.endLineNumber, text }] : [];
    });
    if (left.length < this.texts.length) this.show(left, model);
  }

  private show(lines: readonly ImpliedLine[], model: api.ITextModel): void {
    this.texts = lines.map(({ text }) => text);
    this.shown.set(lines.map(({ line, text }) => decorationOf(line, model.getLineMaxColumn(line), text)));
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
