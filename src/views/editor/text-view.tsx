import type { EditorViewProps } from './editor-view-props.ts';

/** A light stand-in for the editor: a text area with line numbers, no Monaco. */
export function TextView({ files, active, onChange, readOnly = false }: EditorViewProps) {
  const text = files.find((file) => file.name === active)?.text ?? '';
  return (
    <textarea
      aria-label={active}
      value={text}
      readOnly={readOnly}
      spellCheck={false}
      onChange={(event) => onChange(active, event.target.value)}
    />
  );
}
