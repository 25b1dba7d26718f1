import { namespacedName, readNamespacedName, readResourceId, servicePortId } from '../ids/ids.ts';
import { readListenerId } from '../ids/listener-ids.ts';
import { enteredGateway } from '../ir/entered-gateway.ts';
import type { MeshIR } from '../ir/mesh-ir.ts';
import type { Outcome } from '../ir/outcome.ts';
import { type AttachedPolicy, type PolicyTarget, targetId } from '../ir/policy.ts';
import type { SimRequest } from '../ir/request.ts';
import type { Role } from '../ir/table.ts';
import type { FollowedTrace, Step } from '../ir/trace.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import type { Profile } from '../profile/profile.ts';
import { notSimulated } from './not-simulated.ts';
import { tlsToBackend } from './tls-to-backend.ts';
import type { Acting, ReadActing } from './with-policies.ts';

/** An object on the way of a request, with its section if the request passes one. */
interface Passed {
  readonly target: PolicyTarget;
  /** The namespace of the object, which is the namespace of the producer. */
  readonly namespace: string;
  readonly as: 'frontend' | 'route' | 'backend' | 'listener' | 'namespace';
}

const NONE: Acting = { policies: [], notes: [], session: null };

/**
 * Returns the policies that act on the request of a trace. A policy acts if the request passes its target
 * (and its section, R-603). A policy from another namespace than its target acts only if the request comes
 * from the namespace of the policy (R-606). The effect of other kinds is never evaluated (R-608).
 */
export const actingPolicies: ReadActing = (trace, ir, profile) => {
  const { policies, notes } = actingOn(trace, ir, profile);
  return { policies, notes, session: sessionOf(policies, trace.outcome, ir) };
};

function actingOn(trace: FollowedTrace, ir: MeshIR, profile: Profile): Omit<Acting, 'session'> {
  const { request, outcome } = trace;
  if (outcome.kind === 'bypassed' || (outcome.kind === 'unknown' && outcome.route === null)) return NONE;
  const sender = request.gateway === null ? (request.from?.namespace ?? null) : request.gateway.namespace;
  const notes: TraceNote[] = [];
  const found: { readonly policy: AttachedPolicy; readonly scope: Role }[] = [];
  const told = new Set<string>();
  for (const passed of passedBy(trace, ir)) {
    for (const policy of ir.policiesOn(targetId(passed.target))) {
      const key = `${policy.policy} ${targetId(policy.target)}#${policy.target.section ?? ''}`;
      if (told.has(key) || !concerns(policy, passed, request, outcome, ir, profile)) continue;
      told.add(key);
      const args = { policy: policy.policy, target: targetId(policy.target) };
      if (policy.absent) {
        notes.push({ code: 'fields-dropped', rule: 'R-640, R-701', args: { fields: policy.kind } });
        continue;
      }
      if (policy.refusal !== null) {
        notes.push({ code: 'policy-refused', rule: 'R-603, R-604', args: { ...args, why: policy.refusal } });
        continue;
      }
      const producer = policy.namespace === passed.namespace || policy.namespace === '';
      if (!producer && policy.namespace !== sender) {
        const of = { ...args, namespace: policy.namespace };
        notes.push({ code: 'policy-of-others', rule: 'R-606', args: of });
        continue;
      }
      const scope = request.gateway !== null ? 'gateway' : producer ? 'producer' : 'consumer';
      found.push({ policy, scope });
    }
  }
  const acting = found.filter(({ policy, scope }) => {
    if (scope !== 'producer') return true;
    const rival = found.find(
      (other) =>
        other.scope === 'consumer' &&
        other.policy.kind === policy.kind &&
        targetId(other.policy.target) === targetId(policy.target),
    );
    if (rival === undefined || profile.policyOverlap === 'both') return true;
    const args = { policy: policy.policy, by: rival.policy.policy };
    notes.push({ code: 'policy-replaced', rule: 'R-607, A-39', args });
    return false;
  });
  for (const { policy } of acting) notes.push(...notesOnEffect(policy, trace));
  return {
    policies: acting.map(({ policy, scope }) => ({
      policy: policy.policy,
      target: `${targetId(policy.target)}${policy.target.section === null ? '' : `#${policy.target.section}`}`,
      scope,
    })),
    notes,
  };
}

/** Returns true if a policy applies to the side of its target that the request passes. */
function concerns(
  policy: AttachedPolicy,
  passed: Passed,
  request: SimRequest,
  outcome: Outcome,
  ir: MeshIR,
  profile: Profile,
): boolean {
  const { section } = policy.target;
  const { effect } = policy;
  if (effect.kind === 'opaque') return section === null || section === passed.target.section;
  // Direct policies configure how a backend is reached. The data plane does not handle a request that passes
  // through (R-121).
  if (passed.as !== 'backend' || outcome.kind === 'passed-through') return false;
  if (effect.kind === 'backend-traffic') return true;
  if (request.gateway === null && !profile.backendTLSInMesh) return false;
  if (policy.refusal !== null) return section === null || section === passed.target.section;
  const { namespace, name } = passed.target;
  return outcome.backends.some(
    ({ service, port }) =>
      service === namespacedName(namespace, name) &&
      port !== null &&
      tlsToBackend(service, port, ir)?.policy === policy,
  );
}

/**
 * Returns every object on the way of the request that a policy can target, from the client to the backends.
 */
function passedBy({ request, steps, outcome }: FollowedTrace, ir: MeshIR): readonly Passed[] {
  const passed: Passed[] = [];
  const add = (
    as: Passed['as'],
    kind: string,
    namespace: string,
    name: string,
    section: string | null,
  ): void => {
    passed.push({ as, namespace, target: { kind, namespace, name, section } });
  };
  if (request.gateway !== null) {
    const { namespace, name, kind = 'Gateway' } = enteredGateway({ request, steps }) ?? request.gateway;
    const listener = listenerOf(steps);
    add('listener', kind, namespace, name, listener?.kind === 'Gateway' ? listener.listener : null);
    if (listener?.kind === 'ListenerSet') {
      add('listener', 'ListenerSet', listener.namespace, listener.name, listener.listener);
    }
  }
  const identified = steps.find((step) => step.step === 3);
  const frontend = identified?.step === 3 && identified.service !== null ? identified : null;
  if (frontend !== null) {
    const { namespace, name } = readNamespacedName(frontend.service ?? '');
    const port = frontend.frontend === null ? null : (ir.frontends.get(frontend.frontend)?.portName ?? null);
    add('frontend', 'Service', namespace, name, port);
  }
  if (outcome.route !== null) {
    const { prefix, namespace, name } = readResourceId(outcome.route);
    add('route', prefix, namespace, name, outcome.ruleName);
  }
  for (const { service, port, share, cause } of outcome.backends) {
    // A backend that is not a Service has no Service name.
    if (service === null || share === 0 || cause === 'not-simulated') continue;
    const { namespace, name } = readNamespacedName(service);
    const portName =
      port === null ? null : (ir.frontends.get(servicePortId(service, port))?.portName ?? null);
    add('backend', 'Service', namespace, name, portName);
  }
  // A setting of a namespace applies to everything in it.
  for (const namespace of new Set(passed.map((each) => each.namespace))) {
    passed.push({
      as: 'namespace',
      namespace,
      target: { kind: 'Namespace', namespace: '', name: namespace, section: null },
    });
  }
  return passed;
}

/** Returns the parts of the id of the listener through which a request enters. Returns null in a mesh. */
function listenerOf(steps: readonly Step[]): ReturnType<typeof readListenerId> {
  const step = steps.find((each) => each.step === 3);
  return step?.step === 3 && step.by === 'listener' ? readListenerId(step.frontend ?? '') : null;
}

function notesOnEffect(
  { policy, target, effect }: AttachedPolicy,
  trace: FollowedTrace,
): readonly TraceNote[] {
  const service = namespacedName(target.namespace, target.name);
  if (effect.kind === 'opaque') {
    return [notSimulated('R-608', policy, 'target', targetId(target))];
  }
  if (effect.kind === 'backend-tls') {
    const { hostname } = effect;
    const code = effect.valid ? 'backend-tls' : 'backend-tls-invalid';
    const notes: TraceNote[] = [{ code, rule: 'R-630', args: { policy, service, hostname } }];
    if (trace.request.gateway === null) {
      notes.push({ code: 'backend-tls-in-mesh', rule: 'R-630', args: { policy } });
    }
    return notes;
  }
  const notes: TraceNote[] = [];
  if (effect.retryPercent !== null && trace.outcome.retry !== null) {
    const args = { policy, service, percent: effect.retryPercent };
    notes.push({ code: 'retry-budget', rule: 'R-640', args });
  }
  return notes;
}

/**
 * Returns the session of an XBackendTrafficPolicy, if it targets all backends. The session of a rule takes
 * precedence (R-345).
 */
function sessionOf(policies: Outcome['policies'], outcome: Outcome, ir: MeshIR): Outcome['session'] {
  const services = new Set(outcome.backends.map(({ service }) => service));
  if (services.size !== 1) return null;
  const [service] = services;
  for (const attached of ir.policiesOn(`Service/${service}`)) {
    if (attached.effect.kind !== 'backend-traffic' || attached.effect.session === null) continue;
    if (policies.some((each) => each.policy === attached.policy)) return attached.effect.session;
  }
  return null;
}
