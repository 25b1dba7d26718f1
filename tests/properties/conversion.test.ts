import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Converted, converted, isCoveredByChange } from '../conversion-answers.ts';
import { load, readRequest } from '../manifests.ts';
import { ingressRequests, ingressWorlds } from './random-ingresses.ts';

const REQUESTS = ingressRequests().map(readRequest);

/** Returns the requests that get another answer, although no change of the proof says so. */
function missed({ answers, conversion }: Converted): readonly string[] {
  return REQUESTS.flatMap((request) => {
    const both = answers(request);
    if (both.isSame || isCoveredByChange(request, both, conversion)) return [];
    const { method, scheme, host, path, query, headers } = request;
    const { before, after } = both;
    return [
      `${method} ${scheme}://${host}${path}?${query} ${JSON.stringify(headers)}: ${before.kind} ${before.status} → ${after.kind} ${after.status}`,
    ];
  });
}

describe('the proof of a conversion', () => {
  test('names every request that gets another answer', () => {
    fc.assert(
      fc.property(ingressWorlds, (manifests) => {
        const result = converted(load(manifests));
        const { documents, proof } = result.conversion;
        if (documents.length > 0 && proof.complete) expect(missed(result).slice(0, 3)).toEqual([]);
      }),
    );
  });

  test('has true witnesses', () => {
    fc.assert(
      fc.property(ingressWorlds, (manifests) => {
        const { conversion, answers } = converted(load(manifests));
        for (const { witness, before, after } of conversion.proof.changes) {
          const { method, url, headers, clientAddress } = witness;
          const own = Object.fromEntries(headers.map(([name, value]) => [name, value]));
          const address = clientAddress === undefined ? null : { clientAddress };
          const both = answers(readRequest({ ingress: 'main', method, url, headers: own, ...address }));
          expect([url, both.before.kind, both.after.kind, both.isSame]).toEqual([
            url,
            before.kind,
            after.kind,
            false,
          ]);
        }
      }),
    );
  });

  test('is complete for most worlds', () => {
    const worlds = fc.sample(ingressWorlds, { seed: 7, numRuns: 60 });
    const complete = worlds.filter((manifests) => converted(load(manifests)).conversion.proof.complete);
    expect(complete.length).toBeGreaterThan(50);
  });
});
