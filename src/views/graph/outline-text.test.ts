import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawGraph } from '../../core/answers/draw-graph.ts';
import { wayOf, withClientOf } from '../../core/graph/trace-way.ts';
import { analyse, collectFindings, traceRequest } from '../../core/index.ts';
import { EXAMPLE_IDS, loadExample } from '../../state/examples.ts';
import { readRequest } from '../../state/request-fields.ts';
import { factsText, fullLabel, nameOf, rolesText } from './describe.ts';
import { outlineOf, wayTexts } from './outline-text.ts';
import { graphTexts } from './texts.ts';

const REFUSED = readFileSync(
  join(import.meta.dirname, '../../../examples/header-lane.yaml'),
  'utf8',
).replaceAll('name: cart-blue', 'name: cart-bleu');

async function world(id: string) {
  const example = await loadExample(id);
  const reading = example && readRequest(example.request);
  if (!example || !reading?.ok) throw new Error(id);
  return { text: example.files[0]?.text ?? '', request: reading.request };
}

describe.each(['en', 'zh-Hant', 'zh-Hans'] as const)('the outline in %s', (language) => {
  const texts = graphTexts(language);
  test.each([...EXAMPLE_IDS, 'refused'])('says everything that the picture of %s says', async (id) => {
    const { text, request } = await world(id === 'refused' ? 'header-lane' : id);
    const snapshot = analyse([{ file: 'a.yaml', text: id === 'refused' ? REFUSED : text }]);
    const drawn = drawGraph({ ...snapshot, findings: collectFindings(snapshot) });
    const way = wayOf(traceRequest(snapshot, request), drawn);
    const graph = withClientOf(drawn, way);
    const outline = new Map(
      outlineOf(graph, way, texts).flatMap(({ nodes }) => nodes.map(({ id: node, text }) => [node, text])),
    );
    const names = new Map(graph.nodes.map((node) => [node.id, nameOf(node, texts)]));
    for (const node of graph.nodes) {
      if (node.kind === 'namespace') continue;
      const said = outline.get(node.id) ?? '';
      expect(said).toContain(nameOf(node, texts));
      expect(said).toContain(factsText(node, texts));
      for (const role of rolesText(node, texts)) expect(said).toContain(role);
      for (const { summary } of node.rules) expect(said).toContain(summary);
      if (way.nodes.includes(node.id)) expect(said).toContain(texts.onTrace);
    }
    for (const edge of graph.edges) {
      const said = outline.get(edge.from) ?? '';
      const label = fullLabel(edge, texts);
      expect(said).toContain(
        `${texts.edges[edge.kind]} ${names.get(edge.to)}${label === '' ? '' : ` (${label}`}`,
      );
    }
    const passed = wayTexts(graph, way, texts).flatMap((line) => line.split(' → '));
    const touched = graph.nodes.filter((node) => way.nodes.includes(node.id));
    expect(new Set(passed)).toEqual(new Set(touched.map((node) => nameOf(node, texts))));
  });

  test('describes two branches of the way separately', async () => {
    const { text, request } = await world('canary');
    const snapshot = analyse([{ file: 'a.yaml', text }]);
    const drawn = drawGraph({ ...snapshot, findings: [] });
    const way = wayOf(traceRequest(snapshot, request), drawn);
    const lines = wayTexts(withClientOf(drawn, way), way, texts);
    expect(lines.length).toBeGreaterThanOrEqual(3);
    const [trunk = '', ...branches] = lines.map((line) => line.split(' → '));
    expect(branches.every(([first]) => first === trunk.at(-1))).toBe(true);
    expect(branches.some((branch) => branch.join().includes('checkout-v1'))).toBe(true);
    for (const branch of branches) {
      const joined = branch.slice(1).join();
      expect(joined.includes('checkout-v1') && joined.includes('checkout-v2')).toBe(false);
    }
  });

  test('shows the reason of a broken reference', () => {
    const snapshot = analyse([
      { file: 'a.yaml', text: REFUSED.replace('name: cart-bleu', 'name: cart-blue') },
    ]);
    const graph = drawGraph({ ...snapshot, findings: [] });
    const broken = graph.edges.filter((edge) => edge.broken !== null);
    expect(broken.length).toBeGreaterThan(0);
    const said = outlineOf(graph, null, texts).flatMap(({ nodes }) => nodes.map(({ text }) => text));
    for (const edge of broken) expect(said.some((text) => text.includes(`✕ ${edge.broken}`))).toBe(true);
  });
});
