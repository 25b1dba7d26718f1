import { visible } from '../../core/text/visible.ts';

/** The indent with the dashes, the key, and the rest of a line. */
const LINE = /^([ -]*)([\w./"-]+:)(.*)$/;

function Line({ line }: { readonly line: string }) {
  if (/^\s*#/.test(line)) return <i>{visible(line)}</i>;
  const [, indent, key, rest] = LINE.exec(line) ?? [];
  if (indent === undefined || key === undefined) return visible(line);
  return (
    <>
      {indent}
      <b>{visible(key)}</b>
      {visible(rest ?? '')}
    </>
  );
}

/** YAML that is only read, with marked keys and comments. */
export function YAMLText({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text can be scrolled by keyboard.
    <section className="move-yaml" aria-label={label} tabIndex={0}>
      <pre>
        {text
          .trimEnd()
          .split(/\r\n|\r|\n/)
          .map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity of its own.
            <span key={at}>
              <Line line={line} />
              {'\n'}
            </span>
          ))}
      </pre>
    </section>
  );
}
