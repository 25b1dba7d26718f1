import { describe, expect, it } from 'vitest';
import { drawGraph } from '../answers/draw-graph.ts';
import { analyse } from '../index.ts';
import { cardsIn, elementFor, rowsOn } from './card-rows.ts';
import { FACES } from './faces.fixture.ts';
import { chipFor, foldServices, unroutedServices } from './fold-services.ts';
import type { GraphModel, GraphNode, TraceWay } from './graph-model.ts';
import { layOut } from './layout.ts';
import { CARD, heightOf } from './node-size.ts';

const faces = drawGraph({ ...analyse([{ file: 'a.yaml', text: FACES }]), findings: [] });

function draw(text: string): GraphModel {
  return drawGraph({ ...analyse([{ file: 'a.yaml', text }]), findings: [] });
}

const rowIds = (graph: GraphModel, card: string) =>
  cardsIn(graph)
    .nodes.find(({ id }) => id === card)
    ?.rows?.map(({ id }) => id);

const sending = (card: string, sender: string): GraphModel => ({
  ...faces,
  nodes: faces.nodes.map((node) => (node.id === card ? { ...node, facts: { ...node.facts, sender } } : node)),
});

describe('cardsIn', () => {
  it('has workloads as lines of clients and backends, and not as nodes', () => {
    expect(rowIds(faces, 'client:fast-clients')).toEqual(['Deployment/fast-clients/face']);
    expect(rowIds(faces, 'Service/faces/smiley#backend')).toEqual(['Deployment/faces/smiley']);
    const { nodes, edges } = cardsIn(faces);
    expect(nodes.some(({ kind }) => kind === 'workload')).toBe(false);
    expect(edges.some(({ kind }) => kind === 'selects')).toBe(false);
  });

  it('has the sender of the request in its client, also when a Service selects it', () => {
    const client: GraphNode = {
      ...(faces.nodes.find(({ id }) => id === 'client:fast-clients') as GraphNode),
      id: 'client:faces',
      namespace: 'faces',
      facts: { sender: 'Deployment/faces/color' },
    };
    const graph = { ...faces, nodes: [...faces.nodes, client] };
    expect(rowIds(graph, 'client:faces')).toEqual(['Deployment/faces/color']);
    const cards = cardsIn(graph);
    const rows = (id: string) => rowsOn(cards.nodes.find((node) => node.id === id) as GraphNode, cards);
    expect(rows('Service/faces/color#backend')[0]?.key).toBe('Deployment/faces/color');
    // The second line of a workload has an element of its own.
    expect(rows('client:faces')[0]?.key).toBe('Deployment/faces/color@client:faces');
  });

  it('shows a workload behind two Services in both backends', () => {
    const service = (name: string) =>
      `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: a}\nspec: {selector: {app: x}, ports: [{port: 80}]}\n---\n`;
    const graph = draw(
      `${service('one')}${service('two')}apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x, namespace: a}\nspec: {selector: {matchLabels: {app: x}}, template: {metadata: {labels: {app: x}}}}\n`,
    );
    for (const name of ['one', 'two']) {
      expect(rowIds(graph, `Service/a/${name}#backend`)).toEqual(['Deployment/a/x']);
    }
  });

  it('shows the sender when there are more workloads than lines, and the card for the others', () => {
    const deployments = Array.from(
      { length: 9 },
      (_, at) =>
        `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d${at}, namespace: a}\nspec: {selector: {matchLabels: {app: d${at}}}, template: {metadata: {labels: {app: d${at}}}}}\n`,
    );
    const plain = draw(deployments.join('---\n'));
    const graph = {
      ...plain,
      nodes: plain.nodes.map((node) =>
        node.id === 'client:a' ? { ...node, facts: { sender: 'Deployment/a/d8' } } : node,
      ),
    };
    const { boxes } = layOut(graph);
    const cards = cardsIn(graph);
    const card = cards.nodes.find(({ id }) => id === 'client:a') as GraphNode;
    expect(rowsOn(card, cards)).toHaveLength(CARD.maxRows);
    expect(boxes.has('Deployment/a/d8')).toBe(true);
    expect(elementFor('Deployment/a/d7', cards, (id) => boxes.has(id))).toBe('client:a');
    expect(heightOf(card)).toBe(boxes.get('client:a')?.height);
  });

  it('has every line inside its card', () => {
    const graph = sending('client:fast-clients', 'Deployment/fast-clients/face');
    const { boxes } = layOut(graph);
    const cards = cardsIn(graph);
    for (const card of cards.nodes) {
      const outer = boxes.get(card.id);
      for (const { key } of card.rows === undefined ? [] : rowsOn(card, cards)) {
        const box = boxes.get(key);
        if (!outer || !box) throw new Error(`${key} has no place`);
        expect(box.y).toBeGreaterThan(outer.y);
        expect(box.y + box.height).toBeLessThanOrEqual(outer.y + outer.height);
        expect(box.x >= outer.x && box.x + box.width <= outer.x + outer.width).toBe(true);
      }
    }
  });
});

describe('foldServices', () => {
  const unrouted = unroutedServices(faces);
  const wayTo = (...nodes: string[]): TraceWay => ({ nodes, edges: [], stages: [] });

  it('finds Services without a route and without a route to them', () => {
    expect([...unrouted]).toEqual(['Service/faces/color']);
  });

  it('draws such a Service as one chip below the cards of its namespace', () => {
    const graph = foldServices(faces, unrouted, [wayTo('Service/faces/smiley')]);
    const ids = graph.nodes.map(({ id }) => id);
    expect(ids).toContain('Service/faces/color');
    expect(ids).not.toContain('Service/faces/color#backend');
    expect(ids).not.toContain('Deployment/faces/color');
    const { boxes } = layOut(graph);
    const chip = boxes.get('Service/faces/color');
    expect(chip?.height).toBe(CARD.chip);
    for (const { id, kind, namespace } of cardsIn(graph).nodes) {
      if (namespace !== 'faces' || kind === 'namespace' || id === 'Service/faces/color') continue;
      const box = boxes.get(id);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(chip?.y ?? 0);
    }
    const drawn = new Set(ids);
    expect(chipFor('Service/faces/color#backend', faces, drawn)).toBe('Service/faces/color');
    expect(chipFor('Deployment/faces/color', faces, drawn)).toBe('Service/faces/color');
    expect(chipFor('Deployment/faces/nothing', faces, drawn)).toBeNull();
  });

  it('keeps the cards of a Service on the way', () => {
    const way = wayTo('client:fast-clients', 'Service/faces/color', 'Service/faces/color#backend');
    expect(foldServices(faces, unrouted, [null, way])).toBe(faces);
  });

  it('lets chips wrap in rows, none on another', () => {
    const services = Array.from(
      { length: 30 },
      (_, at) =>
        `apiVersion: v1\nkind: Service\nmetadata: {name: s${at}, namespace: a}\nspec: {selector: {app: x}, ports: [{port: 80}]}\n`,
    );
    const plain = draw(services.join('---\n'));
    const graph = foldServices(plain, unroutedServices(plain), []);
    const { boxes } = layOut(graph);
    const places = graph.nodes
      .filter(({ kind }) => kind === 'frontend')
      .map(({ id }) => {
        const { x, y } = boxes.get(id) as { x: number; y: number };
        return `${x} ${y}`;
      });
    expect(new Set(places).size).toBe(30);
    const frame = boxes.get('Namespace/a') as { width: number; height: number };
    expect(frame.width / frame.height).toBeGreaterThan(1);
  });
});
