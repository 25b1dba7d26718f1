import type { Destination } from './destination.ts';
import type { Filter } from './filter.ts';
import type { Origin } from './origin.ts';
import type { SessionSetting } from './policy.ts';
import type { ServiceKey } from './service.ts';
import type { ErrorView, Status } from './status.ts';

/** A backendRef of a rule with its weight and filters, resolved. */
export interface Target {
  readonly weight: number;
  /** `ns/name` to which the reference resolves, even if the Service does not exist. */
  readonly service: ServiceKey;
  readonly port: number | null;
  readonly to: Destination;
  readonly filters: readonly Filter[];
  readonly origin: Origin;
}

/** The timeouts of a rule, as GEP-2257 durations. Null if not set. */
export interface Timeouts {
  readonly request: string | null;
  readonly backendRequest: string | null;
}

/** The retries of a rule. `backoff` is a GEP-2257 duration. Null if not set. */
export interface Retry {
  readonly codes: readonly number[];
  readonly attempts: number | null;
  readonly backoff: string | null;
}

/** What a rule does with the requests that it wins. The entries of all matches of the rule share it. */
export interface Action {
  readonly filters: readonly Filter[];
  readonly targets: readonly Target[];
  readonly timeouts: Timeouts | null;
  readonly retry: Retry | null;
  readonly session: SessionSetting | null;
  /** The answer if the rule has no target. */
  readonly whenNoTarget: Status;
  /** The answer if all weights are zero. */
  readonly whenZeroWeight: Status;
  /** How clients see the errors of its backends. */
  readonly errors: ErrorView;
  /** The fields of the rule that the CRDs of the cluster do not store. Absent if there are none. */
  readonly dropped?: readonly string[];
  readonly origin: Origin;
}
