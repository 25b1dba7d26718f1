import type { Backend } from '../ir/backend.ts';
import type { BackendShare, ForwardedRequest } from '../ir/outcome.ts';
import type { SimRequest } from '../ir/request.ts';
import { statusSeen } from '../ir/status.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import { DENIED, type JudgedAccess } from './access-judge.ts';
import { attemptsPlayer } from './attempts-player.ts';
import type { Delivery } from './delivery.ts';
import { noteOnEndpoints } from './endpoints-under.ts';
import { enter, forwardedOf, responseOf } from './filters.ts';

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
  /** Returns what access policies say about the request. Absent for a destination outside the cluster. */
  readonly judge?: (forwarded: ForwardedRequest) => JudgedAccess | null;
}

/**
 * Returns the delivery of a request that no route applies to. It goes to its original destination, as without
 * a mesh.
 */
export function passThrough(request: SimRequest, target: PassThroughTarget): Delivery {
  const passage = enter(request, false);
  const empty = target.endpoints === 0;
  const forwarded = forwardedOf(passage, request);
  const judged = empty ? null : (target.judge?.(forwarded) ?? null);
  if (judged !== null && judged.refusal !== null) return refused(request, target, judged);
  const ending = !empty && request.backend !== null ? attemptsPlayer()(request.backend, null) : null;
  const raw = request.protocol !== 'http' && request.protocol !== 'grpc';
  const ok = raw ? null : request.protocol === 'grpc' ? 0 : 200;
  const notes: TraceNote[] = [];
  if (target.service !== null && target.endpoints === null) {
    notes.push(noteOnEndpoints({ ...target, service: target.service }));
  }
  if (empty) {
    notes.push({
      code: 'no-ready-endpoints',
      rule: 'R-110',
      args: { service: target.service ?? '', port: target.port },
    });
  }
  const backend: BackendShare = {
    service: target.service,
    port: target.port,
    share: 1,
    weight: 1,
    totalWeight: 1,
    endpoints: target.endpoints,
    workloads: target.workloads,
    status: null,
    ...(empty ? { cause: 'no-ready-endpoints' } : {}),
  };
  notes.push(...(judged?.notes ?? []));
  const isOpen = judged?.access.verdict === 'unknown';
  return {
    kind: empty ? 'failed' : 'passed-through',
    // By the specification, the mesh does not answer for a Service without endpoints. The connection fails
    // without a status.
    status: empty
      ? (target.whenEmpty ?? null)
      : isOpen
        ? null
        : ending === null || ending.status === 200
          ? ok
          : ending.cause === 'connection-reset'
            ? null
            : ending.status,
    backends: [backend],
    forwarded: empty ? null : forwarded,
    response: responseOf(passage),
    redirect: null,
    mirrors: [],
    attempts: ending?.attempts ?? [],
    cause: empty ? 'no-ready-endpoints' : (ending?.cause ?? null),
    ...(judged !== null && { access: judged.access }),
    notes,
  };
}

/** Returns the delivery of a request that an access policy or the server refuses. */
function refused(
  request: SimRequest,
  { service, port, endpoints, workloads }: PassThroughTarget,
  { access, refusal, status: answer, notes }: JudgedAccess,
): Delivery {
  const cause = DENIED[refusal ?? 'request'];
  const status = answer === null ? null : statusSeen(answer, request.protocol);
  const share = { share: 1, weight: 1, totalWeight: 1 };
  return {
    kind: 'denied',
    status,
    backends: [{ service, port, ...share, endpoints, workloads, status, cause }],
    forwarded: null,
    response: { headers: {}, removed: [] },
    redirect: null,
    mirrors: [],
    attempts: [],
    cause,
    access,
    notes,
  };
}
