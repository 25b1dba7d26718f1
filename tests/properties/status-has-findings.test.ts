import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { predictStatus } from '../../src/core/dialects/statuses.ts';
import { analyse, collectFindings } from '../../src/core/index.ts';
import type { Source } from '../../src/core/text/source.ts';
import { gatewayWorld } from './random-gateways.ts';
import { routes, SERVICE, toText } from './random-mesh.ts';

/**
 * Returns `RESOURCE TYPE=False/REASON` of each predicted False condition without a finding on the same
 * resource that explains it: one with this condition type or reason, or an error in the manifest.
 * `Programmed` follows from the other conditions.
 */
function unexplained(sources: readonly Source[]): readonly string[] {
  const snapshot = analyse(sources);
  const { cluster, control } = snapshot;
  const told = new Map<string, Set<string>>();
  for (const { site, severity, condition } of collectFindings(snapshot)) {
    if (severity === 'info') continue;
    const key = `${site.file}#${site.document}#${rootOf(site.path)}`;
    const types = told.get(key) ?? new Set<string>();
    told.set(key, types);
    if (condition !== undefined) types.add(condition.type).add(condition.reason);
    else if (severity === 'error') types.add('any');
  }
  return predictStatus(cluster, control).flatMap((status) => {
    const origin = cluster.byId.get(status.resource)?.resource.origin;
    const types = told.get(`${origin?.file}#${origin?.document}#${rootOf(origin?.root ?? [])}`) ?? new Set();
    const isTold = (type: string, reason: string) =>
      [type, reason, 'any'].some((each) => types.has(each)) || (type === 'Programmed' && types.size > 0);
    return (
      [
        ...(status.conditions ?? []),
        ...(status.listeners ?? []).flatMap(({ conditions }) => conditions),
        ...[...(status.parents ?? []), ...(status.ancestors ?? [])].flatMap(({ conditions }) => conditions),
      ]
        // `Conflicted: False` is not a fault.
        .filter(({ type, status: value }) => value === 'False' && type !== 'Conflicted')
        .filter(({ type, reason }) => !isTold(type, reason))
        .map(({ type, reason }) => `${status.resource} ${type}=False/${reason}`)
    );
  });
}

/** Returns the root of a place. The index identifies an item of a List. */
function rootOf(place: readonly (string | number)[]): string {
  return place[0] === 'items' ? `items.${place[1]}` : '';
}

const CASES = path.resolve(import.meta.dirname, '../cases');
const files = readdirSync(CASES, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.yaml'),
);

describe('a predicted condition that is False has a finding on the same resource', () => {
  it.each(files)('%s', (file) => {
    expect(unexplained([{ file, text: readFileSync(path.join(CASES, file), 'utf8') }])).toEqual([]);
  });
});

describe('random manifests', () => {
  it('of Gateways, sets, routes, policies, grants and certificates', () => {
    fc.assert(
      fc.property(gatewayWorld, (documents) => {
        expect(unexplained([{ file: 'a.yaml', text: toText(documents) }])).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('of a mesh', () => {
    fc.assert(
      fc.property(routes, (documents) => {
        expect(unexplained([{ file: 'a.yaml', text: toText([SERVICE, ...documents]) }])).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
