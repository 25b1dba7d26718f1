import { describe, expect, test } from 'vitest';
import { gatewayIdOf } from '../core/ids/gateway-names.ts';
import { analyse, presentSnapshot, traceRequest } from '../core/index.ts';
import { EXAMPLE_IDS, loadExample } from './examples.ts';
import { readRequest } from './request-fields.ts';

describe.each(EXAMPLE_IDS)('the example %s', (id) => {
  test('passes its own tests and has no errors', async () => {
    const example = await loadExample(id);
    const sources = example?.files.map(({ name, text }) => ({ file: name, text })) ?? [];
    const snapshot = analyse(sources);
    const view = presentSnapshot(snapshot);
    expect(view.findings.filter((finding) => finding.severity === 'error')).toEqual([]);
    expect(view.suites.length).toBeGreaterThan(0);
    expect(view.suites.flatMap((suite) => suite.cases).filter((each) => !each.ok)).toEqual([]);
    const read = example && readRequest(example.request);
    expect(read?.ok).toBe(true);
    if (!read?.ok) return;
    const { from, gateway } = read.request;
    if (from) {
      const client = view.clients.find((each) => each.namespace === from.namespace);
      expect(client?.workloads).toContain(from.workload);
    } else expect(view.resources.map((each) => each.id)).toContain(gateway && gatewayIdOf(gateway));
    expect(traceRequest(snapshot, read.request).outcome.kind).not.toBe('unknown');
  });
});
