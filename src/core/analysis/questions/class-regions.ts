import type { Protocol } from '../../ir/protocol.ts';
import type { RouteEntry } from '../../ir/table.ts';
import type { SeenEntry } from '../sets/entries-by-request-kind.ts';
import type { RequestSpace } from '../sets/request-space.ts';

/** The entries of one space of requests before and after. */
export interface ComparedTables {
  readonly before: readonly SeenEntry[];
  readonly after: readonly SeenEntry[];
  readonly space: RequestSpace;
  /** The protocols of the requests in the space. HTTP requests represent gRPC if no entry asks for gRPC. */
  readonly protocols: readonly Protocol[];
  /**
   * True if the winners before and after determine the class of each request, and all pairs of winners are
   * known. The comparison sets it to false when it finds a pair for which this does not hold.
   */
  decided: boolean;
}

/** The entries that win a request before and after. Null means that no entry wins. */
export type Winners = readonly [before: RouteEntry | null, after: RouteEntry | null];

/** The requests of a class in one space: those that one of some pairs of entries wins. */
export interface ClassRegions {
  readonly tables: ComparedTables;
  /** Some of the pairs may win no request. */
  readonly pairs: readonly Winners[];
}
