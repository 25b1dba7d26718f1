import type { RouteEntry } from '../../../../ir/table.ts';
import type { RouteFilter } from '../../../../resource/resource.ts';
import type { AnyRoute } from '../routes.ts';

/** The filters that Istio converts, at a rule and at a backendRef. Others are an error of the whole route. */
const AT_RULES: readonly RouteFilter['type'][] = [
  'RequestHeaderModifier',
  'ResponseHeaderModifier',
  'RequestRedirect',
  'URLRewrite',
  'RequestMirror',
  'CORS',
  // The API server refuses a value that it does not know.
  'invalid',
];
const AT_BACKENDS: readonly RouteFilter['type'][] = [
  'RequestHeaderModifier',
  'ResponseHeaderModifier',
  'invalid',
];

/**
 * Returns true if a route has a filter that Istio does not convert (Istio 12.9). In a GRPCRoute, this includes
 * a mirror without a usable backend.
 */
export function hasUnsupportedFilter(route: AnyRoute, entries: readonly RouteEntry[]): boolean {
  if (route.kind !== 'HTTPRoute' && route.kind !== 'GRPCRoute') return false;
  const hasOther = route.spec.rules.some(
    ({ filters, backendRefs }) =>
      filters.some(({ type }) => !AT_RULES.includes(type)) ||
      backendRefs.some((ref) => ref.filters.some(({ type }) => !AT_BACKENDS.includes(type))),
  );
  return (
    hasOther ||
    (route.kind === 'GRPCRoute' &&
      entries.some(({ action }) =>
        action.filters.some((filter) => filter.kind === 'mirror' && filter.to.kind === 'unresolved'),
      ))
  );
}
