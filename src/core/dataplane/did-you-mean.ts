import { namespacedName, readNamespacedName } from '../ids/ids.ts';
import type { MeshIR } from '../ir/mesh-ir.ts';
import type { SimRequest } from '../ir/request.ts';
import type { TraceNote } from '../ir/trace-note.ts';

/** A name may differ by this many letters and still be meant. */
const MOST_EDITS = 2;
/** More names than these help nobody. */
const MOST_NAMES = 3;

/**
 * A note with the names that a request most likely means where it dials a host that the manifests do not know, a port
 * that its Service does not have, or a Gateway that is not there; none where nothing is near.
 */
export function didYouMean(request: SimRequest, ir: MeshIR): readonly TraceNote[] {
  const asked =
    request.gateway === null ? request.host : namespacedName(request.gateway.namespace, request.gateway.name);
  const names = request.gateway === null ? nearServices(request, ir) : nearGateways(asked, ir);
  if (names.length === 0) return [];
  return [{ code: 'did-you-mean', rule: 'R-119', args: { asked, names: names.join(', ') } }];
}

/** A note with the ports of a Service that a request dials at another port. */
export function portsOf(service: string, ports: readonly number[]): readonly TraceNote[] {
  if (ports.length === 0) return [];
  return [{ code: 'service-ports', rule: 'R-117', args: { service, ports: ports.join(', ') } }];
}

function nearGateways(asked: string, ir: MeshIR): readonly string[] {
  const { name } = readNamespacedName(asked);
  return nearest(asked, [...ir.gateways.keys()], (key) =>
    // The same name in another namespace is as near as can be.
    readNamespacedName(key).name === name ? 1 : editsBetween(key, asked, MOST_EDITS),
  );
}

/** Services by the name that this client would dial: alone in its own namespace, else with the namespace. */
function nearServices(request: SimRequest, ir: MeshIR): readonly string[] {
  const own = request.from?.namespace ?? null;
  const host = request.host.toLowerCase();
  const [name = '', namespace = own ?? ''] = host.split('.');
  const services = new Map<string, string>();
  for (const { service, namespace: of } of ir.frontends.values()) {
    const short = readNamespacedName(service).name;
    services.set(of === own ? short : `${short}.${of}`, service);
  }
  const asked = namespacedName(namespace, name);
  return nearest(host, [...services.keys()], (dialled) => {
    const service = services.get(dialled) ?? '';
    if (readNamespacedName(service).name === name) return 1;
    return editsBetween(service, asked, MOST_EDITS);
  });
}

function nearest(
  asked: string,
  names: readonly string[],
  distance: (name: string) => number,
): readonly string[] {
  const found = names.flatMap((name) => {
    const edits = name === asked ? 0 : distance(name);
    return edits > MOST_EDITS ? [] : [{ name, edits }];
  });
  found.sort((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1));
  return found.slice(0, MOST_NAMES).map(({ name }) => name);
}

/** How many letters have to be added, removed or replaced; `most + 1` where it is more than `most`. */
function editsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const kept = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(kept, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[b.length] as number;
}
