import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectOf } from '../../src/core/analysis/questions/canonical-outcome.ts';
import { type Difference, difference } from '../../src/core/analysis/questions/difference.ts';
import { decide, settle } from '../../src/core/dataplane/decide.ts';
import { analyse } from '../../src/core/index.ts';
import type { Outcome } from '../../src/core/ir/outcome.ts';
import type { Profile } from '../../src/core/profile/profile.ts';
import { PROFILES } from '../../src/core/profile/profiles.ts';
import { toText } from './random-mesh.ts';
import { reorders } from './random-reorders.ts';

function load(documents: readonly unknown[], profile: Profile) {
  const { control } = analyse([{ file: 'a.yaml', text: toText(documents) }], { profile });
  return { ir: control.ir, profile };
}

function classesOf({ changes }: Difference): readonly string[] {
  const part = ({ kind, status, backends, redirect, policies }: Outcome) => [
    kind,
    status,
    backends.map(({ service, port, share }) => `${service}:${port} ${share}`),
    redirect?.port,
    policies,
  ];
  return changes
    .map(({ frontend, client, before, after, because }) =>
      JSON.stringify([frontend, client, part(before), part(after), because.map(({ id }) => id)]),
    )
    .sort();
}

const profiles = fc
  .constantFrom(...['gateway-api', 'gateway-api', 'istio', 'envoy-gateway', 'linkerd'])
  .map((name) => PROFILES[name] as Profile);

describe('the difference between tables whose rules are in another order', () => {
  test('has the classes, winners and completeness that trying every pair of entries shows', () => {
    let changes = 0;
    let complete = 0;
    fc.assert(
      fc.property(reorders(9), profiles, ({ before: old, after: fresh }, profile) => {
        const [before, after] = [load(old, profile), load(fresh, profile)];
        const found = difference(before, after);
        // Two profiles may read conditions differently, even if they are equal: every pair is tried.
        const plain = difference(before, { ...after, profile: { ...profile } });
        if (plain.complete || found.complete) expect(classesOf(found)).toEqual(classesOf(plain));
        // A pair that is left out cannot be undecided.
        if (plain.complete) expect(found.complete).toBe(true);
        for (const change of found.changes) {
          const { request, because } = change;
          const sides = [
            { world: before, outcome: change.before },
            { world: after, outcome: change.after },
          ];
          for (const { world, outcome } of sides) {
            expect(settle(request, world.ir, world.profile)).toEqual(outcome);
            const { entry } = decide(request, world.ir, world.profile);
            if (entry !== null) expect(because).toContain(entry);
          }
          expect(effectOf(change.before)).not.toBe(effectOf(change.after));
        }
        changes += found.changes.length;
        if (found.complete) complete++;
      }),
      { numRuns: 300 },
    );
    expect(changes).toBeGreaterThan(400);
    expect(complete).toBeGreaterThan(150);
  });
});
