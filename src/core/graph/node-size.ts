import type { GraphEdge, GraphNode, GraphRule } from './graph-model.ts';
import { textWidth } from './text-width.ts';

/** Measures that the layout and the cards share, in pixels at zoom 1. */
export const CARD = {
  /** Name and one line of facts. */
  head: 42,
  /** Only the name: clients with workloads. */
  shortHead: 30,
  /** One line for each rule of a route or each workload, up to a limit, then one line that counts the rest. */
  line: 20,
  linesPadding: 6,
  maxRules: 4,
  maxRows: 4,
  minWidth: 92,
  maxWidth: 220,
  /** Icon, padding and a badge next to the name. */
  besideName: 42,
  /** The height of a Service without routes. */
  chip: 26,
} as const;

/** The smallest text of a card, in pixels at zoom 1. */
export const SMALLEST_TEXT = 12;

const NAME_SIZE = 13;
/** Semibold characters are wider by this factor. */
const BOLD = 1.22;
/** Average width of a character of a rule (12 px, monospace). */
const RULE_ADVANCE = 7.25;
const BESIDE_RULE = 38;
/** The mark of a host with a certificate. */
const LOCK = 16;
const BESIDE_ROW = 36;
/** How the controller of a class of Ingresses behaves, if it is assumed. */
const LONGEST_BEHAVIOUR = 24;
/** The mark of a role with its word. */
const ROLE = 22;

/** Returns the approximate length of the line under the name. */
function factsLength(node: GraphNode): number {
  const { type, ports, from } = node.facts;
  switch (node.kind) {
    case 'client':
      return 8;
    case 'backend':
      return 11;
    case 'frontend':
      return String(ports).length + 1 + (type === 'ClusterIP' ? 0 : String(type).length + 3);
    case 'gateway':
      return node.facts.behaves === undefined
        ? node.resourceKind.length + 4 + String(ports).length
        : LONGEST_BEHAVIOUR;
    case 'grant':
      return String(from).length + 5;
    case 'workload':
      return node.resourceKind.length + 3;
    case 'missing':
      return node.resourceKind.length + 15;
    case 'route':
      // The role of a VirtualService is shown as its kind.
      return node.roles.includes('written')
        ? node.resourceKind.length
        : node.resourceKind.length + node.roles.join(', ').length;
    case 'namespace':
    case 'other':
      return node.resourceKind.length;
    default:
      return node.kind satisfies never;
  }
}

/** Returns true for a Service without routes, which is drawn as a name with its port. */
export function isChip(node: GraphNode): boolean {
  return node.facts.chip !== undefined;
}

/** Returns the number of lines for a list: all, or the first ones and a line that counts the rest. */
function linesFor(count: number, most: number): number {
  return Math.min(count, most + 1);
}

/** Returns the workloads that have a line on the card. */
export function shownRows(node: GraphNode): readonly GraphNode[] {
  const rows = node.rows ?? NO_ROWS;
  return rows.length <= CARD.maxRows ? rows : rows.slice(0, CARD.maxRows);
}

const NO_ROWS: readonly GraphNode[] = [];

/** Returns the height of the part of a card above its lines. */
export function headOf(node: GraphNode): number {
  return node.kind === 'client' && (node.rows?.length ?? 0) > 0 ? CARD.shortHead : CARD.head;
}

/** Returns the height of a card. */
export function heightOf(node: GraphNode): number {
  if (isChip(node)) return CARD.chip;
  const lines = linesFor(node.rules.length, CARD.maxRules) + linesFor(node.rows?.length ?? 0, CARD.maxRows);
  return headOf(node) + (lines === 0 ? 0 : CARD.linesPadding + lines * CARD.line);
}

/** Returns the index of the line of a card that an edge leaves at: of its rule, or its path. -1 if there is none. */
export function lineOfEdge({ rules }: GraphNode, { rule, match }: GraphEdge): number {
  return rules.findIndex((each) => each.rule === rule && each.match === match);
}

/** Returns the middle of a line of a card, relative to the top of the card. */
export function lineMiddle(node: GraphNode, line: number): number {
  return headOf(node) + CARD.linesPadding / 2 + CARD.line * (line + 0.5);
}

/** Vertical space between two cards of a column: enough for a line that passes between them. */
export const ROW_GAP = 14;

/** Returns the height of cards below each other. */
export function stackHeight(list: readonly GraphNode[]): number {
  let height = 0;
  for (const node of list) height += heightOf(node) + ROW_GAP;
  return Math.max(0, height - ROW_GAP);
}

/** Returns the width at which no text on the card is shortened, within the limits of a card. */
export function wishedWidth(node: GraphNode): number {
  if (isChip(node)) return CARD.minWidth;
  const roles = node.roles.length * ROLE;
  let width = CARD.besideName + textWidth(node.label, NAME_SIZE) * BOLD;
  width = Math.max(width, CARD.besideName + roles + factsLength(node) * SMALLEST_TEXT * 0.53);
  const lines = Math.min(node.rules.length, CARD.maxRules);
  for (let line = 0; line < lines; line++) {
    const { summary, tls } = node.rules[line] as GraphRule;
    width = Math.max(width, BESIDE_RULE + (tls ? LOCK : 0) + summary.length * RULE_ADVANCE);
  }
  for (const row of shownRows(node)) {
    const kind = row.facts.replicas === undefined ? 0 : 26;
    width = Math.max(width, BESIDE_ROW + textWidth(row.label, SMALLEST_TEXT) * BOLD + kind);
  }
  return Math.min(CARD.maxWidth, Math.max(CARD.minWidth, Math.ceil(width / 4) * 4));
}
