import type { languages } from 'monaco-editor/editor';
import type { TextRange } from '../../core/editing/editor-question.ts';
import { askEditor } from '../../state/ask-editor.ts';
import { goTo } from '../../state/show.ts';
import { EVERY_LANGUAGE } from './languages.ts';
import { monaco } from './monaco.ts';
import { fileOf, uriOf } from './text-models.ts';

function locationOf(place: TextRange): languages.Location {
  return {
    uri: uriOf(place.file),
    range: new monaco.Range(place.line, place.column, place.endLine, place.endColumn),
  };
}

let registered = false;

/** Registers "Go to definition" and "Find references" for references between objects, across files. */
export function registerDefinitions(): void {
  if (registered) return;
  registered = true;
  const spotOf = (
    model: { readonly uri: { toString(): string } },
    position: { lineNumber: number; column: number },
  ) => {
    const file = fileOf(model);
    return file === null ? null : { file, line: position.lineNumber, column: position.column };
  };
  monaco.languages.registerDefinitionProvider(EVERY_LANGUAGE, {
    async provideDefinition(model, position) {
      const spot = spotOf(model, position);
      const answer = spot && (await askEditor({ about: 'definition', ...spot }));
      return answer?.places.map(locationOf) ?? [];
    },
  });
  monaco.languages.registerReferenceProvider(EVERY_LANGUAGE, {
    async provideReferences(model, position, { includeDeclaration }) {
      const spot = spotOf(model, position);
      const answer =
        spot && (await askEditor({ about: 'references', ...spot, withDeclaration: includeDeclaration }));
      return answer?.places.map(locationOf) ?? [];
    },
  });
  monaco.editor.registerEditorOpener({
    openCodeEditor(source, resource, place) {
      const file = fileOf({ uri: resource });
      // Monaco itself moves the cursor within the shown file.
      if (file === null || source.getModel()?.uri.toString() === resource.toString()) return false;
      const { lineNumber, column } = startOf(place);
      goTo(file, lineNumber, column);
      return true;
    },
  });
}

function startOf(
  place:
    | { startLineNumber: number; startColumn: number }
    | { lineNumber: number; column: number }
    | undefined,
) {
  if (!place) return { lineNumber: 1, column: 1 };
  return 'lineNumber' in place ? place : { lineNumber: place.startLineNumber, column: place.startColumn };
}
