import { gatewayIdOf } from '../../ids/gateway-names.ts';
import type { AccessControl } from '../../ir/access.ts';
import type { MeshIR } from '../../ir/mesh-ir.ts';
import { hasRequests } from '../../ir/protocol.ts';
import { statusSeen } from '../../ir/status.ts';
import { type AccessStage, DENIED } from '../access-stage.ts';
import type { Delivery } from '../delivery.ts';
import { enter, forwardedOf } from '../filters.ts';
import { notSimulated } from '../not-simulated.ts';
import type { GuardedBy, PassThroughTarget } from '../pass-through-target.ts';
import { bypass } from './bypass.ts';
import { type JudgedAccess, judgeAccess, judgeGateway } from './judge-access.ts';
import { accessOfShares } from './share-access.ts';

/** The access stage of the data plane. */
export const ACCESS_STAGE: AccessStage = {
  passThrough(delivery, target, forwarded, by) {
    const judged = judgeAccess(by.control, { ...by, forwarded });
    if (judged === null) return delivery;
    if (judged.refusal !== null) return refused(target, by, judged);
    const { access, notes } = judged;
    const status = access.verdict === 'unknown' ? null : delivery.status;
    return { ...delivery, status, access, notes: [...delivery.notes, ...notes] };
  },
  leg(leg, backend, request, control, notes) {
    const to = { backend, workload: null, port: backend.key.port, direct: false };
    const judged = judgeAccess(control, { to, request, forwarded: forwardedOf(leg.own, request) });
    if (judged === null) return leg;
    notes.push(...judged.notes);
    const { access, refusal } = judged;
    if (refusal === null) {
      const answers = access.verdict === 'unknown' ? 'guarded' : 'backend';
      return { ...leg, answers, backend: { ...leg.backend, access } };
    }
    const status = judged.status === null ? null : statusSeen(judged.status, request.protocol);
    return { ...leg, answers: 'proxy', backend: { ...leg.backend, status, cause: DENIED[refusal], access } };
  },
  shares: accessOfShares,
  bypass,
  atGateway(request, control: AccessControl) {
    const { gateway } = request;
    if (gateway === null) return [];
    const forwarded = forwardedOf(enter(request, true), request);
    const on = gatewayIdOf(gateway);
    return judgeGateway(control, { request, forwarded }).map((policy) =>
      notSimulated('I-21.3', policy, 'target', on),
    );
  },
  isDirect({ proxy, arrival, request }, ir: MeshIR) {
    // The proxy of the client does not know the host that the request names (Istio 1.4).
    if (proxy.entrance !== 'mesh' || proxy.byAuthority === undefined) return false;
    if (arrival.by === 'host-header' || !hasRequests(request.protocol)) return false;
    const frontend = ir.frontends.get(arrival.host.id);
    return (
      frontend !== undefined &&
      proxy.byAuthority.at(request.port) !== null &&
      proxy.byAuthority.decidesAt(frontend)
    );
  },
};

/** Returns the delivery of a request that an access policy or the server refuses. */
function refused(
  { service, port, endpoints, workloads }: PassThroughTarget,
  { request }: GuardedBy,
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
