import { monaco } from './monaco.ts';

type Editor = ReturnType<typeof monaco.editor.create>;

/**
 * Lets Tab leave the editor directly after Escape. Otherwise the keyboard focus would be trapped, because Tab
 * indents. Any other key makes Tab indent again. Returns a function that ends it.
 */
export function letTabLeave(editor: Editor): () => void {
  let leaving = false;
  const set = (next: boolean) => {
    if (leaving === next) return;
    leaving = next;
    editor.updateOptions({ tabFocusMode: next });
  };
  const keys = editor.onKeyDown(({ keyCode }) => {
    const { Escape, Tab, Shift } = monaco.KeyCode;
    if (keyCode === Escape) set(true);
    else if (keyCode !== Tab && keyCode !== Shift) set(false);
  });
  const blurred = editor.onDidBlurEditorText(() => set(false));
  return () => {
    keys.dispose();
    blurred.dispose();
  };
}
