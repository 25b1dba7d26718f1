import { registerDefinitions } from './definitions.ts';
import { registerFixes } from './fix-actions.ts';
import { registerFolding } from './folding.ts';
import { monaco } from './monaco.ts';
import { registerNames } from './name-completion.ts';
import { registerOutline } from './outline.ts';
import { configureYaml } from './yaml-language.ts';
import { registerSnippets } from './yaml-snippets.ts';

let registered = false;

/** Registers all features of the editor except text input. */
export function registerFeatures(): void {
  configureYaml();
  registerFixes();
  registerSnippets();
  registerNames();
  registerDefinitions();
  registerOutline();
  registerFolding();
  if (registered) return;
  registered = true;
  // The usual keys on every system. On some systems Monaco's own keys open the browser's tools.
  monaco.editor.addKeybindingRule({
    keybinding: monaco.KeyMod.Shift | monaco.KeyMod.Alt | monaco.KeyCode.KeyF,
    command: 'editor.action.formatDocument',
    when: 'editorHasDocumentFormattingProvider && editorTextFocus && !editorReadonly',
  });
}
