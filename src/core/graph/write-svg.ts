import { cardsIn, rowsOn } from './card-rows.ts';
import { shapeEdges } from './edge-shape.ts';
import type { GraphEdge, GraphModel, GraphNode } from './graph-model.ts';
import { type Box, type GraphLayout, layOut } from './layout.ts';
import { CARD, headOf, isChip, lineMiddle } from './node-size.ts';

/** Colours of an exported drawing. */
export interface SvgPalette {
  readonly background: string;
  readonly surface: string;
  readonly line: string;
  readonly text: string;
  readonly muted: string;
  readonly producer: string;
  readonly consumer: string;
  readonly gateway: string;
  readonly written: string;
  readonly bad: string;
  /** The way of the request. */
  readonly accent: string;
}

/** The texts of the drawing, in the page's language. */
export interface SvgWords {
  readonly facts: (node: GraphNode) => string;
  readonly name: (node: GraphNode) => string;
  readonly label: (edge: GraphEdge) => string;
}

const MARGIN = 24;
const FONT = 'system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, sans-serif';
const MONO = 'ui-monospace, Menlo, Consolas, monospace';
/** Average width of a character at 13 px. Text that is longer than a card is shortened. */
const ADVANCE = 7.4;

/** Returns the whole graph as a separate SVG document. Nodes and edges of `lit` have heavier lines. */
export function writeSvg(
  graph: GraphModel,
  palette: SvgPalette,
  words: SvgWords,
  lit: ReadonlySet<string> = new Set(),
  layout: GraphLayout = layOut(graph),
): string {
  const cards = cardsIn(graph);
  const shapes = shapeEdges(graph, layout, lit);
  const [left, top, right, bottom] = extentOf([...layout.boxes.values()]);
  const view = `${left - MARGIN} ${top - MARGIN} ${right - left + 2 * MARGIN} ${bottom - top + 2 * MARGIN}`;
  const parts: string[] = [];
  for (const node of graph.nodes) {
    const box = node.kind === 'namespace' ? layout.boxes.get(node.id) : undefined;
    if (box) parts.push(containerOf(node, box, palette, words));
  }
  const roles = new Map(graph.nodes.map((node) => [node.id, node.roles[0]]));
  // The way of the request is above other lines.
  const ordered = [...graph.edges].sort((a, b) => Number(lit.has(a.id)) - Number(lit.has(b.id)));
  for (const edge of ordered) {
    const shape = shapes.get(edge.id);
    if (!shape) continue;
    const role = edge.role ?? (edge.kind === 'forwards' ? roles.get(edge.from) : undefined);
    const isLit = lit.has(edge.id);
    const colour = edge.broken !== null ? palette.bad : isLit ? palette.accent : palette.muted;
    const dash = isLit
      ? ''
      : edge.broken !== null
        ? '5 4'
        : edge.kind === 'original'
          ? '2 5'
          : role === 'consumer'
            ? '8 5'
            : '';
    parts.push(
      `<path d="${shape.path}" fill="none" stroke="${colour}" stroke-width="${isLit ? 3 : 1.4}"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`,
      `<path d="${shape.arrow}" fill="${colour}"/>`,
    );
    const label = words.label(edge);
    const space = shape.label;
    if (label === '' || space === null) continue;
    const width = Math.min(space.width, labelWidth(label));
    const left = space.x + space.width - width;
    parts.push(
      `<rect x="${left}" y="${space.y}" width="${width}" height="${space.height}" rx="8.5" fill="${palette.surface}"/>`,
      text(label, left + width / 2, space.y + 12.5, 12, colour, ' text-anchor="middle"'),
    );
  }
  for (const node of cards.nodes) {
    const box = node.kind === 'namespace' ? undefined : layout.boxes.get(node.id);
    if (!box) continue;
    parts.push(cardOf(node, box, palette, words, lit.has(node.id)));
    for (const { key, node: row } of rowsOn(node, cards)) {
      const place = layout.boxes.get(key);
      const isOnWay = lit.has(node.id) && lit.has(row.id);
      if (place) parts.push(rowOf(row, place, palette, words, isOnWay));
    }
  }
  const width = right - left + 2 * MARGIN;
  const height = bottom - top + 2 * MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view}" width="${width}" height="${height}" font-family="${FONT}">`,
    `<rect x="${left - MARGIN}" y="${top - MARGIN}" width="${width}" height="${height}" fill="${palette.background}"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

function extentOf(boxes: readonly Box[]): readonly [number, number, number, number] {
  let [left, top, right, bottom] = [0, 0, 1, 1];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return [left, top, right, bottom];
}

function containerOf(node: GraphNode, box: Box, palette: SvgPalette, words: SvgWords): string {
  const frame = `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="12" fill="none" stroke="${palette.line}"/>`;
  const name = text(
    fitted(node.label, box.width - 28),
    box.x + 14,
    box.y + 22,
    12,
    palette.muted,
    ' font-weight="600"',
  );
  if (node.facts.collapsed === undefined) return frame + name;
  return (
    frame + name + text(fitted(words.facts(node), box.width - 28), box.x + 14, box.y + 42, 11, palette.muted)
  );
}

function cardOf(node: GraphNode, box: Box, palette: SvgPalette, words: SvgWords, lit: boolean): string {
  const [role] = node.roles;
  const stroke = lit
    ? palette.accent
    : node.kind === 'missing'
      ? palette.bad
      : role
        ? palette[role]
        : palette.line;
  const dash = node.kind === 'missing' || node.kind === 'other' ? ' stroke-dasharray="4 3"' : '';
  const inner = box.width - 24;
  if (isChip(node)) {
    return [
      `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="13" fill="none" stroke="${palette.line}"/>`,
      text(fitted(words.name(node), inner), box.x + 12, box.y + 17, 12, palette.muted),
    ].join('');
  }
  const isShort = headOf(node) === CARD.shortHead;
  const rules = node.rules.slice(0, CARD.maxRules).map((rule, at) => {
    const y = box.y + lineMiddle(node, at) + 4;
    return text(
      fitted(rule.rule === 'defaultBackend' ? rule.rule : `${rule.rule}  ${rule.summary}`, inner),
      box.x + 12,
      y,
      12,
      palette.muted,
      ` font-family="${MONO}"`,
    );
  });
  return [
    `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="8" fill="${palette.surface}" stroke="${stroke}"${lit ? ' stroke-width="2.4"' : ''}${dash}/>`,
    text(fitted(words.name(node), inner), box.x + 12, box.y + 19, 13, palette.text, ' font-weight="600"'),
    ...(isShort ? [] : [text(fitted(words.facts(node), inner), box.x + 12, box.y + 35, 12, palette.muted)]),
    ...rules,
  ].join('');
}

/** Returns the line of a workload on a card. */
function rowOf(node: GraphNode, box: Box, palette: SvgPalette, words: SvgWords, lit: boolean): string {
  const colour = lit ? palette.accent : palette.muted;
  const bar = lit
    ? `<rect x="${box.x + 3}" y="${box.y + 3}" width="3" height="${box.height - 6}" rx="1.5" fill="${colour}"/>`
    : '';
  const { replicas } = node.facts;
  const name = `${words.name(node)}${replicas === undefined ? '' : ` ×${replicas}`}`;
  return bar + text(fitted(name, box.width - 24), box.x + 12, box.y + 14, 12, colour);
}

/** Returns the width of a label of 11 px. CJK characters take a full square. */
function labelWidth(label: string): number {
  let width = 12;
  for (const char of label) width += (char.codePointAt(0) as number) > 0x2e80 ? 11 : 6.3;
  return width;
}

function fitted(value: string, width: number): string {
  const most = Math.max(4, Math.floor(width / ADVANCE));
  return value.length <= most ? value : `${value.slice(0, most - 1)}…`;
}

function text(value: string, x: number, y: number, size: number, colour: string, more = ''): string {
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${colour}"${more}>${escaped(value)}</text>`;
}

/** Returns an escaped text, without the characters that XML does not allow. */
function escaped(value: string): string {
  return value
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (char) => `&#${char.codePointAt(0)};`);
}
