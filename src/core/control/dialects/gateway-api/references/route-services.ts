import type { Profile } from '../../../../profile/profile.ts';
import type { ServiceFacets } from '../../../service-facets.ts';
import type { AnyRoute } from '../routes.ts';
import { groupIn } from './reference-group.ts';

/** The Services of the bundle, and the groups in references of routes. */
export interface RouteServices extends ServiceFacets {
  /** Returns the group that a reference of a route means. */
  groupOf(group: string, route: AnyRoute): string;
}

/** Returns the Services as routes name them under a profile. */
export function routeServices(services: ServiceFacets, profile: Profile): RouteServices {
  return {
    find: (key) => services.find(key),
    all: () => services.all(),
    groupOf: (group, route) => groupIn(group, route.sketch, profile),
  };
}
