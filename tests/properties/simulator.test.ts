import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  analyse,
  collectFindings,
  decideRequest,
  presentSnapshot,
  reportTables,
  type Snapshot,
  traceRequest,
} from '../../src/core/index.ts';
import type { SimRequest } from '../../src/core/ir/trace.ts';
import { judge } from './oracle.ts';
import { type Ask, ask, routes, SERVICE, toText } from './random-mesh.ts';

function toRequest({ from, port, method, path, headers, query }: Ask): SimRequest {
  return {
    from: { namespace: from, workload: null, inMesh: true },
    gateway: null,
    protocol: 'http',
    method,
    scheme: 'http',
    host: 'shop.prod',
    port,
    portWritten: port !== 80,
    path,
    query: query.map(({ name, value }) => `${name}=${value}`).join('&'),
    headers: headers.map(({ name, value }) => [name, value] as const),
    sni: null,
    podOf: null,
    backend: null,
  };
}

function load(documents: readonly unknown[], previous?: Snapshot): Snapshot {
  const sources = [{ file: 'a.yaml', text: toText(documents) }];
  return analyse(sources, previous === undefined ? {} : { previous });
}

const asks = fc.array(ask, { minLength: 1, maxLength: 8 });

describe('the simulator', () => {
  test('agrees with a tournament over the text of the specification', () => {
    fc.assert(
      fc.property(routes, asks, (manifests, requests) => {
        const snapshot = load([SERVICE, ...manifests]);
        for (const each of requests) {
          const { outcome } = traceRequest(snapshot, toRequest(each));
          const winner = outcome.route === null ? null : `${outcome.route} ${outcome.rule} ${outcome.match}`;
          expect({ kind: outcome.kind, winner }).toEqual(judge(manifests, each));
        }
      }),
      { numRuns: 600 },
    );
  });

  test('gives the same verdict with and without explanation', () => {
    fc.assert(
      fc.property(routes, asks, (manifests, requests) => {
        const snapshot = load([SERVICE, ...manifests]);
        for (const each of requests) {
          const request = toRequest(each);
          const { outcome } = traceRequest(snapshot, request);
          const { kind, entry } = decideRequest(snapshot, request);
          expect(kind).toBe(outcome.kind);
          expect(entry?.id ?? null).toBe(
            outcome.route === null ? null : `${outcome.route}#rule=${outcome.rule},match=${outcome.match}`,
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  test('lists every entry once, in order, with one winner at most and every miss of the missed', () => {
    fc.assert(
      fc.property(routes, ask, (manifests, each) => {
        const trace = traceRequest(load([SERVICE, ...manifests]), toRequest(each));
        const last = trace.steps.at(-1);
        if (last?.step !== 5 && last?.step !== 6) return;
        const won = last.considered.filter((candidate) => candidate.result === 'won');
        expect(won.length).toBe(last.step === 5 ? 1 : 0);
        for (const candidate of last.considered) {
          expect(candidate.misses.length > 0).toBe(candidate.result === 'missed');
          expect(candidate.lostBy !== undefined).toBe(candidate.result === 'lost');
        }
        expect(trace.steps.map((step) => step.step)).toEqual([1, 2, 3, last.step]);
      }),
      { numRuns: 200 },
    );
  });

  test('does not care for the order of the documents', () => {
    fc.assert(
      fc.property(
        routes,
        fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
        asks,
        (manifests, keys, requests) => {
          const documents = [SERVICE, ...manifests];
          const shuffled = documents
            .map((document, at) => ({ document, key: keys[at] ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map((each) => each.document);
          const [one, other] = [load(documents), load(shuffled)];
          for (const each of requests) {
            const request = toRequest(each);
            const strip = (snapshot: Snapshot) => JSON.stringify(traceRequest(snapshot, request).outcome);
            expect(strip(other)).toBe(strip(one));
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('gives the same after an edit as from cold', () => {
    fc.assert(
      fc.property(routes, routes, ask, (before, after, each) => {
        const documents = [SERVICE, ...after];
        const cold = load(documents);
        const first = load([SERVICE, ...before]);
        collectFindings(first);
        const warm = load(documents, first);
        const all = (snapshot: Snapshot) =>
          JSON.stringify([
            collectFindings(snapshot),
            reportTables(snapshot),
            presentSnapshot(snapshot),
            traceRequest(snapshot, toRequest(each)),
          ]);
        expect(all(warm)).toBe(all(cold));
      }),
      { numRuns: 200 },
    );
  });
});

const nasty = fc.oneof(
  fc.constantFrom(null, true, -1, 1e300, '', 'x', '__proto__', '(a+)+$', '{{ .Values }}', []),
  fc.constantFrom({}, { constructor: 1 }, [null], [[]], [{ matches: [null] }], { name: { deep: [] } }),
);

/** Replaces one value somewhere in a document by a nasty one. */
function spoil(document: unknown, steps: readonly number[], poison: unknown): unknown {
  const copy = structuredClone(document);
  let at = copy as Record<string, unknown>;
  for (const step of steps) {
    const keys = Object.keys(at);
    const key = keys[step % Math.max(1, keys.length)];
    if (key === undefined) break;
    const next = at[key];
    if (typeof next !== 'object' || next === null) {
      at[key] = poison;
      return copy;
    }
    if (step % 5 === 4) {
      at[key] = poison;
      return copy;
    }
    at = next as Record<string, unknown>;
  }
  return copy;
}

describe('bad input', () => {
  test('never throws: wrong types anywhere are findings, and requests get an answer', () => {
    fc.assert(
      fc.property(
        routes,
        fc.array(fc.nat({ max: 1000 }), { maxLength: 8 }),
        nasty,
        ask,
        (manifests, steps, poison, each) => {
          const documents = [SERVICE, ...manifests].map((document, at) =>
            at === (steps[0] ?? 0) % (manifests.length + 1) ? spoil(document, steps, poison) : document,
          );
          const snapshot = load(documents);
          presentSnapshot(snapshot);
          expect(traceRequest(snapshot, toRequest(each)).steps.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});
