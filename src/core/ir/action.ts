import type { Destination } from './destination.ts';
import type { Filter } from './filter.ts';
import type { Origin } from './origin.ts';
import type { SessionSetting } from './policy.ts';
import type { ServiceKey } from './service.ts';
import type { ErrorView, Status } from './status.ts';

export interface Target {
  readonly weight: number;
  /** `ns/name` as the reference resolves it, also when there is no such Service. */
  readonly service: ServiceKey;
  readonly port: number | null;
  readonly to: Destination;
  readonly filters: readonly Filter[];
  readonly origin: Origin;
}

export interface Timeouts {
  readonly request: string | null;
  readonly backendRequest: string | null;
}

export interface Retry {
  readonly codes: readonly number[];
  readonly attempts: number | null;
  readonly backoff: string | null;
}

/** What a rule does with the requests it wins; shared by the entries of its matches. */
export interface Action {
  readonly filters: readonly Filter[];
  readonly targets: readonly Target[];
  readonly timeouts: Timeouts | null;
  readonly retry: Retry | null;
  readonly session: SessionSetting | null;
  /** The answer where it has no target at all. */
  readonly whenNoTarget: Status;
  /** The answer where all weights are zero. */
  readonly whenZeroWeight: Status;
  /** How clients see errors of its backends. */
  readonly errors: ErrorView;
  /** Fields of the rule that the cluster's CRDs do not keep; absent: none. */
  readonly dropped?: readonly string[];
  readonly origin: Origin;
}
