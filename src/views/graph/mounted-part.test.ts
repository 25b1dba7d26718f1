import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSharp, regionOf, shows, visiblePart } from './map-region.ts';
import { meets } from './map-scene.ts';
import { type MountedPart, NOTHING, towards } from './mounted-part.ts';

const ids = fc.uniqueArray(fc.nat(160).map(String), { maxLength: 160 });

function partOf(nodes: readonly string[], edges: readonly string[]): MountedPart {
  return { nodes: new Set(nodes), edges: new Set(edges), ends: new Set(['end']), complete: true };
}

describe('towards', () => {
  it('reaches the goal in short steps, and keeps what is already there', () => {
    fc.assert(
      fc.property(ids, ids, ids, ids, (nodes, edges, otherNodes, otherEdges) => {
        const goal = partOf(nodes, edges);
        let part = partOf(otherNodes, otherEdges);
        let steps = 0;
        while (part !== goal) {
          const next = towards(goal, part);
          for (const kind of ['nodes', 'edges'] as const) {
            const fresh = [...next[kind]].filter((id) => !part[kind].has(id));
            expect(fresh.length).toBeLessThanOrEqual(60);
            const kept = [...part[kind]].filter((id) => goal[kind].has(id));
            expect(kept.every((id) => next[kind].has(id))).toBe(true);
            expect([...next[kind]].every((id) => goal[kind].has(id))).toBe(true);
          }
          part = next;
          expect(++steps).toBeLessThan(20);
        }
      }),
    );
  });

  it('adds edges after their nodes', () => {
    const goal = partOf(
      Array.from({ length: 40 }, (_, at) => String(at)),
      ['edge'],
    );
    const first = towards(goal, NOTHING);
    expect(first.complete).toBe(false);
    expect([first.nodes.size, first.edges.size]).toEqual([24, 0]);
    expect(towards(goal, first)).toBe(goal);
  });
});

describe('regionOf', () => {
  const states = fc.record({
    transform: fc.tuple(
      fc.double({ min: -4000, max: 800, noNaN: true }),
      fc.double({ min: -4000, max: 800, noNaN: true }),
      fc.double({ min: 0.04, max: 2, noNaN: true }),
    ),
    width: fc.integer({ min: 200, max: 2500 }),
    height: fc.integer({ min: 200, max: 1500 }),
  });
  const layouts = fc.record({
    width: fc.integer({ min: 100, max: 20_000 }),
    height: fc.integer({ min: 100, max: 20_000 }),
  });

  it('shows everything that is visible, and is sharp until it is moved by a part of a pixel', () => {
    fc.assert(
      fc.property(states, layouts, fc.constantFrom(1, 1.25, 2), (state, layout, density) => {
        const region = regionOf(state, layout, density);
        if (region === null) {
          const seen = visiblePart(state);
          const outside =
            seen.x > layout.width ||
            seen.y > layout.height ||
            seen.x + seen.width < 0 ||
            seen.y + seen.height < 0;
          expect(outside).toBe(true);
          return;
        }
        expect(shows(region, state, layout)).toBe(true);
        expect(isSharp(region, state)).toBe(true);
        // Another zoom needs another picture, if it shows a part of the graph.
        const [x, y, zoom] = state.transform;
        const shifted = { ...state, transform: [x + 0.3, y, zoom] satisfies typeof state.transform };
        expect(isSharp(region, shifted)).toBe(false);
        const nearer = { ...state, transform: [x, y, zoom * 1.6] satisfies typeof state.transform };
        const { width, height } = layout;
        if (meets(visiblePart(nearer), { x: 0, y: 0, width, height })) {
          expect(shows(region, nearer, layout)).toBe(false);
        }
      }),
    );
  });
});
