import { documentFolds } from './document-folds.ts';
import { monaco } from './monaco.ts';
import { QUIET_YAML } from './quiet-yaml.ts';

let registered = false;

/** Makes whole documents foldable, in addition to their mappings and lists. */
export function registerFolding(): void {
  if (registered) return;
  registered = true;
  monaco.languages.registerFoldingRangeProvider(['yaml', QUIET_YAML], {
    provideFoldingRanges: (model) => [...documentFolds(model.getLinesContent())],
  });
}
