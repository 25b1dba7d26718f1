import type { MeshIR } from '../ir/mesh-ir.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { VirtualHost } from '../ir/proxy-config.ts';
import type { SimRequest } from '../ir/request.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import { portsOf } from './did-you-mean.ts';
import type { Arrival } from './find-host.ts';
import { ended, outcomeOf } from './outcome.ts';
import { type PassThroughTarget, passThrough } from './pass-through.ts';

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
  const delivery = passThrough(request, targetOf(arrival, request.port, ir));
  return { outcome: outcomeOf(delivery, null, null), notes: delivery.notes };
}

function targetOf(
  arrival: Extract<Arrival, { to: 'headless' | 'external' | 'pod' }>,
  port: number,
  ir: MeshIR,
): PassThroughTarget {
  switch (arrival.to) {
    case 'pod': {
      const { ready, workload } = arrival.pod;
      const workloads = workload === null ? [] : [workload];
      return { service: null, port, endpoints: ready ? 1 : 0, workloads };
    }
    case 'headless': {
      // DNS of a headless Service returns endpoint addresses. Clients can dial any port of them.
      const { key, ports } = arrival.service;
      const declared = ports.includes(port) ? port : (ports[0] ?? port);
      const { endpoints, workloads } = ir.backend({ service: key, port: declared, subset: null });
      return { service: key, port, endpoints, workloads };
    }
    case 'external':
      return { service: arrival.service.key, port, endpoints: null, workloads: [] };
    default:
      return arrival satisfies never;
  }
}

/** Returns the original destination of a virtual host, for requests that no route applies to. */
export function originalDestination({ original, port }: VirtualHost, ir: MeshIR): PassThroughTarget {
  if (original === null) return { service: null, port, endpoints: 0, workloads: [] };
  const { endpoints, workloads } = ir.backend(original);
  return { service: original.service, port: original.port, endpoints, workloads };
}
