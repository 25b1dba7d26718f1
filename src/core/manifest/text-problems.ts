import type { Problem } from './problem.ts';

/** Characters that YAML does not allow: control characters and halves of surrogate pairs. */
const FORBIDDEN_SOURCE = [
  '[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u0084\\u0086-\\u009F\\uFFFE\\uFFFF]',
  '[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])',
  '(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]',
].join('|');
const FORBIDDEN = new RegExp(FORBIDDEN_SOURCE, 'g');
const TEMPLATE = /\{\{[^\n]{0,60}/;
const NONE: readonly Problem[] = [];

/**
 * Returns the problems of a text's characters: `invalid-utf8`, `control-character`, `unrendered-template`.
 * `parsed` is true when the parser accepted the text. Template braces are then a problem only in a name.
 */
export function findTextProblems(text: string, value: unknown, parsed: boolean): readonly Problem[] {
  const replaced = text.includes('\uFFFD');
  const braces = text.includes('{{') && (!parsed || namesTemplate(value));
  if (parsed && !replaced && !braces) return NONE;
  const problems: Problem[] = [];
  if (replaced) {
    const start = text.indexOf('\uFFFD');
    problems.push({
      code: 'invalid-utf8',
      args: { count: text.split('\uFFFD').length - 1 },
      place: { path: [], span: { start, end: start + 1 } },
    });
  }
  if (!parsed) {
    const forbidden = text.match(FORBIDDEN);
    if (forbidden !== null) {
      const start = text.search(FORBIDDEN);
      const code = (forbidden[0] as string).charCodeAt(0);
      problems.push({
        code: 'control-character',
        args: { character: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`, count: forbidden.length },
        place: { path: [], span: { start, end: start + 1 } },
      });
    }
  }
  const template = braces ? TEMPLATE.exec(text) : null;
  if (template !== null) {
    const closing = template[0].indexOf('}}');
    const shown = closing === -1 ? template[0].trimEnd() : template[0].slice(0, closing + 2);
    problems.push({
      code: 'unrendered-template',
      args: { template: shown },
      place: { path: [], span: { start: template.index, end: template.index + shown.length } },
    });
  }
  return problems;
}

/** Returns the text with a blank for every forbidden character, at the same length. */
export function replaceForbidden(text: string): string {
  return text.replace(FORBIDDEN, ' ');
}

/** Returns true when a parsed object's kind, name or namespace is a template. */
function namesTemplate(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, metadata } = value as { readonly kind?: unknown; readonly metadata?: unknown };
  const isTemplate = (field: unknown): boolean => typeof field === 'string' && field.includes('{{');
  if (isTemplate(kind)) return true;
  if (typeof metadata !== 'object' || metadata === null) return false;
  const { name, namespace } = metadata as { readonly name?: unknown; readonly namespace?: unknown };
  return isTemplate(name) || isTemplate(namespace);
}
