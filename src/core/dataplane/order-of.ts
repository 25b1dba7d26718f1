import type { RouteEntry } from '../ir/table.ts';

/** Returns the rule about the order of the entries of a kind. */
export function orderOf({ takes }: RouteEntry): string {
  return takes === 'grpc' ? 'R-241' : 'R-220';
}
