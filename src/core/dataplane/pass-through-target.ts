import type { AccessControl, AccessDestination } from '../ir/access.ts';
import type { Backend } from '../ir/backend.ts';
import type { SimRequest } from '../ir/request.ts';

/** A destination with access policies, and the request to it. */
export interface GuardedBy {
  readonly control: AccessControl;
  readonly to: AccessDestination;
  readonly request: SimRequest;
}

/** The destination of a request that no route applies to. */
export interface PassThroughTarget {
  /** Null for a Pod that is dialled by its IP address. */
  readonly service: string | null;
  readonly port: number;
  /** Null if the manifests do not say. */
  readonly endpoints: number | null;
  readonly workloads: readonly string[];
  readonly outside?: Backend['outside'];
  /** The status if it has no endpoints. Absent or null: the connection fails without a status. */
  readonly whenEmpty?: number | null;
  /** The access policies of the destination. Absent if there are none. */
  readonly guard?: GuardedBy;
}
