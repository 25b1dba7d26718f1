import { describe, expect, test } from 'vitest';
import { reportDifference } from '../../src/core/answers/report-difference.ts';
import { analyseReach } from '../../src/core/answers/table-reach.ts';
import { settle } from '../../src/core/dataplane/decide.ts';
import { analyse, findProfile, type Snapshot } from '../../src/core/index.ts';
import type { Client } from '../../src/core/ir/client.ts';
import type { Outcome } from '../../src/core/ir/outcome.ts';
import type { SimRequest } from '../../src/core/ir/request.ts';
import type { Profile } from '../../src/core/profile/profile.ts';
import { matches } from './istio-matches.ts';
import { Oracle, type Verdict, type WorldRequest } from './istio-oracle.ts';
import { destinationsIn, FORMS, simulated } from './istio-requests.ts';
import { clientsOf, textOfWorld } from './istio-world.ts';
import { Choices, changedWorld, randomFrom, randomWorld } from './random-istio.ts';

const PROFILE = findProfile('istio') as Profile;
const SOME: WorldRequest = { host: '', port: 80, path: '/', method: 'GET', x: null, q: null };
const load = (text: string): Snapshot => analyse([{ file: 'a.yaml', text }], { profile: PROFILE });

const FAILURES: ReadonlyMap<string, string> = new Map([
  ['BackendNotFound', 'NC'],
  ['SubsetNotFound', 'NC-subset'],
  ['no-ready-endpoints', 'UH'],
]);

/** Returns an outcome in the words of the oracle. */
function verdictOf({ kind, status, route, rule, match, backends, cause }: Outcome): Verdict {
  const winner = route === null ? null : `${route} ${rule} ${match}`;
  switch (kind) {
    case 'passed-through':
      return { rule: winner, end: `passes to ${backends[0]?.service}:${backends[0]?.port}` };
    case 'rejected':
      return { rule: winner, end: `${status}` };
    case 'unknown':
      return { rule: winner, end: 'unknown' };
    default: {
      if (cause === 'registry-only') return { rule: winner, end: status === null ? 'failed' : `${status}` };
      if (backends.length === 0)
        return { rule: winner, end: kind === 'responded' ? `responds ${status}` : kind };
      const parts = new Map<string, number>();
      for (const each of backends) {
        const failed = FAILURES.get(each.cause ?? '') ?? null;
        const version = each.subset === undefined ? 'ok' : (each.workloads[0]?.slice(-2) ?? '');
        const name = `${each.service}:${each.port}${each.subset === undefined ? '' : `@${each.subset}`}`;
        const text = `${name} ${failed ?? version}`;
        parts.set(text, (parts.get(text) ?? 0) + each.share);
      }
      const shares = [...parts].map(([text, share]) => `${text} ${(100 * share).toFixed(1)}`).sort();
      return { rule: winner, end: shares.join(', ') };
    }
  }
}

describe('random meshes with VirtualServices', () => {
  test('every request gets the result of the digest', () => {
    const ends = new Map<string, number>();
    for (let seed = 1; seed <= 60; seed++) {
      const world = randomWorld(seed);
      const { control } = load(textOfWorld(world));
      const oracle = new Oracle(world);
      const choices = new Choices(randomFrom(seed * 7919));
      for (const client of clientsOf(world)) {
        for (const destination of destinationsIn(world)) {
          for (let tries = 0; tries < 2; tries++) {
            const request = { ...destination, ...choices.of(FORMS) };
            const expected = oracle.decide(client, request);
            const actual = verdictOf(settle(simulated(client, request), control.ir, PROFILE));
            expect({ seed, client, request, ...actual }).toEqual({ seed, client, request, ...expected });
            const word = expected.end.split(' ')[0] ?? '';
            ends.set(word, (ends.get(word) ?? 0) + 1);
          }
        }
      }
    }
    for (const word of ['404', '502', 'responds', 'passes', 'unknown', 'failed'])
      expect(ends.get(word), word).toBeGreaterThan(20);
  }, 60_000);
});

describe('dead rules of VirtualServices', () => {
  test('are those that no request of any client reaches', () => {
    const seen = { dead: 0, alive: 0 };
    for (let seed = 1; seed <= 40; seed++) {
      const world = randomWorld(seed);
      const snapshot = load(textOfWorld(world));
      const winning = new Set<string>();
      const oracle = new Oracle(world);
      for (const client of clientsOf(world))
        for (const destination of destinationsIn(world))
          for (const { rule } of oracle.decideAll(client, destination, FORMS))
            if (rule !== null) winning.add(rule);
      const alive = new Set<string>();
      const reported = new Set<string>();
      for (const { entries } of analyseReach(snapshot)) {
        for (const { entry, reach, witness, blockers } of entries) {
          const name = `${entry.route} ${entry.rule} ${entry.match}`;
          reported.add(name);
          expect([seed, name, reach], `${seed} ${name}`).not.toEqual([seed, name, 'unknown']);
          if (reach === 'dead') {
            const of = world.virtualServices.find((each) => entry.route.endsWith(`/${each.name}`));
            const match = of?.http[Number(entry.rule)]?.match?.[entry.match];
            const isPossible = match === undefined || FORMS.some((form) => matches(match, form));
            expect([seed, name, blockers.length > 0]).toEqual([seed, name, isPossible]);
            continue;
          }
          alive.add(name);
          const outcome = settle(witness as SimRequest, snapshot.control.ir, PROFILE);
          expect([seed, verdictOf(outcome).rule]).toEqual([seed, name]);
        }
      }
      expect([seed, [...alive].sort()]).toEqual([seed, [...winning].sort()]);
      seen.alive += alive.size;
      seen.dead += reported.size - alive.size;
    }
    expect(seen.alive).toBeGreaterThan(50);
    expect(seen.dead).toBeGreaterThan(20);
  }, 60_000);
});

/** Returns the client that a change names. */
function readClient(name: string): Client {
  const [, namespace = '', labels = ''] = /^([^{]*)(?:\{(.*)\})?$/.exec(name) ?? [];
  const pairs = labels === '' ? [] : labels.split(',').map((pair) => pair.split('='));
  return { namespace, workload: null, labels: Object.fromEntries(pairs), inMesh: true };
}

describe('the difference of two meshes', () => {
  test('is what all requests of all clients show', () => {
    let changed = 0;
    let incomplete = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const [world, other] = [randomWorld(seed), changedWorld(randomWorld(seed), seed + 500)];
      const [before, after] = [load(textOfWorld(world)), load(textOfWorld(other))];
      const classOf = (from: Client) =>
        [before, after].map(({ control }) => control.ir.classOf({ from, gateway: null })).join(' ');
      const classes = new Map(
        clientsOf(world).map((client) => [classOf(simulated(client, SOME).from as Client), client]),
      );
      const expected = new Set<string>();
      const oracles = [new Oracle(world), new Oracle(other)] as const;
      for (const [key, client] of classes)
        for (const destination of [...destinationsIn(world), ...destinationsIn(other)]) {
          const [first, second] = oracles.map((each) => each.decideAll(client, destination, FORMS));
          for (const [at, { end }] of (first ?? []).entries()) {
            const next = second?.[at]?.end;
            if (end !== next) expected.add(`${key}: ${end} → ${next}`);
          }
        }
      const { changes, complete } = reportDifference(before, after);
      const actual = new Set<string>();
      for (const { client, except, ...change } of changes) {
        const excepted = new Set(except.map((name) => classOf(readClient(name))));
        const named =
          client === '*'
            ? [...classes.keys()].filter((key) => !excepted.has(key))
            : [classOf(readClient(client))];
        for (const key of named)
          actual.add(`${key}: ${verdictOf(change.before).end} → ${verdictOf(change.after).end}`);
      }
      const shown = [...actual].sort();
      // An incomplete comparison shows no wrong changes. Patterns can use up its budget.
      const wanted = [...expected].filter((each) => complete || actual.has(each)).sort();
      expect([seed, shown]).toEqual([seed, wanted]);
      if (!complete) incomplete++;
      if (expected.size > 0) changed++;
    }
    expect(changed).toBeGreaterThan(25);
    expect(incomplete).toBeLessThan(6);
  }, 60_000);
});
