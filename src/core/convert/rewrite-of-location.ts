import type { PathChange } from '../ir/filter.ts';
import type { RouteMatch } from './route-rule.ts';

/** A rewrite as a filter writes it, and the match that it needs. Null if no filter can express it. */
export interface WrittenRewrite {
  /** Null if the path stays as it is. */
  readonly path: Readonly<Record<string, string>> | null;
  /** Present if the match must be this prefix, whose start is replaced. */
  readonly prefix: string | null;
}

/** A path without groups and operators. */
const LITERAL = String.raw`(?:[^\\^$.|?*+()[\]{}]|\\.)*?`;

/** Paths with one group for the rest: `/p(/|$)(.*)`, `/p/(.*)`, `/p/?(.*)`, `/p(.*)`. */
const FORMS: readonly { readonly pattern: RegExp; readonly group: number; readonly restHasSlash: boolean }[] =
  [
    { pattern: new RegExp(String.raw`^(${LITERAL})\(\/\|\$\)\(\.\*\)\$?$`), group: 2, restHasSlash: false },
    { pattern: new RegExp(String.raw`^(${LITERAL})\/\??\(\.\*\)\$?$`), group: 1, restHasSlash: false },
    { pattern: new RegExp(String.raw`^(${LITERAL})\(\/\.\*\)\??\$?$`), group: 1, restHasSlash: true },
    { pattern: new RegExp(String.raw`^(${LITERAL})\(\.\*\)\$?$`), group: 1, restHasSlash: true },
  ];

/** The expression of a rewrite of ingress-nginx, around the path as written. */
const WRITTEN = /^\^\(\?s:\.\*\?\)\(\?i:([\s\S]*)\)\(\?s:\.\*\)\$$/;

/** Returns how a filter writes a rewrite of the path (I-701). Returns null if it cannot. */
export function writtenRewrite(change: PathChange, match: RouteMatch): WrittenRewrite | null {
  switch (change.kind) {
    case 'full':
      return { path: fullPath(change.value), prefix: null };
    case 'prefix':
      return { path: prefixPath(change.value), prefix: change.match };
    case 'text-prefix':
      return null;
    case 'regex':
      return rewriteByGroups(change, match);
    default:
      return change satisfies never;
  }
}

function fullPath(value: string): Readonly<Record<string, string>> {
  return { type: 'ReplaceFullPath', replaceFullPath: value };
}

function prefixPath(value: string): Readonly<Record<string, string>> {
  return { type: 'ReplacePrefixMatch', replacePrefixMatch: value };
}

function rewriteByGroups(
  { pattern, value }: Extract<PathChange, { kind: 'regex' }>,
  match: RouteMatch,
): WrittenRewrite | null {
  const target = value.replace(/\\\\/g, '\\');
  if (!/\\\d/.test(value)) return { path: fullPath(absolute(target)), prefix: null };
  const path = WRITTEN.exec(pattern)?.[1];
  if (
    path === undefined ||
    match.headers.some(({ type }) => type !== 'Exact' && type !== 'RegularExpression')
  )
    return null;
  for (const form of FORMS) {
    const literal = form.pattern.exec(path)?.[1];
    if (literal === undefined) continue;
    const rest = `\\${form.group}`;
    if (!value.endsWith(rest) || value.indexOf('\\') !== value.length - rest.length) continue;
    const prefix = literal.replace(/\\(.)/g, '$1').replace(/\/$/, '');
    const start = value.slice(0, -rest.length);
    // The rest starts at the slash after the prefix, or after that slash.
    if (form.restHasSlash ? start.endsWith('/') : !start.endsWith('/')) continue;
    const replacement = start.replace(/\/$/, '');
    if (replacement === prefix) return { path: null, prefix: prefix === '' ? '/' : prefix };
    return { path: prefixPath(absolute(replacement)), prefix: prefix === '' ? '/' : prefix };
  }
  return null;
}

function absolute(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}
