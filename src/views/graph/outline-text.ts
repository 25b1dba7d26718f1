import type { GraphModel, GraphNode, TraceWay } from '../../core/graph/graph-model.ts';
import { fullLabel, nameOf, spokenNode } from './describe.ts';
import type { GraphTexts } from './texts-en.ts';

/** The text of one namespace. '' is the name for objects of the whole cluster. */
export interface OutlinedNamespace {
  readonly namespace: string;
  readonly nodes: readonly { readonly id: string; readonly text: string }[];
}

/** Larger graphs list only the way of the request. The drawing has all nodes. */
const MAX_TOLD = 300;

/**
 * Returns the graph as text: each node with its rules, each line with its role, share or the reason why it is
 * broken, and the lines that the request takes.
 */
export function outlineOf(
  graph: GraphModel,
  way: TraceWay | null,
  texts: GraphTexts,
): readonly OutlinedNamespace[] {
  const byNamespace = new Map<string, GraphNode[]>();
  for (const node of graph.nodes) {
    const list = byNamespace.get(node.namespace);
    if (list) list.push(node);
    else byNamespace.set(node.namespace, [node]);
  }
  const names = new Map(graph.nodes.map((node) => [node.id, nameOf(node, texts)]));
  const onTrace = new Set(way === null ? [] : [...way.nodes, ...way.edges]);
  const all = graph.nodes.length <= MAX_TOLD;
  const out = new Map<string, string[]>();
  for (const edge of graph.edges) {
    if (!all && !onTrace.has(edge.from)) continue;
    const said = [fullLabel(edge, texts), onTrace.has(edge.id) ? texts.onTrace : ''].filter(
      (part) => part !== '',
    );
    const text = `${texts.edges[edge.kind]} ${names.get(edge.to) ?? edge.to}${said.length === 0 ? '' : ` (${said.join(', ')})`}`;
    const list = out.get(edge.from);
    if (list) list.push(text);
    else out.set(edge.from, [text]);
  }
  return [...byNamespace].map(([namespace, nodes]) => ({
    namespace,
    nodes: nodes
      .filter((node) => isTold(node) && (all || onTrace.has(node.id)))
      .map((node) => {
        const rules = node.rules.map(({ rule, summary }) =>
          rule === 'defaultBackend' ? rule : `${rule} ${summary}`,
        );
        const parts = [...rules, ...(out.get(node.id) ?? [])];
        const text = spokenNode(node, onTrace.has(node.id), texts);
        return { id: node.id, text: parts.length === 0 ? text : `${text}: ${parts.join('; ')}` };
      }),
  }));
}

/**
 * Returns true when the text describes a node itself. A namespace is described by its nodes, unless it is
 * collapsed into one node.
 */
function isTold(node: GraphNode): boolean {
  return node.kind !== 'namespace' || node.facts.collapsed !== undefined;
}

/**
 * Returns the way of the request, as the names of its nodes in order: one text up to a branch, and one for
 * each branch after it. Empty without a request.
 */
export function wayTexts(graph: GraphModel, way: TraceWay | null, texts: GraphTexts): readonly string[] {
  if (way === null) return [];
  const names = new Map(graph.nodes.map((node) => [node.id, nameOf(node, texts)]));
  const touched = way.nodes.filter((id) => names.has(id));
  const order = new Map(touched.map((id, at) => [id, at]));
  const taken = new Set(way.edges);
  const next = new Map<string, string[]>();
  const reached = new Set<string>();
  for (const { id, from, to } of graph.edges) {
    // A line that leads back is not a step of the way.
    if (!taken.has(id) || !((order.get(from) ?? -1) < (order.get(to) ?? -1))) continue;
    next.set(from, [...new Set([...(next.get(from) ?? []), to])]);
    reached.add(to);
  }
  // A workload that no line leads to follows its namespace, where the way begins.
  const alone = touched.filter((id) => !reached.has(id) && !next.has(id));
  const [root] = touched.filter((id) => !reached.has(id) && next.has(id));
  if (root === undefined) return touched.length === 0 ? [] : [alone.map((id) => names.get(id)).join(' → ')];
  let last = root;
  for (const id of alone) {
    next.set(id, next.get(last) ?? []);
    next.set(last, [id]);
    reached.add(id);
    last = id;
  }
  const lines: string[] = [];
  const told = new Set<string>();
  const walk = (passed: readonly string[], id: string) => {
    const ids = [...passed, id];
    const isNew = !told.has(id);
    told.add(id);
    const after = isNew ? (next.get(id) ?? []) : [];
    if (after.length === 1) return walk(ids, after[0] as string);
    lines.push(ids.map((each) => names.get(each)).join(' → '));
    for (const branch of after) walk([id], branch);
  };
  for (const id of touched) if (!reached.has(id) && !told.has(id)) walk([], id);
  return lines;
}
