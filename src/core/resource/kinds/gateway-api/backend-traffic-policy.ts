import type { BackendTrafficPolicySpec } from '../../gateway-resource.ts';
import { objectSchema } from '../../metadata.ts';
import { integer, list, record, text, type Validated } from '../../schema.ts';
import { type DecodeContext, defineKind } from '../kind.ts';
import { decodeSession } from './decode-route-parts.ts';
import { decodeTargets } from './policy-targets.ts';
import { localRef } from './reference-schema.ts';
import { DURATION, SESSION_PERSISTENCE } from './route-schema.ts';

const SPEC = record(
  'How backends are to be used.',
  {
    targetRefs: list('The backends.', localRef('A backend, as a whole.'), { minItems: 1, maxItems: 16 }),
    retryConstraint: record('How much of the traffic may be retries.', {
      budget: record('The share of retries among the active requests.', {
        percent: integer('The share, in percent.', { min: 0, max: 100, defaultTo: 20 }),
        interval: text('Over how long it is counted.', { ...DURATION, defaultTo: '10s' }),
      }),
      minRetryRate: record('Retries that are allowed in any case.', {
        count: integer('How many.', { min: 1, max: 1_000_000, defaultTo: 10 }),
        interval: text('In how long.', { ...DURATION, defaultTo: '1s' }),
      }),
    }),
    // The whole kind is experimental. Its fields are not marked again.
    sessionPersistence: { ...SESSION_PERSISTENCE, experimental: false },
  },
  { required: ['targetRefs'], partial: true },
);

/** Returns a decoded policy. Reports the codes of targets and of session persistence. */
function decodePolicy(spec: Validated<typeof SPEC>, context: DecodeContext): BackendTrafficPolicySpec {
  const constraint = spec.retryConstraint ?? null;
  return {
    targetRefs: decodeTargets(spec.targetRefs, context),
    retryBudget:
      constraint === null
        ? null
        : {
            percent: constraint.budget?.percent ?? 20,
            interval: constraint.budget?.interval ?? '10s',
            atLeast: constraint.minRetryRate?.count ?? 10,
            atLeastInterval: constraint.minRetryRate?.interval ?? '1s',
          },
    session: decodeSession(spec.sessionPersistence, context, ['spec']),
  };
}

export const X_BACKEND_TRAFFIC_POLICY = defineKind({
  kind: 'XBackendTrafficPolicy',
  group: 'gateway.networking.x-k8s.io',
  versions: ['v1alpha1'],
  namespaced: true,
  schema: objectSchema('Limits retries to backends, and keeps clients on one of them.', { spec: SPEC }, [
    'spec',
  ]),
  decode: (value, context) => decodePolicy(value.spec ?? {}, context),
});
