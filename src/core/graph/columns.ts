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

/** Room for a share or a role on the lines between two columns. */
const COLUMN_GAP = 76;
/** A column without nodes takes no room, so that small graphs stay large on the screen. */
const EMPTY = 0;

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

/** Widths by the widest wish in each column; empty columns vanish. */
export function measureColumns(nodes: readonly GraphNode[]): readonly Column[] {
  const widths = COLUMNS.map(() => EMPTY);
  for (const node of nodes) {
    if (node.kind === 'namespace') continue;
    const at = columnOf(node);
    widths[at] = Math.max(widths[at] as number, wishedWidth(node));
  }
  let x = 0;
  return widths.map((width) => {
    const column = { x, width };
    if (width > 0) x += width + COLUMN_GAP;
    return column;
  });
}

/** Columns of an earlier layout with room for kinds of nodes that had none; null where that is not possible in place. */
export function fitsInto(columns: readonly Column[], nodes: readonly GraphNode[]): boolean {
  return nodes.every((node) => node.kind === 'namespace' || (columns[columnOf(node)]?.width ?? 0) > 0);
}
