import type { GraphModel, GraphNode } from './graph-model.ts';
import { wishedWidth } from './node-size.ts';

/** The columns in the order in which a request reaches them. */
const COLUMNS = ['clients', 'frontends', 'routes', 'backends', 'workloads'] as const;

export type ColumnIndex = 0 | 1 | 2 | 3 | 4;

export interface Column {
  /** The left edge, relative to the shelf. */
  readonly x: number;
  readonly width: number;
}

/** Space after each column for the labels of its edges: roles after frontends, shares after routes. */
const GAPS = [46, 84, 72, 32, 0] as const;
/** Space for the reason why a reference is broken. */
const REASON_GAP = 140;

/** Returns the column of a node. */
export function columnOf(node: GraphNode): ColumnIndex {
  switch (node.kind) {
    case 'client':
    case 'namespace':
      return 0;
    case 'frontend':
    case 'gateway':
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
      // To the left of its target.
      return node.facts.on === 'route' ? 1 : 2;
    default:
      return node.kind satisfies never;
  }
}

/**
 * Returns the columns, each as wide as its widest node. Empty columns have no width, so that small graphs
 * remain large on the screen.
 */
export function measureColumns({ nodes, edges }: GraphModel): readonly Column[] {
  const widths = COLUMNS.map(() => 0);
  for (const node of nodes) {
    if (node.kind === 'namespace') continue;
    const at = columnOf(node);
    widths[at] = Math.max(widths[at] as number, wishedWidth(node));
  }
  const gaps: number[] = [...GAPS];
  for (const { kind, broken } of edges) {
    if (broken !== null) gaps[kind === 'attached' ? 1 : 2] = REASON_GAP;
  }
  let x = 0;
  return widths.map((width, at) => {
    const column = { x, width };
    if (width > 0) x += width + (gaps[at] as number);
    return column;
  });
}

/** Returns true when an earlier layout has a column for every node. */
export function fitsInto(columns: readonly Column[], nodes: readonly GraphNode[]): boolean {
  return nodes.every((node) => node.kind === 'namespace' || (columns[columnOf(node)]?.width ?? 0) > 0);
}
