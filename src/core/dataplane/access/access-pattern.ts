import type { AccessPattern } from '../../ir/access.ts';

/**
 * Returns true if a pattern matches a value. `present` needs a character (the Istio documentation, page
 * "Authorization Policy", section "Value matching").
 */
export function matchesPattern({ op, value, ignoreCase }: AccessPattern, actual: string): boolean {
  const [wanted, given] = ignoreCase ? [value.toLowerCase(), actual.toLowerCase()] : [value, actual];
  switch (op) {
    case 'exact':
      return given === wanted;
    case 'prefix':
      return given.startsWith(wanted);
    case 'suffix':
      return given.endsWith(wanted);
    case 'present':
      return given !== '';
    case 'glob':
      return matchesGlob(wanted.split('*'), given);
    case 'path-template':
      return matchesTemplate(wanted, given);
    default:
      return op satisfies never;
  }
}

/** Returns true if a text has the parts in order, with any text between them. */
function matchesGlob(parts: readonly string[], text: string): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}

const SEGMENT = "[-._~!$&'()*+,;=:@%a-zA-Z0-9]";
const WILDCARD = /\{\*\*\}|\{\*\}|\*\*|\*/g;
const templates = new Map<string, RegExp>();

/**
 * Returns true if a template matches a whole path. `{*}` is one segment that is not empty, `{**}` any number
 * of characters of a path.
 */
function matchesTemplate(template: string, path: string): boolean {
  const known = templates.get(template) ?? readTemplate(template);
  templates.set(template, known);
  return known.test(path);
}

function readTemplate(template: string): RegExp {
  let source = '';
  let from = 0;
  for (const found of template.matchAll(WILDCARD)) {
    source += quoted(template.slice(from, found.index));
    source += found[0].includes('**') ? `(?:${SEGMENT}|/)*` : `${SEGMENT}+`;
    from = found.index + found[0].length;
  }
  return new RegExp(`^${source}${quoted(template.slice(from))}$`);
}

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
