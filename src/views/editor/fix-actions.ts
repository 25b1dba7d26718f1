import type { TextEdit } from '../../core/explain/finding-report.ts';
import { analysed } from '../../state/ask-editor.ts';
import { allFindings } from '../../state/selectors.ts';
import { notify, store } from '../../state/store.ts';
import { SMALL_ENOUGH } from './languages.ts';
import { changeTogether, type Undoable } from './linked-undo.ts';
import { monaco } from './monaco.ts';
import { fileOf, modelOf } from './text-models.ts';

/** The command behind a quick fix. */
const APPLY = 'gammascope.applyFix';

type Model = NonNullable<ReturnType<typeof modelOf>>;

/** A fix and the texts that it was computed for. */
interface PlannedFix {
  readonly edits: readonly TextEdit[];
  readonly versions: ReadonlyMap<string, number>;
}

let registered = false;

/**
 * Registers the fixes of findings as quick fixes. The editor offers them for the current texts and refuses
 * them when a text has changed since. Undo reverts a fix in one step, in all files that it changes.
 */
export function registerFixes(): void {
  if (registered) return;
  registered = true;
  monaco.editor.registerCommand(APPLY, (_, fix: PlannedFix) => applyPlanned(fix));
  monaco.languages.registerCodeActionProvider([...SMALL_ENOUGH], {
    async provideCodeActions(model, range, { markers }) {
      const file = fileOf(model);
      const none = { actions: [], dispose: () => {} };
      if (file === null || !(await analysed())) return none;
      const actions = allFindings(store.getState()).flatMap(({ code, origin, fixes }) => {
        if (origin.file !== file || fixes.length === 0) return [];
        const place = new monaco.Range(origin.line, origin.column, origin.endLine, origin.endColumn);
        if (!monaco.Range.areIntersectingOrTouching(place, range)) return [];
        const told = markers.filter((each) => each.code === code && each.startLineNumber === origin.line);
        return fixes.map(({ title, edits }, at) => ({
          title,
          kind: 'quickfix',
          diagnostics: told,
          isPreferred: at === 0,
          command: { id: APPLY, title, arguments: [planned(edits)] },
        }));
      });
      return { ...none, actions };
    },
  });
}

function planned(edits: readonly TextEdit[]): PlannedFix {
  const versions = new Map<string, number>();
  for (const { file } of edits) versions.set(file, modelOf(file)?.getVersionId() ?? -1);
  return { edits, versions };
}

function applyPlanned({ edits, versions }: PlannedFix): void {
  const models = new Map<string, Model>();
  for (const [file, version] of versions) {
    const model = modelOf(file);
    if (model?.getVersionId() !== version) {
      notify({ name: 'fix-outdated' });
      return;
    }
    models.set(file, model);
  }
  changeTogether([...models.values()] as unknown as readonly Undoable[], () => {
    for (const [file, model] of models) {
      const own = edits.filter((edit) => edit.file === file);
      model.pushStackElement();
      model.pushEditOperations(
        null,
        own.map((edit) => ({
          range: new monaco.Range(edit.startLine, edit.startColumn, edit.endLine, edit.endColumn),
          text: edit.text,
          forceMoveMarkers: true,
        })),
        () => null,
      );
      model.pushStackElement();
    }
  });
}
