import type { EditorViewProps } from './editor-view-props.ts';
import { TextView } from './text-view.tsx';

/** The YAML editor. */
export function EditorView(props: EditorViewProps) {
  return <TextView {...props} />;
}
