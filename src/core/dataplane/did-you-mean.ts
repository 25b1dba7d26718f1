import { namespacedName, readNamespacedName } from '../ids/ids.ts';
import type { MeshIR } from '../ir/mesh-ir.ts';
import type { SimRequest } from '../ir/request.ts';
import type { TraceNote } from '../ir/trace-note.ts';

/** The largest number of edits between a wrong name and its suggestion. */
const MOST_EDITS = 2;
/** The largest number of suggestions. */
const MOST_NAMES = 3;

/**
 * Returns a note with the names that a request most likely means, if it dials an unknown host, a port that
 * its Service does not have, or an unknown Gateway. Returns no note if no name is similar.
 */
export function didYouMean(request: SimRequest, ir: MeshIR): readonly TraceNote[] {
  const asked =
    request.gateway === null ? request.host : namespacedName(request.gateway.namespace, request.gateway.name);
  const names = request.gateway === null ? nearServices(request, ir) : nearGateways(asked, ir);
  if (names.length === 0) return [];
  return [{ code: 'did-you-mean', rule: 'R-119', args: { asked, names: names.join(', ') } }];
}

function nearGateways(asked: string, ir: MeshIR): readonly string[] {
  const { name } = readNamespacedName(asked);
  return nearest(asked, [...ir.gateways.keys()], (key) =>
    // The same name in another namespace has the smallest distance.
    readNamespacedName(key).name === name ? 1 : editsBetween(key, asked, MOST_EDITS),
  );
}

/**
 * Returns the Services by the name that this client would dial: the name alone in its own namespace, the name
 * with the namespace otherwise.
 */
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

/** Returns the number of letters to add, remove or replace. Returns `most + 1` if it is more than `most`. */
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
