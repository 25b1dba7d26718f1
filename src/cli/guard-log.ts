/**
 * Returns a text that is safe for the log of a CI system: no line starts like a command of the CI system
 * (`::error`, `##[error]`), even if a name in a manifest does.
 */
export function guardLog(text: string): string {
  return text.replace(/^([ \t]*)::/gm, '$1\\::').replaceAll('##[', '##\\[');
}
