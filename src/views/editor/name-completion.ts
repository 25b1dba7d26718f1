import type { languages } from 'monaco-editor/editor';
import { type CursorContext, contextAt } from '../../core/editing/cursor-context.ts';
import type { NameOffer } from '../../core/editing/editor-question.ts';
import { takesNames } from '../../core/editing/ref-places.ts';
import { askLastGood } from '../../state/ask-editor.ts';
import { SMALL_ENOUGH } from './languages.ts';
import { monaco } from './monaco.ts';

/** The characters of a plain value. */
const REST_OF_VALUE = /^[\w./-]*/;

let registered = false;

/** Registers completion of names in references: objects, their parts, and namespaces. */
export function registerNames(): void {
  if (registered) return;
  registered = true;
  monaco.languages.registerCompletionItemProvider([...SMALL_ENOUGH], {
    triggerCharacters: [' ', '/'],
    async provideCompletionItems(model, position) {
      const lineAt = (line: number) =>
        line >= 1 && line <= model.getLineCount() ? model.getLineContent(line) : null;
      const context = contextAt(lineAt, position.lineNumber, position.column);
      if (!context || !takesNames(context.kind, context.path)) return { suggestions: [] };
      const { kind, namespace, path, beside } = context;
      const answer = await askLastGood({ about: 'names', kind, namespace, path, beside });
      if (!answer) return { suggestions: [] };
      const behind = model.getLineContent(position.lineNumber).slice(position.column - 1);
      const end = position.column + (REST_OF_VALUE.exec(behind)?.[0].length ?? 0);
      const range = new monaco.Range(position.lineNumber, context.valueColumn, position.lineNumber, end);
      return {
        suggestions: answer.names.map((offer, at) => suggestionOf(offer, at, context, range)),
      };
    },
  });
}

function suggestionOf(
  offer: NameOffer,
  at: number,
  context: CursorContext,
  range: languages.CompletionItem['range'],
): languages.CompletionItem {
  const { Reference, Value } = monaco.languages.CompletionItemKind;
  return {
    label: { label: offer.value, description: offer.detail },
    kind: offer.namespace === null ? Value : Reference,
    insertText: insertionOf(offer, context),
    insertTextRules: monaco.languages.CompletionItemInsertTextRule.KeepWhitespace,
    filterText: offer.value,
    // The order of the answer: close objects come first.
    sortText: `0${String(at).padStart(4, '0')}`,
    range,
  };
}

/** Returns the name, and its namespace if it is needed. Without one, a reference means its own namespace. */
function insertionOf({ value, namespace }: NameOffer, { flow, keyColumn }: CursorContext): string {
  if (namespace === null) return value;
  if (flow) return `${value}, namespace: ${namespace}`;
  return `${value}\n${' '.repeat(keyColumn - 1)}namespace: ${namespace}`;
}
