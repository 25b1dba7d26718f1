import type { Access, AccessControl } from '../ir/access.ts';
import type { Backend } from '../ir/backend.ts';
import type { MeshIR } from '../ir/mesh-ir.ts';
import type { BackendShare, ForwardedRequest, Outcome } from '../ir/outcome.ts';
import type { SimRequest } from '../ir/request.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import { EngineMissing } from '../text/engine-missing.ts';
import type { Delivery } from './delivery.ts';
import type { Leg } from './leg.ts';
import type { GuardedBy, PassThroughTarget } from './pass-through-target.ts';
import type { Walk } from './walk.ts';

/** Applies access policies to requests. See access/access-stage.ts. */
export interface AccessStage {
  /** Returns the delivery of a request that passes through, after the policies of its destination. */
  passThrough(
    delivery: Delivery,
    target: PassThroughTarget,
    forwarded: ForwardedRequest,
    question: GuardedBy,
  ): Delivery;
  /** Returns the share of a backend after its policies. Adds notes. */
  leg(leg: Leg, backend: Backend, request: SimRequest, control: AccessControl, notes: TraceNote[]): Leg;
  /** Returns what the policies of all shares say. Backends keep it if they differ. */
  shares(backends: readonly BackendShare[]): {
    readonly backends: readonly BackendShare[];
    readonly access?: Access;
  };
  /** Returns the outcome of a request that no proxy of the client intercepts. */
  bypass(
    request: SimRequest,
    ir: MeshIR,
  ): { readonly outcome: Outcome; readonly notes: readonly TraceNote[] };
  /** Returns a note for each policy that may refuse a request at the Gateway that it enters through. */
  atGateway(request: SimRequest, control: AccessControl): readonly TraceNote[];
  /** Returns true if the connection goes to the address that the client dialled. */
  isDirect(walked: Extract<Walk, { end: 'no-table' }>, ir: MeshIR): boolean;
}

let provided: AccessStage | null = null;

/** Provides the access stage. See core/engines.ts. */
export function provideAccessStage(stage: AccessStage): void {
  provided = stage;
}

/** Returns the access stage. Throws EngineMissing if it is not provided yet. */
export function accessStage(): AccessStage {
  if (provided === null) throw new EngineMissing('access policies');
  return provided;
}

/** The causes of a share that a policy refuses, and of one whose server closes the connection. */
export const DENIED = {
  request: 'access-denied',
  connection: 'mutual-tls-required',
} as const;

/** Returns true if a policy or a server refuses the requests of a share. */
export function isDenied({ cause }: Pick<BackendShare, 'cause'>): boolean {
  return cause === DENIED.request || cause === DENIED.connection;
}
