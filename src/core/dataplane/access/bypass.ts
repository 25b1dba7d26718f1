import type { MeshIR } from '../../ir/mesh-ir.ts';
import type { Outcome } from '../../ir/outcome.ts';
import type { SimRequest } from '../../ir/request.ts';
import type { TraceNote } from '../../ir/trace-note.ts';
import { deliverDirectly, guardOf } from '../direct-delivery.ts';
import { ended } from '../ended-outcome.ts';
import { identify } from '../identify.ts';
import { outcomeOf } from '../outcome.ts';
import { passThrough } from '../pass-through.ts';

interface Bypassed {
  readonly outcome: Outcome;
  readonly notes: readonly TraceNote[];
}

const OF_ACCESS = /^(access-|mutual-tls-)/;

/**
 * Returns the outcome of a request that no proxy of the client intercepts. The proxies of the
 * servers still apply access policies (I-21.7).
 */
export function bypass(request: SimRequest, ir: MeshIR): Bypassed {
  const bypassed = ended('bypassed', null, 'client-outside-mesh');
  const delivered = deliverPlainly(request, ir);
  if (delivered === null || delivered.outcome.access === undefined) return { outcome: bypassed, notes: [] };
  const { outcome } = delivered;
  return {
    outcome: outcome.kind === 'denied' ? outcome : { ...bypassed, access: outcome.access },
    notes: delivered.notes.filter(({ code }) => OF_ACCESS.test(code)),
  };
}

/** Returns the delivery to the address that the client dials. Null if the manifests do not name it. */
function deliverPlainly(request: SimRequest, ir: MeshIR): Bypassed | null {
  const dialled = identify(request, ir, false);
  switch (dialled.to) {
    case 'frontend': {
      const { service, port } = dialled.frontend.original;
      const backend = ir.backend(dialled.frontend.original);
      const { endpoints, workloads } = backend;
      const to = { backend, workload: null, port, direct: true };
      const guard = guardOf(to, request, ir);
      const delivery = passThrough(request, { service, port, endpoints, workloads, ...guard });
      return { outcome: outcomeOf(delivery, null, null), notes: delivery.notes };
    }
    case 'headless':
    case 'pod':
      return deliverDirectly(dialled, request, ir);
    case 'no-such-port':
    case 'external':
    case 'unknown':
      return null;
    default:
      return dialled satisfies never;
  }
}
