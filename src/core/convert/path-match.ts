import type { Condition } from '../ir/condition.ts';
import type { Profile } from '../profile/profile.ts';
import type { RouteMatch } from './route-rule.ts';

/** The path of a match, or why it cannot be written. */
export type PathMatch =
  | (Pick<RouteMatch, 'path' | 'startInAnyCase'> & { readonly ok: true })
  | { readonly ok: false; readonly why: 'never' | 'value' };

/** The longest path that an HTTPRoute may have. */
const LONGEST = 1024;

/** The choices of the target that decide how paths are written. */
type TargetRules = Pick<Profile, 'regexAnchor' | 'regexRank'>;

const EVERYTHING = '/';

/** Returns the path of an HTTPRoute for a path condition of an Ingress. Null is every path. */
export function pathMatch(condition: Condition | null, profile: TargetRules): PathMatch {
  if (condition === null) return plain('PathPrefix', EVERYTHING);
  const { value } = condition;
  switch (condition.op) {
    case 'exact':
      return plain('Exact', value);
    case 'path-prefix':
      return plain('PathPrefix', value);
    case 'prefix':
      // A prefix that ends at a slash differs from a prefix of elements only for the path without the slash.
      if (value.endsWith('/')) return plain('PathPrefix', value);
      return expression(`${quoted(value)}.*`, null, profile);
    case 'regex':
      return patternMatch(value, profile);
    case 'host-suffix':
    case 'present':
    case 'subnet':
      return { ok: false, why: 'value' };
    default:
      return condition.op satisfies never;
  }
}

function plain(type: 'Exact' | 'PathPrefix', written: string): PathMatch {
  // The controller compares a path without repeated slashes and dot segments. Such a value takes no request.
  if (/\/\/|\/\.{1,2}(\/|$)/.test(written)) return { ok: false, why: 'never' };
  const encoded = encodePath(written);
  const value = type === 'PathPrefix' && encoded !== '/' ? encoded.replace(/\/$/, '') : encoded;
  if (!encoded.startsWith('/') || value.length > LONGEST) return { ok: false, why: 'value' };
  return { ok: true, path: { type, value }, startInAnyCase: null };
}

/** Returns a path whose characters an HTTPRoute allows. The others are percent-encoded, as a request has them. */
function encodePath(path: string): string {
  return path.replace(/[^-A-Za-z0-9/._~!$&'()*+,;=:@%]+/g, (part) => encodeURIComponent(part));
}

/** The expression of a location: a start in any case, then anything. */
const LOCATION = /^\^\(\?i:([\s\S]*)\)\(\?s:\.\*\)\$$/;

function patternMatch(pattern: string, profile: TargetRules): PathMatch {
  const path = LOCATION.exec(pattern)?.[1];
  // Every path. A prefix comes after all expressions, unless prefixes take precedence over them.
  if (path === EVERYTHING && profile.regexRank !== 'exact-prefix-regex')
    return plain('PathPrefix', EVERYTHING);
  if (path === undefined || pattern.startsWith('^(?:')) {
    const text = pattern.replaceAll('(?s:.*)', '.*').replace(/^\^/, '').replace(/\$$/, '');
    return expression(text, null, profile);
  }
  const literal = /^[^\\^$.|?*+()[\]{}]*$/.test(path) ? path : null;
  const start = literal === null ? null : literal.toLowerCase();
  const flag = /[A-Za-z]/.test(path) ? '(?i)' : '';
  const rest = /(^|[^\\])(\.\*|\(\.\*\))$/.test(path) ? '' : '.*';
  return expression(`${flag}${path}${rest}`, start, profile);
}

function expression(text: string, startInAnyCase: string | null, { regexAnchor }: TargetRules): PathMatch {
  const value = regexAnchor === 'full' ? text : `^${text}$`;
  if (value.length > LONGEST) return { ok: false, why: 'value' };
  return { ok: true, path: { type: 'RegularExpression', value }, startInAnyCase };
}

/** Returns an expression that matches a text as it is. */
export function quoted(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}
