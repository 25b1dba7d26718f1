/**
 * Text for a log that a CI system reads: no line begins like a command of its own (`::error`, `##[error]`), whatever
 * names a manifest gives.
 */
export function guardLog(text: string): string {
  return text.replace(/^([ \t]*)::/gm, '$1\\::').replaceAll('##[', '##\\[');
}
