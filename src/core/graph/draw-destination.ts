import { readNamespacedName } from '../ids/ids.ts';
import type { Drawing } from './drawing.ts';
import { backendId, frontendId, missingId } from './node-ids.ts';

/** Draws what no manifest declares, where it is missed. */
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

/** The node that a reference leads to; what is not declared gets one where it is missed. */
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
  // A Service that is missed as a parent, too, stands among the frontends already.
  const known = drawing.nodes.get(missing);
  const node = known && known.facts.part === 'parent' ? `${missing}#backend` : missing;
  drawMissing(drawing, node, kind, key, 'backend');
  return { node, declared: false };
}
