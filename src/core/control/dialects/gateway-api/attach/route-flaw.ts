import type { GRPCRouteRule, HTTPRouteRule } from '../../../../resource/resource.ts';
import { type AnyRoute, hasMatches } from '../routes.ts';

/** Why a controller cannot honour a rule, in the words of the Accepted condition. */
export type RuleFlaw = 'UnsupportedValue' | 'IncompatibleFilters';

/** A route judged by itself, whatever it attaches to. */
export interface RouteFlaw {
  /** The reason why the route as a whole is not accepted: none of its rules can be honoured. */
  readonly refusal: RuleFlaw | null;
  /**
   * Some rules can be honoured and some cannot: PartiallyInvalid says so. A rule that cannot keeps its place where it can
   * be read at all, and answers with an error: skipping its filter would let through what it was to stop.
   */
  readonly partial: boolean;
}

const SOUND: RouteFlaw = { refusal: null, partial: false };

/**
 * Judges the rules of a route. Admission refuses most of what is found here; a controller meets it where a newer CRD
 * knows values that it does not, or where validation was evaded. Connections have no matches and no filters.
 */
export function flawOf(route: AnyRoute): RouteFlaw {
  if (!hasMatches(route)) return SOUND;
  const flaws = route.spec.rules.map(flawOfRule);
  const bad = flaws.find((flaw) => flaw !== null);
  if (bad === undefined || bad === null) return SOUND;
  return flaws.includes(null) ? { refusal: null, partial: true } : { refusal: bad, partial: false };
}

function flawOfRule(rule: HTTPRouteRule | GRPCRouteRule): RuleFlaw | null {
  // A match that cannot be read is left out; a rule of which none is left matches nothing.
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
