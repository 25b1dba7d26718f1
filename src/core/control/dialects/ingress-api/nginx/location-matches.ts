import type { Condition } from '../../../../ir/condition.ts';
import type { RankKey } from '../../../../ir/table.ts';
import { compilePattern } from '../../../../match/pattern.ts';
import { pathCondition } from '../ingress-table.ts';
import { allLocations, type Location, type Server } from './servers.ts';

/** What a location of nginx takes, and its place among the locations of its server. */
export interface LocationMatch {
  readonly location: Location;
  readonly conditions: readonly Condition[];
  /** Without the position of the entry in the location. */
  readonly rank: readonly RankKey[];
  /** The whole path is replaced (I-701). Null if it is forwarded as received. */
  readonly rewrite: { readonly pattern: string; readonly value: string } | null;
  /** The path of nginx answers with a redirect to itself with a slash (I-608). */
  readonly addsSlash: boolean;
  /** True if the pattern cannot be read here: whether it takes a request is unknown (I-702). */
  readonly isUnreadable: boolean;
}

/** Returns true if one location makes all locations of the host regular expressions (I-610). */
export function isRegexServer(server: Server): boolean {
  return allLocations(server).some(makesRegex);
}

/** Returns true if a location makes all locations of its host regular expressions. */
export function makesRegex(location: Location): boolean {
  return location.from.settings.usesRegex || rewritesPath(location);
}

/** Returns true if some path of a location is rewritten (I-701). */
export function rewritesPath(location: Location): boolean {
  return nginxPaths(location, []).some((path) => rewrites(location, path));
}

function rewrites({ from }: Location, path: string): boolean {
  const { rewriteTarget } = from.settings;
  return rewriteTarget !== '' && rewriteTarget !== path;
}

/**
 * Returns the paths that nginx gets for a location. A prefix is written with a slash at its end, and without it
 * as an exact path, unless there is an Exact one (I-607, I-610).
 */
function nginxPaths(location: Location, exact: readonly Location[]): readonly string[] {
  const { path, isExact, from } = location;
  if (path === '/' || isExact || rewrites(location, path) || from.settings.usesRegex) return [path];
  const closed = path.endsWith('/') ? path : `${path}/`;
  return exact.some((each) => each.path === path) ? [closed] : [closed, path];
}

/** Returns the prefixes of a plain host that nginx refuses, because two of them are one location (I-609). */
export function clashingLocations(server: Server): readonly Location[] {
  if (isRegexServer(server)) return [];
  const seen = new Set<string>();
  return server.locations.filter((location) => {
    if (location.isExact) return false;
    const [closed = ''] = nginxPaths(location, []);
    const isKnown = seen.has(closed);
    seen.add(closed);
    return isKnown;
  });
}

/** Returns what the locations of a server take, in the order in which nginx tries them. */
export function locationMatches(server: Server): readonly LocationMatch[] {
  return isRegexServer(server) ? regexMatches(server) : plainMatches(server);
}

/** The longest path wins, an exact one first (I-607). */
function plainMatches(server: Server): readonly LocationMatch[] {
  const locations = allLocations(server);
  const exactPaths = new Set(locations.filter(({ isExact }) => isExact).map(({ path }) => path));
  const openPaths = new Set(locations.filter(({ isExact }) => !isExact).map(({ path }) => path));
  const matches = locations.flatMap((location): readonly LocationMatch[] => {
    const { path, isExact } = location;
    const place = placeOfPath(location);
    const isClosed = path.endsWith('/') && path !== '/';
    const own: LocationMatch = {
      location,
      conditions: [
        isExact
          ? pathCondition('exact', path, place)
          : pathCondition(isClosed ? 'prefix' : 'path-prefix', path, place),
      ],
      rank: plainRank(isExact, path),
      rewrite: null,
      addsSlash: false,
      isUnreadable: false,
    };
    const bare = path.slice(0, -1);
    if (!isClosed || exactPaths.has(bare) || openPaths.has(bare)) return [own];
    return [
      own,
      {
        ...own,
        conditions: [pathCondition('exact', bare, place)],
        rank: plainRank(true, bare),
        addsSlash: true,
      },
    ];
  });
  return [...matches].sort((a, b) => {
    const [exactOfA, lengthOfA] = numbersOf(a);
    const [exactOfB, lengthOfB] = numbersOf(b);
    return exactOfB - exactOfA || lengthOfB - lengthOfA;
  });
}

function numbersOf({ rank }: LocationMatch): readonly [number, number] {
  return [Number(rank[0]?.value), Number(rank[1]?.value)];
}

function plainRank(isExact: boolean, path: string): readonly RankKey[] {
  return [
    { by: 'exact-path', prefer: 'greater', value: isExact ? 1 : 0 },
    { by: 'path-length', prefer: 'greater', value: path.length },
  ];
}

/** The first expression that matches wins, in the order of the lengths of their texts (I-611). */
function regexMatches(server: Server): readonly LocationMatch[] {
  const exact = server.locations.filter(({ isExact }) => isExact);
  const sorted = [...allLocations(server)].sort(
    (a, b) =>
      b.path.length - a.path.length || (a.path === b.path ? a.added - b.added : a.path > b.path ? -1 : 1),
  );
  // The location `/` of the host takes every request. Without a backend it answers 404, and no entry follows it.
  const last = sorted.findIndex((each) => each === server.fallback && each.upstream === null);
  const tried = last < 0 ? sorted.filter((each) => !comesAfterRoot(each, server)) : sorted.slice(0, last + 1);
  const matches: LocationMatch[] = [];
  for (const location of tried)
    for (const path of nginxPaths(location, exact)) {
      const pattern = patternOfPath(path);
      const isUnreadable = !compilePattern(pattern, 'full').ok;
      matches.push({
        location,
        conditions: isUnreadable
          ? []
          : [{ ...pathCondition('regex', pattern, placeOfPath(location)), shown: `~* ^${path}` }],
        rank: [{ by: 'regex-order', prefer: 'lesser', value: matches.length }],
        rewrite: rewrites(location, path)
          ? { pattern: rewritePattern(path), value: replacement(location.from.settings.rewriteTarget, path) }
          : null,
        addsSlash: false,
        isUnreadable,
      });
    }
  return matches;
}

/**
 * Returns true for an Exact `/` of unknown hosts after the location `/` of the controller itself, which is added
 * first and answers 404.
 */
function comesAfterRoot({ path }: Location, { fallback, locations }: Server): boolean {
  return path === '/' && fallback === null && locations.every((each) => each.isExact || each.path !== '/');
}

/** Returns the expression of `location ~* "^PATH"` for whole paths. Its end is open (I-610). */
function patternOfPath(path: string): string {
  // Without parentheses around it, only the first alternative starts at the start.
  const [first = '', ...others] = alternatives(path);
  return others.length === 0
    ? `^(?i:${path})(?s:.*)$`
    : `^(?:(?i:${first})|(?s:.*)(?i:${others.join('|')}))(?s:.*)$`;
}

/** Returns the expression of `rewrite "(?i)PATH"` with the text around what matches, for whole paths (I-701). */
function rewritePattern(path: string): string {
  return `^(?s:.*?)(?i:${path})(?s:.*)$`;
}

/** Returns a replacement of nginx in the form `\1` for groups. A group that the expression does not have is empty. */
function replacement(target: string, path: string): string {
  const groups = path.replace(/\\.|\[[^\]]*\]/g, '').match(/\((?!\?)/g)?.length ?? 0;
  return target
    .replace(/\\/g, '\\\\')
    .replace(/\$(\d)/g, (_, group: string) => (Number(group) <= groups ? `\\${group}` : ''));
}

/** Returns the alternatives of an expression, outside of parentheses and classes. */
function alternatives(pattern: string): readonly string[] {
  const found = [''];
  let depth = 0;
  let inClass = false;
  for (let at = 0; at < pattern.length; at++) {
    let piece = pattern[at] as string;
    if (piece === '\\') piece += pattern[++at] ?? '';
    else if (inClass) inClass = piece !== ']';
    else if (piece === '[') inClass = true;
    else if (piece === '(') depth++;
    else if (piece === ')') depth--;
    else if (piece === '|' && depth === 0) {
      found.push('');
      continue;
    }
    found[found.length - 1] += piece;
  }
  return found;
}

function placeOfPath({ origin, rule }: Location): Location['origin'] {
  return rule === 'defaultBackend' ? origin : { ...origin, path: [...origin.path, 'path'] };
}
