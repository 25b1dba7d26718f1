import { compactList } from '../../../text/compact-list.ts';
import type { Path } from '../../../text/path.ts';
import { objectSchema } from '../../metadata.ts';
import type { GRPCMethodMatch, GRPCRouteMatch, GRPCRouteRule, GRPCRouteSpec } from '../../resource.ts';
import { list, record, text, type Validated, word } from '../../schema.ts';
import { type DecodeContext, defineKind } from '../kind.ts';
import { decodeFilters, type MatchShape } from './decode-filters.ts';
import {
  checkMatchCount,
  checkRuleNames,
  decodeBackendRefs,
  decodeHeaderMatches,
  decodeMatches,
  decodeParentRefs,
  decodeSession,
  parentNamespaces,
} from './decode-route-parts.ts';
import { mendRules } from './http-route.ts';
import {
  backendRefs,
  GRPC_FILTERS,
  HOSTNAMES,
  PARENT_REFS,
  RULE_NAME,
  SESSION_PERSISTENCE,
  USE_DEFAULT_GATEWAYS,
  valueMatches,
} from './route-schema.ts';

const MATCH = record('Conditions that must all hold.', {
  method: record('Condition on service and method; one of them at least.', {
    type: word('How the names are compared.', ['Exact', 'RegularExpression'], { defaultTo: 'Exact' }),
    service: text('The service with its package, for example `shop.v1.Cart`.', { maxLength: 1024 }),
    method: text('The method.', { maxLength: 1024 }),
  }),
  headers: valueMatches('Conditions on metadata.', 4096),
});

const RULE = record('Requests that match one of the matches are filtered and sent to the backends.', {
  name: RULE_NAME,
  matches: list('A request has to meet one of these; every request does when left out.', MATCH, {
    maxItems: 64,
    whole: true,
  }),
  filters: GRPC_FILTERS,
  backendRefs: backendRefs(GRPC_FILTERS),
  sessionPersistence: SESSION_PERSISTENCE,
});

const SPEC = record('Where the route attaches, and its rules.', {
  parentRefs: PARENT_REFS,
  useDefaultGateways: USE_DEFAULT_GATEWAYS,
  hostnames: HOSTNAMES,
  rules: list('The rules; a route without rules matches nothing.', RULE, { maxItems: 16 }),
});

type WrittenRule = Validated<typeof RULE>;
type WrittenMatch = Validated<typeof MATCH>;

const ANY_REQUEST: readonly GRPCRouteMatch[] = [{ method: null, headers: [] }];
/** gRPC has no path conditions that filters could depend on. */
const NO_PATHS: readonly MatchShape[] = [];

function decodeGRPCRoute(spec: Validated<typeof SPEC>, context: DecodeContext): GRPCRouteSpec {
  const rules: GRPCRouteRule[] = [];
  let count = 0;
  // rules have no default. In a sketch, missing rules mean "some rule".
  const written: readonly (WrittenRule | undefined)[] = spec.rules ?? (context.sketch ? [{}] : []);
  for (const [index, rule] of written.entries()) {
    if (rule === undefined || rule === null) continue;
    count += rule.matches?.length ?? 1;
    const path = ['spec', 'rules', index];
    rules.push({
      name: rule.name ?? null,
      ...decodeMatches(rule.matches, path, ANY_REQUEST, (match, at) => ({
        method: decodeMethod(match.method, context, [...at, 'method']),
        headers: decodeHeaderMatches(match.headers, context, [...at, 'headers']),
      })),
      filters: decodeFilters(rule.filters, context, [...path, 'filters'], NO_PATHS),
      backendRefs: decodeBackendRefs(rule.backendRefs, context, path, NO_PATHS),
      sessionPersistence: decodeSession(rule.sessionPersistence, context, path),
      backendsElided: context.elided && (rule.backendRefs ?? null) === null,
      index,
    });
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

const SERVICE = /^\.?[a-zA-Z_][a-zA-Z0-9_]*(?:\.[a-zA-Z_][a-zA-Z0-9_]*)*$/;
const METHOD = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Returns the method of a match. Reports `grpc-method-empty` and `grpc-method-invalid`. */
function decodeMethod(
  item: WrittenMatch['method'],
  context: DecodeContext,
  path: Path,
): GRPCMethodMatch | null {
  if (item === null || item === undefined) return null;
  const type = item.type ?? 'Exact';
  const service = item.service ?? '';
  const method = item.method ?? '';
  if (service === '' && method === '')
    context.report({ code: 'grpc-method-empty', args: {}, place: { path } });
  if (type === 'Exact') {
    const check = (field: 'service' | 'method', value: string, shape: RegExp): void => {
      if (value === '' || shape.test(value)) return;
      context.report({
        code: 'grpc-method-invalid',
        args: { field, value },
        place: { path: [...path, field] },
      });
    };
    check('service', service, SERVICE);
    check('method', method, METHOD);
  }
  return { type, service, method };
}

export const GRPC_ROUTE = defineKind({
  kind: 'GRPCRoute',
  group: 'gateway.networking.k8s.io',
  versions: ['v1'],
  namespaced: true,
  schema: objectSchema('Routes gRPC requests of a Gateway or of the mesh.', { spec: SPEC }, ['spec']),
  mendSketch: mendRules,
  decode: (value, context) => decodeGRPCRoute(value.spec ?? {}, context),
  namesNamespaces: ({ spec }) => parentNamespaces(spec),
  changedByEdit: () => [],
});
