import type { Access, AccessControl, AccessDestination } from '../ir/access.ts';
import type { MeshIR } from '../ir/mesh-ir.ts';
import type { ForwardedRequest } from '../ir/outcome.ts';
import type { SimRequest } from '../ir/request.ts';
import type { Status } from '../ir/status.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import { EngineMissing } from '../text/engine-missing.ts';

/** A request that arrives at a destination, after filters. */
export interface AccessQuestion {
  readonly to: AccessDestination;
  readonly request: SimRequest;
  readonly forwarded: ForwardedRequest;
}

/** What the servers behind a destination say about a request. */
export interface JudgedAccess {
  readonly access: Access;
  /** Null if they do not refuse it. */
  readonly refusal: 'connection' | 'request' | null;
  /** The status of the refusal. Null if they do not refuse it. */
  readonly status: Status | null;
  readonly notes: readonly TraceNote[];
}

/** Judges requests by access policies. See access/judge-access.ts. */
export interface AccessJudge {
  judge(control: AccessControl, question: AccessQuestion): JudgedAccess | null;
  /** Returns the policies that may refuse a request at the Gateway that it enters through. */
  atGateway(
    control: AccessControl,
    question: Pick<AccessQuestion, 'request' | 'forwarded'>,
  ): readonly string[];
}

let provided: AccessJudge | null = null;

/** Provides the judge. See core/engines.ts. */
export function provideAccessJudge(judge: AccessJudge): void {
  provided = judge;
}

function judge(): AccessJudge {
  if (provided === null) throw new EngineMissing('access policies');
  return provided;
}

/**
 * Returns what the servers behind a destination say about a request. Null without access policies. Throws
 * EngineMissing if the judge is needed and not provided yet.
 */
export function judgedAccess({ access }: MeshIR, question: () => AccessQuestion): JudgedAccess | null {
  return access === null ? null : judge().judge(access, question());
}

/** Returns the policies that may refuse a request at the Gateway that it enters through. */
export function refusersAtGateway(
  { access }: MeshIR,
  question: () => Pick<AccessQuestion, 'request' | 'forwarded'>,
): readonly string[] {
  return access === null ? [] : judge().atGateway(access, question());
}

export const DENIED = {
  connection: 'mutual-tls-required',
  request: 'access-denied',
} as const;
