import { compactList } from '../../../text/compact-list.ts';
import type { Path } from '../../../text/path.ts';
import { durationMilliseconds } from '../../formats.ts';
import { objectSchema } from '../../metadata.ts';
import type {
  HTTPRouteMatch,
  HTTPRouteRule,
  HTTPRouteSpec,
  PathMatch,
  RouteFilter,
  RouteTimeouts,
} from '../../resource.ts';
import { list, record, text, type Validated, word } from '../../schema.ts';
import { type DecodeContext, defineKind } from '../kind.ts';
import { pathFlaw } from './check-path-value.ts';
import {
  checkMatchCount,
  checkRuleNames,
  decodeBackendRefs,
  decodeHeaderMatches,
  decodeMatches,
  decodeParentRefs,
  decodeQueryMatches,
  decodeSession,
  parentNamespaces,
} from './decode-route-parts.ts';
import { filterDecoder } from './filter-decoder.ts';
import {
  backendRefs,
  HOSTNAMES,
  HTTP_FILTERS,
  METHOD_MATCH,
  PARENT_REFS,
  RETRY,
  RULE_NAME,
  SESSION_PERSISTENCE,
  TIMEOUTS,
  USE_DEFAULT_GATEWAYS,
  valueMatches,
} from './route-schema.ts';

const MATCH = record('Conditions that must all hold.', {
  path: record('Condition on the path.', {
    type: word('How the path is compared.', ['Exact', 'PathPrefix', 'RegularExpression'], {
      defaultTo: 'PathPrefix',
    }),
    value: text('The path.', { maxLength: 1024, defaultTo: '/' }),
  }),
  headers: valueMatches('Conditions on headers.', 4096),
  queryParams: valueMatches('Conditions on query parameters.', 1024),
  method: METHOD_MATCH,
});

const RULE = record('Requests that match one of the matches are filtered and sent to the backends.', {
  name: RULE_NAME,
  matches: list('A request has to meet one of these; every request does when left out.', MATCH, {
    maxItems: 64,
    whole: true,
  }),
  filters: HTTP_FILTERS,
  backendRefs: backendRefs(HTTP_FILTERS),
  timeouts: TIMEOUTS,
  retry: RETRY,
  sessionPersistence: SESSION_PERSISTENCE,
});

const SPEC = record('Where the route attaches, and its rules.', {
  parentRefs: PARENT_REFS,
  useDefaultGateways: USE_DEFAULT_GATEWAYS,
  hostnames: HOSTNAMES,
  rules: list('The rules; the most specific match wins, not the first.', RULE, { minItems: 1, maxItems: 16 }),
});

type WrittenRule = Validated<typeof RULE>;
type WrittenMatch = Validated<typeof MATCH>;

const ANY_PATH: PathMatch = { type: 'PathPrefix', value: '/' };
const ANY_REQUEST: readonly HTTPRouteMatch[] = [
  { path: ANY_PATH, method: null, headers: [], queryParams: [] },
];
const NO_FILTERS: readonly RouteFilter[] = [];

function decodeHTTPRoute(spec: Validated<typeof SPEC>, context: DecodeContext): HTTPRouteSpec {
  const rules: HTTPRouteRule[] = [];
  // If rules are absent, the API server adds one rule that matches everything.
  const written: readonly (WrittenRule | undefined)[] = spec.rules ?? [{}];
  let count = 0;
  for (const [index, rule] of written.entries()) {
    if (rule === undefined || rule === null) continue;
    count += rule.matches?.length ?? 1;
    rules.push(decodeRule(rule, index, context));
  }
  checkMatchCount(count, context);
  checkRuleNames(rules, context);
  return {
    parentRefs: decodeParentRefs(spec.parentRefs, context),
    useDefaultGateways: spec.useDefaultGateways ?? null,
    hostnames: (spec.hostnames ?? []).filter((hostname) => typeof hostname === 'string'),
    rules: compactList(rules),
  };
}

function decodeRule(rule: WrittenRule, index: number, context: DecodeContext): HTTPRouteRule {
  const path = ['spec', 'rules', index];
  const { matches, matchIndexes } = decodeMatches(rule.matches, path, ANY_REQUEST, (match, at) => ({
    path: decodePathMatch(match.path, context, at),
    method: match.method ?? null,
    headers: decodeHeaderMatches(match.headers, context, [...at, 'headers']),
    queryParams: decodeQueryMatches(match.queryParams),
  }));
  const shapes = matches.map((match) => ({ pathType: match.path.type }));
  const filters =
    rule.filters === undefined || rule.filters === null
      ? NO_FILTERS
      : filterDecoder()(rule.filters, context, [...path, 'filters'], shapes);
  const backends = decodeBackendRefs(rule.backendRefs, context, path, shapes);
  const redirect = filters.some(({ type }) => type === 'RequestRedirect');
  if (redirect && backends.length > 0) {
    context.report({
      code: 'redirect-with-backends',
      args: {},
      place: { path: [...path, 'backendRefs'], part: 'key' },
    });
  }
  const { retry } = rule;
  return {
    name: rule.name ?? null,
    matches,
    filters,
    backendRefs: backends,
    timeouts: decodeTimeouts(rule.timeouts, context, path),
    retry:
      retry === null || retry === undefined
        ? null
        : {
            codes: (retry.codes ?? []).filter((code) => typeof code === 'number'),
            attempts: retry.attempts ?? null,
            backoff: retry.backoff ?? null,
          },
    sessionPersistence: decodeSession(rule.sessionPersistence, context, path),
    backendsElided: context.elided && (rule.backendRefs ?? null) === null && !redirect,
    index,
    matchIndexes,
  };
}

function decodePathMatch(item: WrittenMatch['path'], context: DecodeContext, matchPath: Path): PathMatch {
  if (item === null || item === undefined) return ANY_PATH;
  const type = item.type ?? 'PathPrefix';
  const value = item.value ?? '/';
  const reason = type === 'RegularExpression' ? null : pathFlaw(value);
  if (reason !== null) {
    const place = { path: [...matchPath, 'path', 'value'] };
    const slash = reason === 'no-leading-slash' && pathFlaw(`/${value}`) === null;
    const edits = [{ place, action: 'replace' as const, text: JSON.stringify(`/${value}`) }];
    const fixes = slash ? [{ name: 'add-leading-slash', edits }] : [];
    context.report({ code: 'path-value-invalid', args: { value, type, reason }, place, fixes });
  }
  return { type, value };
}

/** Returns the timeouts of a rule. Reports `timeouts-out-of-order`. */
function decodeTimeouts(
  item: WrittenRule['timeouts'],
  context: DecodeContext,
  rulePath: Path,
): RouteTimeouts | null {
  if (item === null || item === undefined) return null;
  const request = item.request ?? null;
  const backendRequest = item.backendRequest ?? null;
  if (request !== null && backendRequest !== null) {
    const whole = durationMilliseconds(request) ?? 0;
    const one = durationMilliseconds(backendRequest) ?? 0;
    if (whole !== 0 && one > whole) {
      const place = { path: [...rulePath, 'timeouts', 'backendRequest'] };
      context.report({ code: 'timeouts-out-of-order', args: { request, backendRequest }, place });
    }
  }
  return { request, backendRequest };
}

/**
 * Returns a sketch whose `rules:` have the right shape. In a sketch they may contain the parts of one rule
 * without a dash, and a rule may be empty.
 */
export function mendRules(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { spec } = value;
  if (typeof spec !== 'object' || spec === null) return value;
  const { rules } = spec as { readonly rules?: unknown };
  if (typeof rules !== 'object' || rules === null) return value;
  const mended = Array.isArray(rules) ? rules.map((rule: unknown) => rule ?? {}) : [rules];
  return { ...value, spec: { ...spec, rules: mended } };
}

export const HTTP_ROUTE = defineKind({
  kind: 'HTTPRoute',
  group: 'gateway.networking.k8s.io',
  versions: ['v1', 'v1beta1'],
  namespaced: true,
  schema: objectSchema('Routes HTTP requests of a Gateway or of the mesh.', { spec: SPEC }, ['spec']),
  mendSketch: mendRules,
  decode: (value, context) => decodeHTTPRoute(value.spec ?? {}, context),
  namesNamespaces: ({ spec }) => parentNamespaces(spec),
  changedByEdit: () => [],
});
