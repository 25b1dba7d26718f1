import { monaco } from './monaco.ts';

type Editor = ReturnType<typeof monaco.editor.create>;

/**
 * Lets Tab leave the editor after Escape, and when Tab itself has brought the focus to the editor. Otherwise the
 * keyboard focus would be trapped, because Tab indents. Any other key makes Tab indent again. The attribute
 * `data-tab-leaves` of the editor's element is present while Tab leaves. Returns a function that ends it.
 */
export function letTabLeave(editor: Editor): () => void {
  let leaving = false;
  /** True from a press of Tab until another key or the pointer is used. */
  let tabbing = false;
  const set = (next: boolean) => {
    if (leaving === next) return;
    leaving = next;
    editor.updateOptions({ tabFocusMode: next });
    editor.getContainerDomNode().toggleAttribute('data-tab-leaves', next);
  };
  const noteKey = ({ key }: KeyboardEvent) => {
    tabbing = key === 'Tab';
  };
  const notePointer = () => {
    tabbing = false;
    set(false);
  };
  const keys = editor.onKeyDown(({ keyCode }) => {
    const { Escape, Tab, Shift } = monaco.KeyCode;
    if (keyCode === Escape) set(true);
    else if (keyCode !== Tab && keyCode !== Shift) set(false);
  });
  const focused = editor.onDidFocusEditorText(() => set(tabbing));
  const blurred = editor.onDidBlurEditorText(() => set(false));
  window.addEventListener('keydown', noteKey, { capture: true });
  window.addEventListener('pointerdown', notePointer, { capture: true });
  return () => {
    keys.dispose();
    focused.dispose();
    blurred.dispose();
    window.removeEventListener('keydown', noteKey, { capture: true });
    window.removeEventListener('pointerdown', notePointer, { capture: true });
  };
}
