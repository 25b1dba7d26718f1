import type { Target } from '../../../../ir/action.ts';
import type { Condition } from '../../../../ir/condition.ts';
import type { Origin } from '../../../../ir/origin.ts';
import { type ResolvedBackend, targetTo } from '../backend-of-ingress.ts';
import { annotationPlace } from './annotation-place.ts';
import type { Location } from './servers.ts';
import type { Upstream } from './upstreams.ts';

/** Some of the requests of a location, and where they go. */
interface Branch {
  readonly conditions: readonly Condition[];
  readonly targets: readonly Target[];
}

/** Returns the requests of a location by where they go: by header, then by cookie, then by weight (I-709). */
export function canaryBranches({ upstream, origin }: Location, primary: ResolvedBackend): readonly Branch[] {
  const main: Target = targetTo(primary, origin);
  const canary = upstream?.backend === primary ? upstream.canaries[0] : undefined;
  // A canary without endpoints takes no request.
  if (canary === undefined || canary.canary === null || canary.backend.isEmpty)
    return [{ conditions: [], targets: [main] }];
  const { weight, weightTotal } = canary.canary;
  const taken = Math.min(Math.max(weight, 0), weightTotal);
  const next = targetTo(canary.backend, canary.origin);
  const shares = [
    { ...main, weight: weightTotal - taken },
    { ...next, weight: taken },
  ].filter(({ weight: share }) => share > 0);
  return [
    ...byHeader(canary, main, next),
    ...byCookie(canary, main, next),
    { conditions: [], targets: shares },
  ];
}

function byHeader(upstream: Upstream, main: Target, next: Target): readonly Branch[] {
  const { header, headerValue, headerPattern } = upstream.canary ?? {};
  if (header == null) return [];
  const test = (op: 'exact' | 'regex', value: string, annotation: string): Condition => {
    const name = header.toLowerCase();
    return { of: 'header', name, on: `header:${name}`, op, value, origin: placeOf(upstream, annotation) };
  };
  if (headerValue !== null && headerValue !== undefined)
    return [{ conditions: [test('exact', headerValue, 'canary-by-header-value')], targets: [next] }];
  if (headerPattern !== null && headerPattern !== undefined) {
    const pattern = `^(?s:.*)(?:${headerPattern})(?s:.*)$`;
    const condition = { ...test('regex', pattern, 'canary-by-header-pattern'), shown: `~${headerPattern}` };
    return [{ conditions: [condition], targets: [next] }];
  }
  return [
    { conditions: [test('exact', 'always', 'canary-by-header')], targets: [next] },
    { conditions: [test('exact', 'never', 'canary-by-header')], targets: [main] },
  ];
}

function byCookie(upstream: Upstream, main: Target, next: Target): readonly Branch[] {
  const cookie = upstream.canary?.cookie ?? null;
  if (cookie === null) return [];
  const test = (value: string): Condition => ({
    of: 'header',
    name: 'cookie',
    on: 'header:cookie',
    op: 'regex',
    // The first cookie with the name counts.
    value: `^(?:[^;=]*=[^;]*; *)*?${quoted(cookie)}=${value}(?: *;.*)?$`,
    shown: `${cookie}=${value}`,
    origin: placeOf(upstream, 'canary-by-cookie'),
  });
  return [
    { conditions: [test('always')], targets: [next] },
    { conditions: [test('never')], targets: [main] },
  ];
}

function quoted(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, (character) => `\\${character}`);
}

function placeOf({ definedBy, origin }: Upstream, annotation: string): Origin {
  return annotationPlace(definedBy.ingress, annotation, origin);
}
