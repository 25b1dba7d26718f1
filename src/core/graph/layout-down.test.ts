import { describe, expect, it } from 'vitest';
import { drawGraph } from '../answers/draw-graph.ts';
import { analyse } from '../index.ts';
import { cardsIn } from './card-rows.ts';
import { columnOf } from './columns.ts';
import { FACES } from './faces.fixture.ts';
import { type Box, layOut, type Room } from './layout.ts';
import { pack, packWithin } from './pack.ts';

const graph = drawGraph({ ...analyse([{ file: 'a.yaml', text: FACES }]), findings: [] });
const PHONE: Room = { width: 400, height: 520, direction: 'down' };

describe('a layout that leads down', () => {
  const { boxes, slots, direction } = layOut(graph, null, PHONE);
  const cards = cardsIn(graph).nodes.filter(({ kind }) => kind !== 'namespace');

  it('has clients, Services, routes and backends below each other', () => {
    expect(direction).toBe('down');
    expect(slots.length).toBeGreaterThanOrEqual(4);
    for (const one of cards) {
      for (const other of cards) {
        if (columnOf(one) >= columnOf(other)) continue;
        expect((boxes.get(one.id) as Box).y).toBeLessThan((boxes.get(other.id) as Box).y);
      }
    }
  });

  it('has no card on another, and no frames', () => {
    const list = cards.map(({ id }) => boxes.get(id) as Box);
    list.forEach((a, at) => {
      for (const b of list.slice(at + 1)) {
        const apart =
          a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(apart).toBe(true);
      }
    });
    expect(boxes.has('Namespace/faces')).toBe(false);
  });
});

describe('pack', () => {
  it('keeps wishes that do not touch, and spreads the others around their mean', () => {
    const items = [0, 100, 100, 300].map((wish) => ({ wish, size: 20 }));
    expect(pack(items, 10)).toEqual([0, 85, 115, 300]);
  });

  it('remains within limits, closer to each other where they do not fit', () => {
    const items = [0, 0, 0].map((wish) => ({ wish, size: 0 }));
    expect(packWithin(items, 10, 5, 100)).toEqual([5, 15, 25]);
    expect(packWithin(items, 10, 0, 12)).toEqual([0, 6, 12]);
  });
});
