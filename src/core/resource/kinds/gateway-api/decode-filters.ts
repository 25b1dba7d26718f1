import type { Problem } from '../../../manifest/problem.ts';
import { compactList } from '../../../text/compact-list.ts';
import type { Path } from '../../../text/path.ts';
import type {
  CORSFilter,
  ExternalAuthFilter,
  HeaderModifier,
  HTTPHeader,
  PathModifier,
  RouteFilter,
} from '../../resource.ts';
import { present, type Validated, type ValidatedList } from '../../schema.ts';
import type { DecodeContext } from '../kind.ts';
import { decodeObjectRef } from './decode-references.ts';
import {
  FILTER_BODIES,
  type FilterType,
  type HTTP_FILTERS,
  isFilterType,
  UNREADABLE,
  type UnreadableFilter,
} from './route-schema.ts';

/** The part of the matches of a rule that prefix rewriting depends on: the type of each path. */
export interface MatchShape {
  readonly pathType: string;
}

/** A filter of any kind of route, as written, or the replacement of a filter that cannot be read. */
export type WrittenFilter = Validated<typeof HTTP_FILTERS>[number];

/** A filter that can be read. */
type ReadableFilter = Exclude<WrittenFilter, UnreadableFilter>;
type Body<Field extends keyof ReadableFilter> = NonNullable<ReadableFilter[Field]>;
type PathBody = NonNullable<Body<'urlRewrite'>['path']>;

/** these filters may appear at most once in a list. */
const SINGLE: ReadonlySet<string> = new Set([
  'RequestHeaderModifier',
  'ResponseHeaderModifier',
  'RequestRedirect',
  'URLRewrite',
  'CORS',
]);

const BODY_NAMES = Object.values(FILTER_BODIES);

/**
 * Returns a list of filters. Reports `filter-repeated` (the first
 * counts), `filters-incompatible`, `filter-body-missing`, `filter-body-unexpected`, `path-modifier-mismatch`,
 * `prefix-rewrite-needs-one-prefix-match`, `mirror-percent-and-fraction`, `mirror-fraction-too-large`,
 * `header-modified-twice`, `cors-wildcard-not-alone`, `external-auth-mismatch`.
 */
export function decodeFilters(
  items: ValidatedList<WrittenFilter>,
  context: DecodeContext,
  path: Path,
  matches: readonly MatchShape[],
): readonly RouteFilter[] {
  const filters: RouteFilter[] = [];
  const firsts = new Map<string, number>();
  for (const [index, item] of (items ?? []).entries()) {
    if (item === undefined || item === null) continue;
    const at = [...path, index];
    const first = firsts.get(item.type);
    if (first !== undefined && SINGLE.has(item.type)) {
      const related = [{ note: 'filter-first', place: { path: [...path, first] } }];
      context.report({ code: 'filter-repeated', args: { type: item.type }, place: { path: at }, related });
      continue;
    }
    firsts.set(item.type, index);
    filters.push(decodeFilter(item, context, at, matches));
  }
  const redirect = firsts.get('RequestRedirect');
  const rewrite = firsts.get('URLRewrite');
  if (redirect !== undefined && rewrite !== undefined) {
    context.report({
      code: 'filters-incompatible',
      args: { first: 'RequestRedirect', second: 'URLRewrite' },
      place: { path: [...path, Math.max(redirect, rewrite)] },
      related: [{ note: 'filter-first', place: { path: [...path, Math.min(redirect, rewrite)] } }],
    });
  }
  return compactList(filters);
}

function decodeFilter(
  item: WrittenFilter,
  context: DecodeContext,
  path: Path,
  matches: readonly MatchShape[],
): RouteFilter {
  const { type } = item;
  // The replacement of a filter has no body and no type of its kind of route. It was not validated.
  if (UNREADABLE in item || !isFilterType(type)) {
    return { type: 'invalid', writtenType: type, cause: 'value' };
  }
  const invalid: RouteFilter = { type: 'invalid', writtenType: type, cause: 'body' };
  const body = FILTER_BODIES[type];
  for (const name of BODY_NAMES) {
    if (name === body || (item[name] ?? null) === null) continue;
    const place = { path: [...path, name], part: 'key' as const };
    const fixes = [
      {
        name: 'remove-field',
        args: { field: name },
        edits: [{ place, action: 'remove' as const, text: '' }],
      },
    ];
    context.report({ code: 'filter-body-unexpected', args: { type, body: name }, place, fixes });
  }
  if ((item[body] ?? null) === null) {
    context.report({ code: 'filter-body-missing', args: { type, body }, place: { path } });
    return invalid;
  }
  return decodeBody(type, item, context, [...path, body], matches) ?? invalid;
}

/** Returns the filter of a type that has its body. Returns null if the body is inconsistent. */
function decodeBody(
  type: FilterType,
  item: ReadableFilter,
  context: DecodeContext,
  path: Path,
  matches: readonly MatchShape[],
): RouteFilter | null {
  switch (type) {
    case 'RequestHeaderModifier':
      return { type, modifier: decodeModifier(item.requestHeaderModifier ?? {}, context, path) };
    case 'ResponseHeaderModifier':
      return { type, modifier: decodeModifier(item.responseHeaderModifier ?? {}, context, path) };
    case 'RequestRedirect': {
      const redirect = item.requestRedirect ?? {};
      const modifier = decodePath(redirect.path, type, context, path, matches);
      if (modifier === undefined) return null;
      return {
        type,
        scheme: redirect.scheme ?? null,
        hostname: redirect.hostname ?? null,
        path: modifier,
        port: redirect.port ?? null,
        statusCode: redirect.statusCode ?? 302,
      };
    }
    case 'URLRewrite': {
      const modifier = decodePath(item.urlRewrite?.path, type, context, path, matches);
      return modifier === undefined
        ? null
        : { type, hostname: item.urlRewrite?.hostname ?? null, path: modifier };
    }
    case 'RequestMirror':
      return item.requestMirror ? decodeMirror(item.requestMirror, context, path) : null;
    case 'CORS':
      return { type, raw: item.cors, cors: decodeCors(item.cors ?? {}, context, path) };
    case 'ExternalAuth':
      return item.externalAuth
        ? { type, raw: item.externalAuth, auth: decodeAuth(item.externalAuth, context, path) }
        : null;
    case 'ExtensionRef':
      return item.extensionRef ? { type, ...item.extensionRef } : null;
    default:
      return type satisfies never;
  }
}

/**
 * Returns a header modifier with one action for each header. Of several in one list, the first
 * counts.
 */
function decodeModifier(
  item: Body<'requestHeaderModifier'>,
  context: DecodeContext,
  path: Path,
): HeaderModifier {
  const seen = new Map<string, Path>();
  const isFirst = (name: string, at: Path): boolean => {
    const first = seen.get(name.toLowerCase());
    if (first === undefined) {
      seen.set(name.toLowerCase(), at);
      return true;
    }
    const related = [{ note: 'header-action-first', place: { path: first } }];
    const isRepeated = first.at(-2) === at.at(-2);
    // A repeated name in one list is reported as `list-entry-duplicate`, unless only the case differs.
    context.report({ code: 'header-modified-twice', args: { name }, place: { path: at }, related });
    return !isRepeated;
  };
  const headers = (field: 'set' | 'add'): readonly HTTPHeader[] =>
    (item[field] ?? []).flatMap((header, index) =>
      header === undefined || header === null || !isFirst(header.name, [...path, field, index])
        ? []
        : [{ name: header.name, value: header.value }],
    );
  return {
    set: headers('set'),
    add: headers('add'),
    remove: (item.remove ?? []).flatMap((name, index) =>
      name === undefined || name === null || !isFirst(name, [...path, 'remove', index]) ? [] : [name],
    ),
  };
}

/** Returns a path modifier. Returns null if there is none, undefined if it is inconsistent. */
function decodePath(
  item: PathBody | null | undefined,
  filter: string,
  context: DecodeContext,
  bodyPath: Path,
  matches: readonly MatchShape[],
): PathModifier | null | undefined {
  if (item === null || item === undefined) return null;
  const path = [...bodyPath, 'path'];
  const full = item.replaceFullPath ?? null;
  const prefix = item.replacePrefixMatch ?? null;
  const [value, other, needed] =
    item.type === 'ReplaceFullPath'
      ? [full, prefix, 'replaceFullPath']
      : [prefix, full, 'replacePrefixMatch'];
  if (value === null || other !== null) {
    context.report({
      code: 'path-modifier-mismatch',
      args: { type: item.type, field: needed },
      place: { path },
    });
    if (value === null) return undefined;
  }
  if (item.type === 'ReplacePrefixMatch' && (matches.length !== 1 || matches[0]?.pathType !== 'PathPrefix')) {
    context.report({
      code: 'prefix-rewrite-needs-one-prefix-match',
      args: { filter, count: matches.length },
      place: { path },
    });
  }
  return { type: item.type, value };
}

function decodeMirror(item: Body<'requestMirror'>, context: DecodeContext, path: Path): RouteFilter {
  const percent = item.percent ?? null;
  const fraction = item.fraction ?? null;
  if (percent !== null && fraction !== null) {
    context.report({ code: 'mirror-percent-and-fraction', args: {}, place: { path } });
  }
  const denominator = fraction?.denominator ?? 100;
  if (fraction !== null && fraction.numerator > denominator) {
    const args = { numerator: fraction.numerator, denominator };
    context.report({ code: 'mirror-fraction-too-large', args, place: { path: [...path, 'fraction'] } });
  }
  return {
    type: 'RequestMirror',
    backendRef: decodeObjectRef(item.backendRef, context, [...path, 'backendRef']),
    fraction:
      fraction !== null
        ? { numerator: Math.min(fraction.numerator, denominator), denominator }
        : percent !== null
          ? { numerator: percent, denominator: 100 }
          : { numerator: 1, denominator: 1 },
  };
}

function decodeCors(item: Body<'cors'>, context: DecodeContext, path: Path): CORSFilter {
  for (const field of ['allowOrigins', 'allowMethods', 'allowHeaders'] as const) {
    const values = item[field] ?? [];
    if (values.length < 2 || !values.includes('*')) continue;
    const problem: Problem = {
      code: 'cors-wildcard-not-alone',
      args: { field },
      place: { path: [...path, field, values.indexOf('*')] },
    };
    context.report(problem);
  }
  return {
    allowOrigins: present(item.allowOrigins),
    allowCredentials: item.allowCredentials ?? false,
    allowMethods: present(item.allowMethods),
    allowHeaders: present(item.allowHeaders),
    exposeHeaders: present(item.exposeHeaders),
    maxAge: item.maxAge ?? 5,
  };
}

/** Returns an ExternalAuth filter. Reports `external-auth-mismatch`. */
function decodeAuth(item: Body<'externalAuth'>, context: DecodeContext, path: Path): ExternalAuthFilter {
  const { protocol } = item;
  const own = protocol.toLowerCase();
  for (const field of ['grpc', 'http'] as const) {
    const isWritten = (item[field] ?? null) !== null;
    if (isWritten === (field === own)) continue;
    context.report({
      code: 'external-auth-mismatch',
      args: { protocol, field },
      place: isWritten ? { path: [...path, field], part: 'key' } : { path },
    });
  }
  return { protocol, backendRef: decodeObjectRef(item.backendRef, context, [...path, 'backendRef']) };
}
