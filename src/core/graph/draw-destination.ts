import { readNamespacedName } from '../ids/ids.ts';
import type { Drawing } from './drawing.ts';
import { backendId, frontendId, missingId } from './node-ids.ts';

/** Draws a missing object: one that a resource refers to and no manifest declares. */
export function drawMissing(
  drawing: Drawing,
  id: string,
  kind: string,
  key: string,
  part: 'parent' | 'backend',
): void {
  const { namespace, name } = readNamespacedName(key);
  drawing.addNode({
    id,
    kind: 'missing',
    resourceKind: kind,
    namespace,
    label: name,
    facts: { part },
  });
}

/** Returns the node that a reference leads to. Draws an object that is not declared as missing. */
export function resolvesToDrawn(
  drawing: Drawing,
  kind: string,
  key: string,
): { readonly node: string; readonly declared: boolean } {
  if (kind === 'Service') {
    const backend = backendId(key);
    if (drawing.nodes.has(backend)) return { node: backend, declared: true };
    // An ExternalName Service has a frontend only.
    if (drawing.nodes.has(frontendId(key))) return { node: frontendId(key), declared: true };
  }
  const declared = `${kind}/${key}`;
  if (drawing.nodes.has(declared)) return { node: declared, declared: true };
  const missing = missingId(kind, key);
  // A Service that is also missing as a parent is already among the frontends.
  const known = drawing.nodes.get(missing);
  const node = known && known.facts.part === 'parent' ? `${missing}#backend` : missing;
  drawMissing(drawing, node, kind, key, 'backend');
  return { node, declared: false };
}
