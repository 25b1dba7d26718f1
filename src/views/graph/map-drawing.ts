import type { MapLabel } from '../../core/graph/map-labels.ts';
import { textWidth } from '../../core/graph/text-width.ts';
import type { MapPalette } from './map-palette.ts';
import type { MapRegion } from './map-region.ts';
import { type Dash, type MapScene, meets, type SceneLine } from './map-scene.ts';

const FRAME_RADIUS = 14;
/** Pixels on the screen. */
const WEIGHTS = { thin: 0.5, usual: 0.8, strong: 1.8 } as const;
/** Units of the drawing: the width of the same lines between readable cards. */
const NEAR_WEIGHTS = { thin: 1.3, usual: 1.6, strong: 2.2 } as const;
const FADED = 0.34;
const BADGE_RADIUS = 9.5;

const DASHES: Readonly<Record<Dash, readonly number[]>> = {
  solid: [],
  dotted: [1, 3],
  mirrors: [1.5, 2, 5, 2],
  fine: [2, 2],
  broken: [3, 3],
};

/**
 * Draws the part of a scene in a region. Lines of one style are one path, so that the time depends on what
 * is visible. `hidden` lines are drawn by elements.
 */
export function drawMap(
  context: CanvasRenderingContext2D,
  scene: MapScene,
  palette: MapPalette,
  region: MapRegion,
  labels: readonly MapLabel[],
  hidden: ReadonlySet<string>,
): void {
  const scale = region.zoom * region.density;
  context.setTransform(scale, 0, 0, scale, -region.x * scale, -region.y * scale);
  drawFrames(context, scene, palette, region);
  drawLines(
    context,
    scene.lines.filter((line) => !hidden.has(line.id) && meets(line.box, region)),
    palette,
    region.zoom,
  );
  drawCards(context, scene, palette, region);
  drawNames(context, palette, region, labels);
}

function drawFrames(
  context: CanvasRenderingContext2D,
  { frames }: MapScene,
  palette: MapPalette,
  region: MapRegion,
): void {
  const path = new Path2D();
  for (const box of frames) {
    if (meets(box, region)) path.roundRect(box.x, box.y, box.width, box.height, FRAME_RADIUS);
  }
  context.fillStyle = palette.frame;
  context.fill(path);
  context.lineWidth = Math.max(1, 0.8 / region.zoom);
  context.strokeStyle = palette.frameLine;
  context.stroke(path);
}

function drawLines(
  context: CanvasRenderingContext2D,
  lines: readonly SceneLine[],
  palette: MapPalette,
  zoom: number,
): void {
  const styles = new Map<string, { readonly style: SceneLine; readonly paths: string[] }>();
  for (const line of lines) {
    const key = `${line.tone} ${line.dash} ${line.weight} ${line.faded}`;
    const known = styles.get(key);
    if (known) known.paths.push(line.path);
    else styles.set(key, { style: line, paths: [line.path] });
  }
  // Broken references are above other lines.
  const ordered = [...styles.values()].sort(
    (a, b) => Number(a.style.tone === 'bad') - Number(b.style.tone === 'bad'),
  );
  for (const { style, paths } of ordered) {
    context.globalAlpha = style.faded ? FADED : 1;
    context.strokeStyle = palette.lines[style.tone];
    context.lineWidth = Math.max(WEIGHTS[style.weight] / zoom, NEAR_WEIGHTS[style.weight]);
    context.setLineDash(DASHES[style.dash].map((length) => length / zoom));
    context.stroke(new Path2D(paths.join('')));
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
}

function drawCards(
  context: CanvasRenderingContext2D,
  { cards }: MapScene,
  palette: MapPalette,
  region: MapRegion,
): void {
  const paths = new Map<(typeof cards)[number]['tone'], Path2D>();
  const badges = { error: new Path2D(), warning: new Path2D() };
  const radius = Math.max(BADGE_RADIUS, 2 / region.zoom);
  for (const { box, tone, radii, badge } of cards) {
    if (!meets(box, region)) continue;
    let path = paths.get(tone);
    if (!path) {
      path = new Path2D();
      paths.set(tone, path);
    }
    const [left, right] = radii;
    path.roundRect(box.x, box.y, box.width, box.height, [left, right, right, left]);
    if (badge === null) continue;
    badges[badge].moveTo(box.x + box.width + radius, box.y);
    badges[badge].arc(box.x + box.width, box.y, radius, 0, 2 * Math.PI);
  }
  context.lineWidth = Math.max(1, 0.8 / region.zoom);
  for (const [tone, path] of paths) {
    context.fillStyle = palette.cards[tone];
    context.fill(path);
    context.strokeStyle = tone === 'bad' ? palette.lines.bad : palette.cardLine;
    context.stroke(path);
  }
  context.fillStyle = palette.warning;
  context.fill(badges.warning);
  context.fillStyle = palette.error;
  context.fill(badges.error);
}

/** Distance from the middle of a name to its baseline, in font sizes. */
const BASELINE = 0.36;

function drawNames(
  context: CanvasRenderingContext2D,
  palette: MapPalette,
  region: MapRegion,
  labels: readonly MapLabel[],
): void {
  context.fillStyle = palette.name;
  let font = '';
  for (const { text, kind, x, y, size } of labels) {
    if (x > region.x + region.width || y < region.y || y > region.y + region.height) continue;
    const wanted = `${kind === 'place' ? '600 ' : ''}${size}px ${palette.font}`;
    if (wanted !== font) {
      context.font = wanted;
      font = wanted;
    }
    // The width is an estimate, so the middle of a name is the middle of its card.
    const isInCard = kind !== 'place';
    context.textAlign = isInCard ? 'center' : 'left';
    context.fillText(text, isInCard ? x + textWidth(text, size) / 2 : x, y + BASELINE * size);
  }
}
