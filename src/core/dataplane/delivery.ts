import type { Access } from '../ir/access.ts';
import type {
  Attempt,
  BackendShare,
  ForwardedRequest,
  OutcomeKind,
  Redirect,
  ResponseChanges,
} from '../ir/outcome.ts';
import type { TraceNote } from '../ir/trace-note.ts';

/** The result of a request that a rule won, or that no route applies to. */
export interface Delivery {
  readonly kind: OutcomeKind;
  readonly status: number | null;
  readonly backends: readonly BackendShare[];
  readonly forwarded: ForwardedRequest | null;
  readonly response: ResponseChanges;
  readonly redirect: Redirect | null;
  readonly mirrors: readonly { readonly service: string; readonly share: number }[];
  readonly attempts: readonly Attempt[];
  readonly cause: string | null;
  readonly access?: Access;
  readonly notes: readonly TraceNote[];
}
