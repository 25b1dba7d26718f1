import type { GraphEdge, GraphModel, GraphNode } from './graph-model.ts';

/**
 * Returns the graph as a Mermaid flowchart, for READMEs and issues. Names are quoted, and ids are numbered.
 */
export function writeMermaid(graph: GraphModel): string {
  const ids = new Map(graph.nodes.map((node, at) => [node.id, `n${at}`]));
  const lines = ['flowchart LR'];
  const byNamespace = new Map<string, GraphNode[]>();
  for (const node of graph.nodes) {
    const list = byNamespace.get(node.namespace) ?? [];
    if (node.kind !== 'namespace' || node.facts.collapsed !== undefined) list.push(node);
    byNamespace.set(node.namespace, list);
  }
  let group = 0;
  for (const [namespace, nodes] of byNamespace) {
    if (nodes.length === 0) continue;
    if (namespace !== '') lines.push(`  subgraph g${group++}[${quoted(namespace)}]`);
    for (const node of nodes) lines.push(`    ${ids.get(node.id)}${shape(node)}`);
    if (namespace !== '') lines.push('  end');
  }
  for (const edge of graph.edges) lines.push(`  ${ids.get(edge.from)} ${arrow(edge)} ${ids.get(edge.to)}`);
  return `${lines.join('\n')}\n`;
}

/** Returns a text in quotes. Mermaid supports entities inside quotes, and no other HTML. */
function quoted(text: string): string {
  return `"${text.replace(/[#&"<>`\\]/g, (char) => `#${char.codePointAt(0)};`).replace(/\s+/g, ' ')}"`;
}

function shape(node: GraphNode): string {
  const name = node.label === '' ? node.id : node.label;
  switch (node.kind) {
    case 'client':
      return `([${quoted(`client: ${name}`)}])`;
    case 'frontend':
      return `[${quoted(`${name} frontend`)}]`;
    case 'backend':
      return `[(${quoted(`${name} backend`)})]`;
    case 'route':
      return `{{${quoted(`${node.resourceKind} ${name}`)}}}`;
    case 'namespace':
    case 'gateway':
    case 'workload':
    case 'grant':
    case 'missing':
    case 'other':
      return `[${quoted(node.resourceKind === '' ? name : `${node.resourceKind} ${name}`)}]`;
    default:
      return node.kind satisfies never;
  }
}

function arrow(edge: GraphEdge): string {
  const words = [
    edge.role ?? '',
    edge.share !== null && edge.share < 1 ? `${Math.round(edge.share * 1000) / 10} %` : '',
    edge.broken ?? '',
  ].filter((word) => word !== '');
  const label = words.length === 0 ? '' : `|${quoted(words.join(' '))}|`;
  if (edge.broken !== null) return `-.-x${label}`;
  return edge.role === 'consumer' || edge.kind === 'original' ? `-.->${label}` : `-->${label}`;
}
