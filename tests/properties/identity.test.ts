import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportDifference } from '../../src/core/answers/report-difference.ts';
import { reportTables } from '../../src/core/answers/report-tables.ts';
import { analyse, GATEWAY_API, type Snapshot } from '../../src/core/index.ts';
import { parseSource } from '../../src/core/manifest/parse.ts';
import type { Profile } from '../../src/core/profile/profile.ts';
import { PROFILES } from '../../src/core/profile/profiles.ts';
import { THEMES, worldFor } from './choice-worlds.ts';
import { gatewayWorld } from './random-gateways.ts';
import { routes, SERVICE, toText } from './random-mesh.ts';

const NOTHING = { changes: [], complete: true, notSimulated: [], sampled: [] };

/**
 * Returns the mapping with its keys in another order, at every depth: the same manifest, written differently.
 */
function rewritten(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(rewritten);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .map(([key, value]) => [key, rewritten(value)] as const)
      .reverse(),
  );
}

/** Returns the winners of the tables, without the places in the files. */
function tablesOf(snapshot: Snapshot): unknown {
  return reportTables(snapshot, () => ({ file: '', document: 0, path: '', line: 1, column: 1 }));
}

/**
 * Returns documents with distinct identities. Of two documents with one identity the later one counts, so
 * their order would matter.
 */
function unique(documents: readonly unknown[]): readonly unknown[] {
  const found = new Map<string, unknown>();
  for (const [at, document] of documents.entries()) {
    const [each] = analyse([{ file: 'a', text: JSON.stringify(document) }]).cluster.resources;
    found.set(each?.resource.id ?? String(at), document);
  }
  return [...found.values()];
}

function expectIdentity(documents: readonly unknown[], profile: Profile = GATEWAY_API): void {
  const read = (text: string, file: string) => analyse([{ file, text }], { profile });
  const before = read(toText(documents), 'a.yaml');
  expect(reportDifference(before, before)).toEqual(NOTHING);
  expect(reportDifference(before, read(toText(documents), 'b.yaml'))).toEqual(NOTHING);
  const others = [...unique(documents)].reverse().map(rewritten);
  const after = read(toText(others), 'b.yaml');
  expect(reportDifference(before, after)).toEqual(NOTHING);
  // The proof depends on this: the tables depend only on the resources.
  expect(tablesOf(after)).toEqual(tablesOf(before));
}

describe('manifests do not differ from themselves, read again or written in another order', () => {
  test('meshes', () => {
    fc.assert(
      fc.property(routes, (some) => expectIdentity([SERVICE, ...some])),
      { numRuns: 60 },
    );
  });

  test('Gateways', () => {
    fc.assert(
      fc.property(gatewayWorld, (world) => expectIdentity(world)),
      { numRuns: 60 },
    );
  });

  test.each(THEMES)('what profiles decide: %s', (theme) => {
    fc.assert(fc.property(worldFor(theme), fc.constantFrom(...Object.values(PROFILES)), expectIdentity), {
      numRuns: 8,
    });
  });

  const FOLDER = join(import.meta.dirname, '../cases');
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.yaml$/.test(name),
  );

  test('every case', () => {
    for (const file of files) {
      const text = readFileSync(join(FOLDER, file), 'utf8');
      const [first, second] = ['a.yaml', 'b.yaml'].map((name) => analyse([{ file: name, text }]));
      expect(reportDifference(first as Snapshot, second as Snapshot), file).toEqual(NOTHING);
      const values = parseSource({ file, text }).flatMap(({ value, sketch }) =>
        value === undefined || value === null || sketch ? [] : [value],
      );
      expectIdentity(values);
    }
  });
});

test('one changed field is a difference, even if the analysis finds no request', () => {
  const read = (value: string) =>
    analyse([
      {
        file: 'a.yaml',
        text: toText([
          SERVICE,
          {
            apiVersion: 'gateway.networking.k8s.io/v1',
            kind: 'HTTPRoute',
            metadata: { name: 'r', namespace: 'prod' },
            spec: {
              parentRefs: [{ group: '', kind: 'Service', name: 'shop' }],
              rules: [
                {
                  matches: [{ path: { type: 'RegularExpression', value } }],
                  backendRefs: [{ name: 'shop', port: 80 }],
                },
              ],
            },
          },
        ]),
      },
    ]);
  expect(reportDifference(read('/a+'), read('/a+'))).toEqual(NOTHING);
  expect(reportDifference(read('/a+'), read('/b+')).changes).not.toEqual([]);
});
