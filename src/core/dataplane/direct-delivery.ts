import type { AccessDestination } from '../ir/access.ts';
import type { MeshIR } from '../ir/mesh-ir.ts';
import type { Outcome } from '../ir/outcome.ts';
import { portProtocol } from '../ir/port-protocol.ts';
import { hasRequests } from '../ir/protocol.ts';
import type { VirtualHost } from '../ir/proxy-config.ts';
import type { SimRequest } from '../ir/request.ts';
import { errorStatus, statusSeen } from '../ir/status.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import type { Profile } from '../profile/profile.ts';
import { judgedAccess } from './access-judge.ts';
import { endpointsUnder } from './endpoints-under.ts';
import type { Arrival } from './find-host.ts';
import { ended, outcomeOf } from './outcome.ts';
import { type PassThroughTarget, passThrough } from './pass-through.ts';
import type { Walk } from './walk.ts';

/**
 * Returns the delivery to a destination without a virtual host: a directly dialled endpoint, a host outside
 * the cluster, or a port that does not exist.
 */
export function deliverDirectly(
  arrival: Extract<Arrival, { to: 'no-such-port' | 'headless' | 'external' | 'pod' }>,
  request: SimRequest,
  ir: MeshIR,
): { readonly outcome: Outcome; readonly notes: readonly TraceNote[] } {
  if (arrival.to === 'no-such-port') {
    const { key, ports } = arrival.service;
    return { outcome: ended('failed', null, 'no-such-port'), notes: portsOf(key, ports) };
  }
  const delivery = passThrough(request, targetOf(arrival, request, ir));
  return { outcome: outcomeOf(delivery, null, null), notes: delivery.notes };
}

function targetOf(
  arrival: Extract<Arrival, { to: 'headless' | 'external' | 'pod' }>,
  request: SimRequest,
  ir: MeshIR,
): PassThroughTarget {
  const { port } = request;
  const judge = judgeOf(request, ir);
  switch (arrival.to) {
    case 'pod': {
      const { ready, workload } = arrival.pod;
      const workloads = workload === null ? [] : [workload];
      const to = { backend: null, workload, port, direct: true };
      return { service: null, port, endpoints: ready ? 1 : 0, workloads, judge: judge(to) };
    }
    case 'headless': {
      // DNS of a headless Service returns endpoint addresses. Clients can dial any port of them.
      const { key, ports } = arrival.service;
      const declared = ports.includes(port) ? port : (ports[0] ?? port);
      const backend = ir.backend({ service: key, port: declared, subset: null });
      const { endpoints, workloads } = backend;
      const to = { backend, workload: null, port, direct: !ports.includes(port) };
      return { service: key, port, endpoints, workloads, judge: judge(to) };
    }
    case 'external':
      return { service: arrival.service.key, port, endpoints: null, workloads: [] };
    default:
      return arrival satisfies never;
  }
}

/** Returns a function that judges the request at a destination. */
function judgeOf(
  request: SimRequest,
  ir: MeshIR,
): (to: AccessDestination) => NonNullable<PassThroughTarget['judge']> {
  return (to) => (forwarded) => judgedAccess(ir, () => ({ to, request, forwarded }));
}

const EMPTY = errorStatus(503, 'by-http-code');

/**
 * Returns the original destination of a virtual host, for requests that no route applies to. `direct`
 * is true if the connection goes to the address that the client dialled.
 */
export function originalDestination(
  { original, port, name, protocol }: VirtualHost,
  request: SimRequest,
  ir: MeshIR,
  profile: Profile,
  direct = false,
): PassThroughTarget {
  if (original === null) return { service: null, port, endpoints: 0, workloads: [] };
  const backend = ir.backend(original);
  const endpoints = endpointsUnder(backend, request, profile);
  // A proxy that reads requests answers for the Service itself (Istio 1.3, 8.5).
  const answers =
    endpoints === 0 &&
    hasRequests(request.protocol) &&
    portProtocol(name, protocol) !== 'other' &&
    profile.emptyServices === '503';
  const whenEmpty = answers ? statusSeen(EMPTY, request.protocol) : null;
  return {
    service: original.service,
    port: original.port,
    endpoints,
    workloads: backend.workloads,
    ...(backend.outside !== undefined && { outside: backend.outside }),
    whenEmpty,
    judge: judgeOf(request, ir)({ backend, workload: null, port: original.port, direct }),
  };
}

/**
 * Returns true if the proxy of the client does not know the host that a request names, and sends the request
 * to the address that the client dialled (Istio 1.4).
 */
export function isDirect(
  { proxy, arrival, request }: Extract<Walk, { end: 'no-table' }>,
  ir: MeshIR,
): boolean {
  if (proxy.entrance !== 'mesh' || proxy.byAuthority === undefined) return false;
  if (arrival.by === 'host-header' || !hasRequests(request.protocol)) return false;
  const frontend = ir.frontends.get(arrival.host.id);
  return (
    frontend !== undefined &&
    proxy.byAuthority.at(request.port) !== null &&
    proxy.byAuthority.decidesAt(frontend)
  );
}

/** Returns a note with the ports of a Service, for a request that dials another port. */
function portsOf(service: string, ports: readonly number[]): readonly TraceNote[] {
  if (ports.length === 0) return [];
  return [{ code: 'service-ports', rule: 'R-117', args: { service, ports: ports.join(', ') } }];
}
