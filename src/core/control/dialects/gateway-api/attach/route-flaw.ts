import type { GRPCRouteRule, HTTPRouteRule } from '../../../../resource/resource.ts';
import { type AnyRoute, hasMatches } from '../routes.ts';

/**
 * The reason why a controller cannot accept a rule, as a reason of the Accepted condition (R-215, R-303,
 *
 */
export type RuleFlaw = 'UnsupportedValue' | 'IncompatibleFilters';

/** The problems of a route that do not depend on its parents. */
export interface RouteFlaw {
  /** The reason why the whole route is not accepted: none of its rules is valid. Null if a rule is valid. */
  readonly refusal: RuleFlaw | null;
  /**
   * True if some rules are valid and some are not, which PartiallyInvalid reports. An invalid rule that can
   * be read keeps its place and answers with an error. Skipping its filter would let through the requests
   * that it must stop.
   */
  readonly partial: boolean;
}

const SOUND: RouteFlaw = { refusal: null, partial: false };

/**
 * Returns the problems of the rules of a route. Admission refuses most of them. A controller sees them if a
 * newer CRD has values that it does not know, or if validation was bypassed. Connections have no matches and
 * no filters.
 */
export function flawOf(route: AnyRoute): RouteFlaw {
  if (!hasMatches(route)) return SOUND;
  const flaws = route.spec.rules.map(flawOfRule);
  const bad = flaws.find((flaw) => flaw !== null);
  if (bad === undefined || bad === null) return SOUND;
  return flaws.includes(null) ? { refusal: null, partial: true } : { refusal: bad, partial: false };
}

function flawOfRule(rule: HTTPRouteRule | GRPCRouteRule): RuleFlaw | null {
  // A match that cannot be read is left out. A rule without remaining matches matches nothing.
  if (rule.matches.length === 0) return 'UnsupportedValue';
  for (const filters of [rule.filters, ...rule.backendRefs.map((ref) => ref.filters)]) {
    if (filters.some((filter) => filter.type === 'invalid' && filter.cause === 'value')) {
      return 'UnsupportedValue';
    }
    const types = filters.map((filter) => filter.type);
    if (types.includes('RequestRedirect') && types.includes('URLRewrite')) return 'IncompatibleFilters';
  }
  return null;
}
