import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawGraph } from '../answers/draw-graph.ts';
import { analyse } from '../index.ts';
import { FACES } from './faces.fixture.ts';
import { layOut } from './layout.ts';
import { type MapLabel, mapLabels } from './map-labels.ts';
import { shortened, textWidth } from './text-width.ts';

const graph = drawGraph({ ...analyse([{ file: 'a.yaml', text: FACES }]), findings: [] });
const layout = layOut(graph);
const WAY = ['client:fast-clients', 'Service/faces/smiley', 'HTTPRoute/fast-clients/smiley-fast'];

const at = (zoom: number, marked: readonly string[] = []) =>
  mapLabels(graph, layout, zoom, new Set(marked), (node) => node.label);
const ofKind = (labels: readonly MapLabel[], kind: MapLabel['kind']) =>
  labels.filter((label) => label.kind === kind);

function meet(a: MapLabel, b: MapLabel): boolean {
  const [aRight, bRight] = [a.x + textWidth(a.text, a.size), b.x + textWidth(b.text, b.size)];
  return a.x < bRight && b.x < aRight && Math.abs(a.y - b.y) < Math.max(a.size, b.size);
}

describe('mapLabels', () => {
  it('keeps the font size on the screen at every zoom', () => {
    for (const zoom of [0.4, 0.2, 0.05]) {
      for (const { size, kind } of at(zoom, WAY)) {
        expect(size * zoom).toBeCloseTo({ place: 12, marked: 11.5, plain: 10 }[kind]);
      }
    }
  });

  it('names marked nodes of any size: in the card if enough of the name fits, otherwise in full next to it', () => {
    for (const zoom of [0.4, 0.1, 0.04]) {
      expect(
        ofKind(at(zoom, WAY), 'marked')
          .map((label) => label.id)
          .sort(),
      ).toEqual([...WAY].sort());
    }
    const route = (zoom: number) => {
      const label = ofKind(at(zoom, WAY), 'marked').find(({ id }) => id.startsWith('HTTPRoute/'));
      const box = layout.boxes.get(label?.id ?? '') as {
        x: number;
        y: number;
        width: number;
        height: number;
      };
      return {
        text: label?.text,
        inside: label !== undefined && label.y > box.y && label.y < box.y + box.height,
      };
    };
    expect(route(0.45)).toEqual({ text: 'smile…fast', inside: true });
    expect(route(0.2)).toEqual({ text: 'smiley-fast', inside: false });
  });

  it('names other nodes only within their own cards', () => {
    for (const zoom of [0.45, 0.3, 0.2]) {
      for (const label of ofKind(at(zoom), 'plain')) {
        const box = layout.boxes.get(label.id) as { x: number; width: number };
        expect(label.x).toBeGreaterThanOrEqual(box.x);
        expect(label.x + textWidth(label.text, label.size)).toBeLessThanOrEqual(box.x + box.width);
      }
    }
    expect(ofKind(at(0.45), 'plain').length).toBeGreaterThan(5);
    expect(ofKind(at(0.05), 'plain')).toEqual([]);
  });

  it('never covers a marked name', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.12, max: 0.5, noNaN: true }),
        fc.subarray(graph.nodes.filter(({ kind }) => kind !== 'namespace').map(({ id }) => id)),
        (zoom, ids) => {
          const labels = at(zoom, ids.slice(0, 6));
          const marked = ofKind(labels, 'marked');
          const others = labels.filter((label) => label.kind === 'plain');
          for (const one of marked) expect(others.filter((other) => meet(one, other))).toEqual([]);
        },
      ),
    );
  });
});

describe('shortened', () => {
  it.each([
    ['smiley', 10, 100, 'smiley'],
    ['smiley-service-v2', 10, 60, 'smile…e-v2'],
    ['smiley-service-v2', 10, 20, null],
    ['叢集之外的用戶端', 10, 60, '叢集之…戶端'],
  ])('%s at %d px within %d px', (text, size, width, expected) => {
    expect(shortened(text, size, width)).toBe(expected);
  });
});
