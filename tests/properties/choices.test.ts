import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASKED_AGAIN } from '../../src/core/dataplane/asked-again.ts';
import { CHOICES, PROFILE_FIELDS, type ProfileField } from '../../src/core/dataplane/choice-table.ts';
import { choicesOn } from '../../src/core/dataplane/choices.ts';
import { settle } from '../../src/core/dataplane/decide.ts';
import { analyse, decideRequest, GATEWAY_API, traceRequest } from '../../src/core/index.ts';
import type { Outcome } from '../../src/core/ir/outcome.ts';
import type { SimRequest } from '../../src/core/ir/request.ts';
import type { Trace } from '../../src/core/ir/trace.ts';
import type { Profile } from '../../src/core/profile/profile.ts';
import { PROFILES } from '../../src/core/profile/profiles.ts';
import { checkTrace } from '../well-formed/check-trace.ts';
import { requestFor } from './choice-requests.ts';
import { THEMES, worldFor } from './choice-worlds.ts';
import { toText } from './random-mesh.ts';

const drawn = fc.constantFrom(...THEMES).chain((theme) =>
  fc.record({
    manifests: worldFor(theme),
    asked: fc.array(requestFor(theme), { minLength: 14, maxLength: 14 }),
  }),
);

/** Returns the parts of an outcome that a client or a backend can observe. */
function noticed(outcome: Outcome): string {
  const { kind, status, route, rule, backends, forwarded, redirect, response, mirrors, policies } = outcome;
  return JSON.stringify({
    kind,
    status,
    route,
    rule,
    backends,
    forwarded,
    redirect,
    response,
    mirrors,
    policies,
  });
}

function traceUnder(profile: Profile, text: string, request: SimRequest): Trace {
  return traceRequest(analyse([{ file: 'a.yaml', text }], { profile }), request);
}

describe('choices of a profile', () => {
  test('every field that is open has values and codes of its own', () => {
    expect([...PROFILE_FIELDS].sort()).toEqual(
      Object.keys(GATEWAY_API)
        .filter((field) => field !== 'name')
        .sort(),
    );
    const codes = Object.values(CHOICES).flatMap((choice) => choice.codes as readonly string[]);
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
    for (const [field, { values }] of Object.entries(CHOICES)) {
      for (const profile of Object.values(PROFILES)) {
        expect(values as readonly unknown[], field).toContain(profile[field as ProfileField]);
      }
    }
  });

  test('a trace has a note when another value of any field would change its outcome', () => {
    const touched = new Map<string, number>();
    const property = fc.property(
      drawn,
      fc.constantFrom(...Object.values(PROFILES)),
      ({ manifests, asked }, profile) => {
        const text = toText(manifests);
        const own = asked.map((request) => traceUnder(profile, text, request));
        for (const field of PROFILE_FIELDS) {
          const { codes, values } = CHOICES[field];
          for (const value of values as readonly Profile[ProfileField][]) {
            if (value === profile[field]) continue;
            const flipped = analyse([{ file: 'a.yaml', text }], { profile: { ...profile, [field]: value } });
            for (const [at, request] of asked.entries()) {
              const trace = own[at] as Trace;
              const other = settle(request, flipped.control.ir, flipped.profile);
              if (noticed(other) === noticed(trace.outcome)) continue;
              touched.set(field, (touched.get(field) ?? 0) + 1);
              const carried = trace.notes.map(({ code }) => code);
              const told = (codes as readonly string[]).some((code) => carried.includes(code as never));
              if (!told) {
                throw new Error(
                  `${field}: ${profile[field]} → ${value} changes ${noticed(trace.outcome)} to ${noticed(other)} without ${codes}; notes: ${carried}`,
                );
              }
            }
          }
        }
      },
    );
    const untouched = () => PROFILE_FIELDS.filter((field) => !touched.has(field));
    // The property covers a field only when some case depends on it. A rare field may need another round.
    for (let round = 0; round === 0 || (round < 5 && untouched().length > 0); round++) {
      fc.assert(property, { numRuns: 180 });
    }
    expect(untouched().join()).toBe('');
  }, 600_000);

  test('deciding again for fields that were not read finds nothing more', () => {
    const missed = fc.property(
      drawn,
      fc.constantFrom(...Object.values(PROFILES)),
      ({ manifests, asked }, profile) => {
        const { control, ...snapshot } = analyse([{ file: 'a.yaml', text: toText(manifests) }], { profile });
        for (const request of asked) {
          const trace = traceRequest({ control, ...snapshot }, request);
          const again = (other: Profile) => settle(request, control.ir.under(other), other);
          // The trace has the notes of the fields that were read. Now every field is asked for.
          expect(choicesOn(trace, ASKED_AGAIN, profile, again)).toEqual([]);
        }
      },
    );
    fc.assert(missed, { numRuns: 120 });
  }, 300_000);

  test('the verdict without explanation is the same under every profile', () => {
    // When several matching routes are an error, the winner alone does not determine the outcome.
    const profiles = Object.values(PROFILES).filter(({ severalMatches }) => severalMatches === 'merge');
    fc.assert(
      fc.property(drawn, fc.constantFrom(...profiles), ({ manifests, asked }, profile) => {
        const snapshot = analyse([{ file: 'a.yaml', text: toText(manifests) }], { profile });
        for (const request of asked) {
          const trace = traceRequest(snapshot, request);
          expect(checkTrace(trace)).toEqual([]);
          const { outcome } = trace;
          const { entry } = decideRequest(snapshot, request);
          expect(entry === null ? null : [entry.route, entry.rule, entry.match]).toEqual(
            outcome.route === null ? null : [outcome.route, outcome.rule, outcome.match],
          );
          expect(settle(request, snapshot.control.ir, profile)).toEqual(outcome);
        }
      }),
      { numRuns: 120 },
    );
  });
});
