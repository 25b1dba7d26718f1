import { useEffect, useRef } from 'react';
import { GhostLayer } from './ghost-layer.ts';
import type { monaco } from './monaco.ts';

type Editor = ReturnType<typeof monaco.editor.create>;

/** Shows the defaults of missing fields as ghost text. Asks again for each analysis. */
export function useGhosts(editor: Editor | null, file: string, on: boolean, analysis: number): void {
  const layer = useRef<GhostLayer | null>(null);
  useEffect(() => {
    const model = editor?.getModel();
    if (!editor || !model || !on) return;
    const created = new GhostLayer(editor, model, file);
    layer.current = created;
    return () => {
      layer.current = null;
      created.dispose();
    };
  }, [editor, file, on]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new layer or analysis is a reason to ask
  useEffect(() => {
    void layer.current?.refresh();
  }, [editor, file, on, analysis]);
}
