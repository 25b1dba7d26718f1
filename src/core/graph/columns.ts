import type { GraphNode } from './graph-model.ts';
import { wishedWidth } from './node-size.ts';

/** The columns in the order in which a request reaches them. */
export const COLUMNS = ['clients', 'frontends', 'routes', 'backends', 'workloads'] as const;

export type ColumnIndex = 0 | 1 | 2 | 3 | 4;

export interface Column {
  /** Left edge, from that of the shelf. */
  readonly x: number;
  readonly width: number;
}

/** Room behind each column for what its lines say: roles behind frontends, shares and reasons behind routes. */
const GAPS = [56, 92, 104, 40, 0] as const;

/** The column that a node stands in. */
export function columnOf(node: GraphNode): ColumnIndex {
  switch (node.kind) {
    case 'client':
    case 'namespace':
      return 0;
    case 'frontend':
      return 1;
    case 'route':
    case 'grant':
      return 2;
    case 'backend':
      return 3;
    case 'workload':
      return node.facts.part === 'sender' ? 0 : 4;
    case 'missing':
      return node.facts.part === 'parent' ? 1 : 3;
    case 'other':
      return node.resourceKind === 'Gateway' ? 1 : 2;
  }
}

/** Widths by the widest wish in each column; empty columns vanish, so that small graphs stay large on the screen. */
export function measureColumns(nodes: readonly GraphNode[]): readonly Column[] {
  const widths = COLUMNS.map(() => 0);
  for (const node of nodes) {
    if (node.kind === 'namespace') continue;
    const at = columnOf(node);
    widths[at] = Math.max(widths[at] as number, wishedWidth(node));
  }
  let x = 0;
  return widths.map((width, at) => {
    const column = { x, width };
    if (width > 0) x += width + (GAPS[at] as number);
    return column;
  });
}

/** Whether an earlier layout has a column for every node. */
export function fitsInto(columns: readonly Column[], nodes: readonly GraphNode[]): boolean {
  return nodes.every((node) => node.kind === 'namespace' || (columns[columnOf(node)]?.width ?? 0) > 0);
}
