/**
 * Returns files as one text with YAML documents: each file after a comment with its name, separated by `---`.
 * The texts and their line endings remain. The last line of a file gets a line ending if it has none.
 */
export function joinFiles(files: readonly { readonly name: string; readonly text: string }[]): string {
  return files
    .map(({ name, text }, at) => {
      const end = text.includes('\r\n') ? '\r\n' : '\n';
      // A line break in a name would end the comment.
      const head = `# file: ${name.replace(/[\r\n\u0085\u2028\u2029]+/g, ' ')}${end}`;
      // A byte order mark is only allowed at the start of a stream.
      const body = text.replace(/^\ufeff/, '');
      const closed = body === '' || /[\r\n]$/.test(body) ? body : body + end;
      return `${at === 0 ? '' : separator(body) + end}${head}${closed}`;
    })
    .join('');
}

/** Returns the line before a file. A directive such as `%YAML` needs the end of the document before it. */
function separator(text: string): string {
  return text.startsWith('%') ? '...' : '---';
}
