import type { GraphNode } from './graph-model.ts';
import type { NamespaceLayouts, NodePosition } from './layout-frame.ts';
import type { Link } from './links.ts';
import { heightOf } from './node-size.ts';

/**
 * The mean height of the nodes of other namespaces that a node of this namespace has an edge to or from
 * (barycentre), relative to the first row of the namespace. Nodes without such an edge have none.
 */
export type Barycentres = ReadonlyMap<string, number>;

interface Sum {
  readonly node: GraphNode;
  total: number;
  count: number;
}

/** Returns the barycentres of the nodes by namespace. */
export function barycentresOf(
  cross: readonly Link[],
  bands: NamespaceLayouts,
  places: ReadonlyMap<string, NodePosition>,
): ReadonlyMap<string, Barycentres> {
  const topOf = (namespace: string) => places.get(namespace)?.top ?? 0;
  const sums = new Map<string, Sum>();
  const note = (node: GraphNode, other: GraphNode) => {
    const band = bands.get(other.namespace);
    const top = band?.tops.get(other.id);
    const middle =
      topOf(other.namespace) + (top === undefined ? (band?.height ?? 0) / 2 : top + heightOf(other) / 2);
    const known = sums.get(node.id);
    if (known) {
      known.total += middle;
      known.count++;
    } else sums.set(node.id, { node, total: middle, count: 1 });
  };
  for (const { source, target } of cross) {
    note(source, target);
    note(target, source);
  }
  const result = new Map<string, Map<string, number>>();
  for (const [id, { node, total, count }] of sums) {
    let own = result.get(node.namespace);
    if (!own) {
      own = new Map();
      result.set(node.namespace, own);
    }
    own.set(id, total / count - topOf(node.namespace));
  }
  return result;
}
