import type { GraphNode, GraphRule } from './graph-model.ts';

/** Measures that the layout and the cards share, in pixels at zoom 1. */
export const CARD = {
  /** Name and one line of facts. */
  height: 50,
  /** One line for each rule of a route, up to `maxRules`, then one line that counts the rest. */
  rule: 20,
  rulesPadding: 7,
  maxRules: 4,
  minWidth: 96,
  maxWidth: 232,
  /** Icon, padding and a badge next to the name. */
  besideName: 44,
} as const;

/**
 * Average width of a character of the name (14 px, semibold, of the wider system fonts) and of a rule (11.5
 * px, monospace).
 */
const NAME_ADVANCE = 8.8;
const RULE_ADVANCE = 7;
const BESIDE_RULE = 36;
const FACT_ADVANCE = 7.3;
/** The mark of a role. */
const ROLE = 22;

/** Returns the approximate length of the line under the name. */
function factsLength(node: GraphNode): number {
  const { type, ports, from } = node.facts;
  switch (node.kind) {
    case 'client':
    case 'backend':
      return 12;
    case 'frontend':
      return String(ports).length + 1 + (type === 'ClusterIP' ? 0 : String(type).length + 3);
    case 'gateway':
      return node.resourceKind.length + 4 + String(ports).length;
    case 'grant':
      return String(from).length + 5;
    case 'workload':
      return node.resourceKind.length + 3;
    case 'missing':
      return node.resourceKind.length + 15;
    case 'namespace':
    case 'route':
    case 'other':
      return node.resourceKind.length;
    default:
      return node.kind satisfies never;
  }
}

/**
 * Returns the number of lines for rules on a card: the rules, or the first ones and a line that counts the
 * rest.
 */
function ruleLines(node: GraphNode): number {
  return Math.min(node.rules.length, CARD.maxRules + 1);
}

export function heightOf(node: GraphNode): number {
  const lines = ruleLines(node);
  return lines === 0 ? CARD.height : CARD.height + CARD.rulesPadding + lines * CARD.rule;
}

/** Vertical space between two cards of a column. */
export const ROW_GAP = 16;

/** Returns the height of cards below each other. */
export function stackHeight(list: readonly GraphNode[]): number {
  let height = 0;
  for (const node of list) height += heightOf(node) + ROW_GAP;
  return Math.max(0, height - ROW_GAP);
}

/** Returns the width at which no text on the card is shortened, within the limits of a card. */
export function wishedWidth(node: GraphNode): number {
  const roles = node.roles.length * ROLE;
  let width = CARD.besideName + node.label.length * NAME_ADVANCE;
  width = Math.max(width, CARD.besideName + roles + factsLength(node) * FACT_ADVANCE);
  const lines = Math.min(node.rules.length, CARD.maxRules);
  for (let line = 0; line < lines; line++) {
    const { summary } = node.rules[line] as GraphRule;
    width = Math.max(width, BESIDE_RULE + summary.length * RULE_ADVANCE);
  }
  return Math.min(CARD.maxWidth, Math.max(CARD.minWidth, Math.ceil(width / 8) * 8));
}
