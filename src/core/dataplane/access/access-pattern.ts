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

const SEGMENT = /[-._~!$&'()*+,;=:@%a-zA-Z0-9]/;
const PARTS = /\{\*\*\}|\{\*\}|\*\*|\*|[^*{]|\{/g;

/**
 * Returns true if a template matches a whole path. `{*}` is one segment that is not empty, `{**}` any number
 * of characters of a path. The time is linear in both lengths, also for templates that Istio refuses.
 */
function matchesTemplate(template: string, path: string): boolean {
  const parts = template.match(PARTS) ?? [];
  // The parts that can come next, after a start of the path. A part that repeats stays among them.
  let next = reach(parts, [0]);
  for (const character of path) {
    const isInSegment = SEGMENT.test(character);
    const following: number[] = [];
    for (const at of next) {
      const part = parts[at];
      if (part === undefined) continue;
      if (isAny(part)) {
        if (isInSegment || character === '/') following.push(at);
      } else if (isOne(part)) {
        if (isInSegment) following.push(at, at + 1);
      } else if (part === character) following.push(at + 1);
    }
    next = reach(parts, following);
  }
  return next.has(parts.length);
}

/** Returns the positions with those behind parts that may be empty. */
function reach(parts: readonly string[], from: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const start of from) {
    for (let at = start; !found.has(at); at++) {
      found.add(at);
      const part = parts[at];
      if (part === undefined || !isAny(part)) break;
    }
  }
  return found;
}

function isAny(part: string): boolean {
  return part === '{**}' || part === '**';
}

function isOne(part: string): boolean {
  return part === '{*}' || part === '*';
}
