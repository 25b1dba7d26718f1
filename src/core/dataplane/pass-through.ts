import type { BackendShare } from '../ir/outcome.ts';
import type { SimRequest } from '../ir/request.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import { accessStage } from './access-stage.ts';
import { attemptsPlayer } from './attempts-player.ts';
import type { Delivery } from './delivery.ts';
import { noteOnEndpoints } from './endpoints-under.ts';
import { enter, forwardedOf, responseOf } from './filters.ts';
import type { PassThroughTarget } from './pass-through-target.ts';

/**
 * Returns the delivery of a request that no route applies to. It goes to its original destination, as without
 * a mesh.
 */
export function passThrough(request: SimRequest, target: PassThroughTarget): Delivery {
  const passage = enter(request, false);
  const empty = target.endpoints === 0;
  const forwarded = forwardedOf(passage, request);
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
  const delivery: Delivery = {
    kind: empty ? 'failed' : 'passed-through',
    // By the specification, the mesh does not answer for a Service without endpoints. The connection fails
    // without a status.
    status: empty
      ? (target.whenEmpty ?? null)
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
    notes,
  };
  const { guard } = target;
  return guard === undefined || empty
    ? delivery
    : accessStage().passThrough(delivery, target, forwarded, guard);
}
