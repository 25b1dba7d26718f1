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
import type { Arrival } from './arrival.ts';
import { ended } from './ended-outcome.ts';
import { endpointsUnder } from './endpoints-under.ts';
import { outcomeOf } from './outcome.ts';
import { passThrough } from './pass-through.ts';
import type { PassThroughTarget } from './pass-through-target.ts';

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
  switch (arrival.to) {
    case 'pod': {
      const { ready, workload } = arrival.pod;
      const workloads = workload === null ? [] : [workload];
      const to = { backend: null, workload, port, direct: true };
      return { service: null, port, endpoints: ready ? 1 : 0, workloads, ...guardOf(to, request, ir) };
    }
    case 'headless': {
      // DNS of a headless Service returns endpoint addresses. Clients can dial any port of them.
      const { key, ports } = arrival.service;
      const declared = ports.includes(port) ? port : (ports[0] ?? port);
      const backend = ir.backend({ service: key, port: declared, subset: null });
      const { endpoints, workloads } = backend;
      const to = { backend, workload: null, port, direct: !ports.includes(port) };
      return { service: key, port, endpoints, workloads, ...guardOf(to, request, ir) };
    }
    case 'external':
      return { service: arrival.service.key, port, endpoints: null, workloads: [] };
    default:
      return arrival satisfies never;
  }
}

/** Returns the access policies of a destination, if there are any. */
export function guardOf(
  to: AccessDestination,
  request: SimRequest,
  { access }: MeshIR,
): Pick<PassThroughTarget, 'guard'> {
  return access === null ? {} : { guard: { control: access, to, request } };
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
  direct: () => boolean,
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
    ...(ir.access === null
      ? null
      : guardOf({ backend, workload: null, port: original.port, direct: direct() }, request, ir)),
  };
}

/** Returns a note with the ports of a Service, for a request that dials another port. */
function portsOf(service: string, ports: readonly number[]): readonly TraceNote[] {
  if (ports.length === 0) return [];
  return [{ code: 'service-ports', rule: 'R-117', args: { service, ports: ports.join(', ') } }];
}
