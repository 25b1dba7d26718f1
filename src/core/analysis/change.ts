import type { MeshIR, RouteEntry } from '../ir/mesh-ir.ts';
import type { Outcome, SimRequest } from '../ir/trace.ts';
import type { Profile } from '../profile/profile.ts';

/** One of the two worlds. */
export interface World {
  readonly ir: MeshIR;
  readonly profile: Profile;
}

/** A class of requests that get another outcome, with one of them. */
export interface Change {
  /** `ns/name:port` or the listener's id. */
  readonly frontend: string;
  /** Namespace of the clients; `*`: every one that has no consumer routes of its own there. */
  readonly client: string;
  readonly request: SimRequest;
  readonly before: Outcome;
  readonly after: Outcome;
  /** The entries that win such requests, before and after. */
  readonly because: readonly RouteEntry[];
}
