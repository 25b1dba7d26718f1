import { namespacedName } from '../../core/ids/ids.ts';
import { placeInFile } from '../../core/text/place-in-document.ts';
import { analysed } from '../../state/ask-editor.ts';
import { store } from '../../state/store.ts';
import { EVERY_LANGUAGE } from './languages.ts';
import { monaco } from './monaco.ts';
import { fileOf } from './text-models.ts';

let registered = false;

/** Registers the outline of a file: its resources, by kind and name. */
export function registerOutline(): void {
  if (registered) return;
  registered = true;
  monaco.languages.registerDocumentSymbolProvider([...EVERY_LANGUAGE], {
    displayName: 'Gammascope',
    async provideDocumentSymbols(model) {
      const file = fileOf(model);
      await analysed();
      const { view } = store.getState();
      if (file === null || !view) return [];
      const places = view.resources
        .filter((each) => each.file === file)
        .map((each) => ({ ...each, line: placeInFile(view.linesBefore, each).line }))
        .filter(({ line }) => line <= model.getLineCount())
        .sort((a, b) => a.line - b.line);
      return places.map(({ kind, namespace, name, line }, at) => {
        const last = Math.max(line, (places[at + 1]?.line ?? model.getLineCount() + 1) - 1);
        return {
          name: `${kind} ${namespace === '' ? name : namespacedName(namespace, name)}`,
          detail: '',
          kind: monaco.languages.SymbolKind.Object,
          tags: [],
          range: new monaco.Range(line, 1, last, model.getLineMaxColumn(last)),
          selectionRange: new monaco.Range(line, 1, line, 1),
        };
      });
    },
  });
}
