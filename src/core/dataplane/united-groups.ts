import { readResourceId } from '../ids/ids.ts';
import type { RouteTable } from '../ir/table.ts';

/**
 * Returns true when the consumer routes of a namespace and the producer routes of the Service are in one table
 * (R-129, A-02).
 */
export function hasUnitedGroups({ scope: { role, namespace }, routes }: RouteTable): boolean {
  return role === 'consumer' && !routes.every((route) => readResourceId(route).namespace === namespace);
}
