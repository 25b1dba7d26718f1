import { describe, expect, it } from 'vitest';
import { drawGraph } from '../answers/draw-graph.ts';
import { analyse } from '../index.ts';
import { FACES } from './faces.fixture.ts';
import type { GraphModel } from './graph-model.ts';
import { writeMermaid } from './write-mermaid.ts';
import { writeSvg } from './write-svg.ts';

const graph = drawGraph({ ...analyse([{ file: 'a', text: FACES }]), findings: [] });
const nasty: GraphModel = {
  ...graph,
  nodes: graph.nodes.map((node) => ({ ...node, label: `"]<img src=x onerror=alert(1)>&\u0001` })),
};
const colours = { background: '#fff', surface: '#fff', line: '#ccc', text: '#000', muted: '#555' };
const palette = {
  ...colours,
  producer: '#00f',
  consumer: '#0a0',
  gateway: '#a50',
  written: '#a50',
  bad: '#f00',
  accent: '#00f',
};
const words = {
  facts: (node: { resourceKind: string }) => node.resourceKind,
  name: (node: { label: string }) => node.label,
  label: (edge: { role: string | null }) => edge.role ?? '',
};

describe('writeMermaid', () => {
  it('draws namespaces as subgraphs, and roles and shares on the lines', () => {
    const text = writeMermaid(graph);
    expect(text).toMatch(/^flowchart LR\n {2}subgraph g0\["faces"\]/);
    expect(text).toMatch(/-->\|"90 %"\|/);
    expect(text).toMatch(/-\.->\|"consumer"\|/);
    expect(text.match(/subgraph/g)?.length).toBe(text.match(/^ {2}end$/gm)?.length);
  });

  it('quotes every name', () => {
    for (const line of writeMermaid(nasty).split('\n')) expect(line).not.toMatch(/<img|\]<|&/);
  });
});

describe('writeSvg', () => {
  it('draws every card and every line', () => {
    const svg = writeSvg(graph, palette, words);
    expect(svg).toContain('smiley-split');
    // A workload is a line of its card, without an edge to it.
    const edges = graph.edges.filter(({ kind }) => kind !== 'selects');
    expect(svg.match(/<path /g)?.length).toBe(edges.length * 2);
    for (const { label, kind } of graph.nodes) if (kind === 'workload') expect(svg).toContain(`>${label}`);
  });

  it('escapes what names hold', () => {
    const svg = writeSvg(nasty, palette, words);
    expect(svg).not.toContain('<img');
    expect(svg).not.toContain('\u0001');
  });
});
