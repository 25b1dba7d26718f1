import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  analyse,
  collectFindings,
  decideRequest,
  findProfile,
  presentSnapshot,
  reportTables,
  type Snapshot,
  traceRequest,
} from '../../src/core/index.ts';
import type { SimRequest } from '../../src/core/ir/request.ts';
import { judge } from './oracle.ts';
import { type Ask, ask, type Route, routes, SERVICE, toText } from './random-mesh.ts';

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

  test('lists every entry once, in order, with at most one winner and all missed conditions', () => {
    fc.assert(
      fc.property(routes, ask, (manifests, each) => {
        const trace = traceRequest(load([SERVICE, ...manifests]), toRequest(each));
        const last = trace.steps.at(-1);
        if (last?.step !== 5 && last?.step !== 6) return;
        const won = last.considered.slice().filter((candidate) => candidate.result === 'won');
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

  test('does not depend on the order of the documents', () => {
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

  test('has the same result after an edit as after a cold run', () => {
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

/** Manifests in which each kind can be edited in place: identities remain, and contents change. */
const DEPLOYMENT = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'shop', namespace: 'prod' },
  spec: { replicas: 1, template: { metadata: { labels: { app: 'shop' } }, spec: {} } },
};
const GRANT = {
  apiVersion: 'gateway.networking.k8s.io/v1beta1',
  kind: 'ReferenceGrant',
  metadata: { name: 'g', namespace: 'prod' },
  spec: {
    from: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: 'client' }],
    to: [{ group: '', kind: 'Service' }],
  },
};

type Editable = Record<string, unknown> & { kind: string; spec: Record<string, unknown> };

/** Changes the content of a document, never its identity. */
function edited(document: Editable, variant: number, donor: Route | undefined): Editable {
  const copy = structuredClone(document);
  switch (copy.kind) {
    case 'Service':
      copy.spec.ports =
        variant % 2 === 0
          ? [{ name: 'http', port: 80 }]
          : [
              { name: 'http', port: 80 },
              { name: 'alt', port: 8080 },
            ];
      if (variant % 3 === 0) copy.spec.selector = { app: 'nobody' };
      if (variant % 5 === 0) copy.spec.clusterIP = 'None';
      break;
    case 'Deployment':
      copy.spec.replicas = variant % 3;
      break;
    case 'ReferenceGrant':
      copy.spec.to = [{ group: '', kind: 'Service', ...(variant % 2 === 0 ? {} : { name: 'other' }) }];
      break;
    default:
      copy.spec = structuredClone(donor?.spec ?? copy.spec);
      if (variant % 4 === 0)
        copy.spec.rules = [{ backendRefs: [{ name: 'gone', namespace: 'prod', port: 80 }] }];
  }
  return copy;
}

describe('editing', () => {
  test.each(['gateway-api', 'kuma'])('many edits in place give what a cold run gives (%s)', (name) => {
    const profile = findProfile(name);
    const edits = fc.array(fc.record({ at: fc.nat(20), variant: fc.nat(30) }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(routes, routes, edits, ask, (manifests, donors, steps, each) => {
        const documents = [SERVICE, DEPLOYMENT, GRANT, ...manifests] as unknown as Editable[];
        const run = (previous?: Snapshot) =>
          analyse([{ file: 'a.yaml', text: toText(documents) }], {
            ...(profile === null ? {} : { profile }),
            ...(previous === undefined ? {} : { previous }),
          });
        const all = (snapshot: Snapshot) =>
          JSON.stringify([
            collectFindings(snapshot),
            reportTables(snapshot),
            presentSnapshot(snapshot),
            traceRequest(snapshot, toRequest(each)),
          ]);
        let snapshot = run();
        collectFindings(snapshot);
        for (const { at, variant } of steps) {
          const index = at % documents.length;
          documents[index] = edited(
            documents[index] as Editable,
            variant,
            donors[variant % Math.max(1, donors.length)],
          );
          snapshot = run(snapshot);
          expect(all(snapshot)).toBe(all(run()));
        }
      }),
      { numRuns: 150 },
    );
  });
});

const nasty = fc.oneof(
  fc.constantFrom(null, true, -1, 1e300, '', 'x', '__proto__', '(a+)+$', '{{ .Values }}', []),
  fc.constantFrom({}, { constructor: 1 }, [null], [[]], [{ matches: [null] }], { name: { deep: [] } }),
);

/** Replaces one value in a document with an unusual one. */
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
  test('never throws: wrong types become findings, and requests get an answer', () => {
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
