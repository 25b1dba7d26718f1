import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box, GraphLayout } from '../../core/graph/layout.ts';
import { SMALLEST_TEXT } from '../../core/graph/node-size.ts';
import { fitsReadably, openingView, roomOf, SCALES } from './opening-view.ts';

function layoutOf(boxes: readonly Box[]): GraphLayout {
  const named = new Map(boxes.map((box, at) => [String(at), box]));
  return {
    boxes: named,
    direction: 'right',
    columns: [],
    shelves: [],
    slots: [],
    width: 0,
    height: 0,
  };
}

const boxes = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 3000 }),
    y: fc.integer({ min: 0, max: 3000 }),
    width: fc.integer({ min: 90, max: 200 }),
    height: fc.integer({ min: 26, max: 120 }),
  }),
  { minLength: 1, maxLength: 12 },
);
const panes = fc.record({
  width: fc.integer({ min: 300, max: 1600 }),
  height: fc.integer({ min: 200, max: 1000 }),
});

describe('openingView', () => {
  it.each(Object.entries(SCALES))(
    'shrinks text below the limit only for the whole way, and shows the way when it fits (%s)',
    (_, scale) => {
      fc.assert(
        fc.property(boxes, fc.nat(), panes, (list, pick, pane) => {
          const way = list.slice(0, 1 + (pick % list.length));
          const view = openingView(layoutOf(list), way, pane, scale);
          if (view === null) throw new Error('no view');
          const fits = fitsReadably(way, pane, { ...scale, text: 7.5 });
          const least = fits || pane.width < 580 ? 7.5 : scale.text;
          expect(view.zoom * SMALLEST_TEXT).toBeGreaterThanOrEqual(least);
          if (fitsReadably(way, pane, scale))
            expect(view.zoom * SMALLEST_TEXT).toBeGreaterThanOrEqual(scale.text);
          expect(view.zoom).toBeLessThanOrEqual(scale.most);
          if (!fits) return;
          for (const { x, y, width, height } of way) {
            const [left, top] = [x * view.zoom + view.x, y * view.zoom + view.y];
            expect(left).toBeGreaterThanOrEqual(-0.01);
            expect(top).toBeGreaterThanOrEqual(-0.01);
            expect(left + width * view.zoom).toBeLessThanOrEqual(pane.width + 0.01);
            expect(top + height * view.zoom).toBeLessThanOrEqual(pane.height + 0.01);
          }
        }),
      );
    },
  );
});

describe('roomOf', () => {
  it.each([
    [390, 480, 'down'],
    [790, 640, 'right'],
    [390, 300, 'down'],
    [500, 280, 'right'],
    [600, 900, 'right'],
  ] as const)('leads requests in a pane of %d×%d %s', (width, height, direction) => {
    expect(roomOf({ width, height }).direction).toBe(direction);
  });
});
