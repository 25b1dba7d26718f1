import { describe, expect, test } from 'vitest';
import { reportDifference } from '../../src/core/answers/report-difference.ts';
import { analyseReach } from '../../src/core/answers/table-reach.ts';
import { decide, settle } from '../../src/core/dataplane/decide.ts';
import { ingressClassName } from '../../src/core/ids/gateway-names.ts';
import { analyse, findProfile, type Snapshot } from '../../src/core/index.ts';
import type { Outcome } from '../../src/core/ir/outcome.ts';
import type { SimRequest } from '../../src/core/ir/request.ts';
import type { Profile } from '../../src/core/profile/profile.ts';
import { IngressOracle, type IngressRequest } from './ingress-oracle.ts';
import { textOfIngressWorld } from './ingress-world.ts';
import { changedIngressWorld, INGRESS_REQUESTS, randomIngressWorld } from './random-ingress.ts';

const PROFILE = findProfile('gateway-api') as Profile;
const load = (seed: number, text = textOfIngressWorld(randomIngressWorld(seed))): Snapshot =>
  analyse([{ file: 'a.yaml', text }], { profile: PROFILE });

function requestOf({ scheme, host, path, query, address, xCanary, cookie }: IngressRequest): SimRequest {
  return {
    from: null,
    gateway: ingressClassName('nginx'),
    protocol: 'http',
    method: 'GET',
    scheme,
    host,
    port: scheme === 'http' ? 80 : 443,
    portWritten: false,
    path,
    query,
    headers: [
      ...(xCanary === null ? [] : [['X-Canary', xCanary] as const]),
      ...(cookie === null ? [] : [['Cookie', `a=b; canary=${cookie}`] as const]),
    ],
    sni: scheme === 'https' ? host : null,
    podOf: null,
    clientAddress: address,
    backend: null,
  };
}

/** Returns an outcome in the words of the oracle. */
function endOf({ kind, status, redirect, backends, forwarded }: Outcome): string {
  if (redirect !== null) return `${redirect.status} ${redirect.location}`;
  if (kind !== 'forwarded') return String(status);
  const names = backends
    .filter(({ weight }) => weight > 0)
    .map(({ service, share }) => {
      const name = service?.replace('demo/', '') ?? '';
      return share === 1 ? name : `${name} ${Math.round(share * 100)}`;
    });
  return `${names.sort().join(', ')} ${forwarded?.path}`;
}

/** Returns true if two outcomes are the same, with the Services that fail. */
function sameEnd(a: Outcome, b: Outcome): boolean {
  const services = ({ backends }: Outcome) => backends.map(({ service }) => service).join();
  return endOf(a) === endOf(b) && a.certain === b.certain && services(a) === services(b);
}

/** nginx refuses the configuration of these worlds (I-609), so that there is no answer to compare. */
const isRefused = ({ control: { ir } }: Snapshot): boolean =>
  settle(requestOf(INGRESS_REQUESTS[0] as IngressRequest), ir, PROFILE).certain === false;

const SEEDS = Array.from({ length: 60 }, (_, at) => at + 1);

describe('random worlds of ingress-nginx', () => {
  test('every request gets the answer of the digest', () => {
    const ends = new Set<string>();
    for (const seed of SEEDS) {
      const world = randomIngressWorld(seed);
      const snapshot = load(seed);
      if (isRefused(snapshot)) continue;
      const oracle = new IngressOracle(world);
      for (const request of INGRESS_REQUESTS) {
        const expected = oracle.decide(request);
        ends.add(expected.split(' ', 1)[0] as string);
        const actual = endOf(settle(requestOf(request), snapshot.control.ir, PROFILE));
        if (actual !== expected)
          expect([seed, JSON.stringify(request), actual]).toEqual([seed, JSON.stringify(request), expected]);
      }
    }
    for (const end of ['301', '302', '308', '403', '404', '503', 'one']) expect([...ends]).toContain(end);
  });

  test('an entry is dead exactly if no request wins it', () => {
    const found = new Map<string, number>();
    for (const seed of SEEDS) {
      const snapshot = load(seed);
      const { ir } = snapshot.control;
      const winners = new Set(
        INGRESS_REQUESTS.map((request) => decide(requestOf(request), ir, PROFILE).entry),
      );
      for (const { entries } of analyseReach(snapshot))
        for (const { entry, reach } of entries) {
          found.set(reach, (found.get(reach) ?? 0) + 1);
          const isWrong = reach === 'unknown' || (reach === 'dead' && winners.has(entry));
          expect([seed, entry.id, isWrong ? reach : 'right']).toEqual([seed, entry.id, 'right']);
        }
    }
    for (const reach of ['reachable', 'partly', 'dead']) expect(found.get(reach) ?? 0).toBeGreaterThan(10);
  });

  test('a comparison finds every request that is treated differently', () => {
    let differing = 0;
    for (const seed of SEEDS) {
      const before = load(seed);
      const changed = textOfIngressWorld(changedIngressWorld(randomIngressWorld(seed), seed + 1000));
      const after = load(seed, changed);
      const { changes, complete } = reportDifference(before, after);

      for (const { witness, before: was, after: is } of changes)
        expect([seed, witness.url, sameEnd(was, is)]).toEqual([seed, witness.url, false]);
      if (!complete || changes.length > 0) continue;
      for (const request of INGRESS_REQUESTS) {
        const [was, is] = [before, after].map(({ control: { ir } }) =>
          endOf(settle(requestOf(request), ir, PROFILE)),
        );
        if (was !== is) differing++;
      }
    }
    expect(differing).toBe(0);
  });
});
