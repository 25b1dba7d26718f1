import { servicePortId } from '../ids/ids.ts';
import type { MeshIR } from '../ir/mesh-ir.ts';
import type { AttachedPolicy, PolicyEffect } from '../ir/policy.ts';

/** A BackendTLSPolicy with its effect on connections to a backend. */
export interface BackendTLS {
  readonly policy: AttachedPolicy;
  readonly effect: Extract<PolicyEffect, { kind: 'backend-tls' }>;
}

/**
 * Returns the BackendTLSPolicy for a port of a Service. A policy that names the port takes precedence over
 * one for the whole Service. Returns null if connections use no TLS, regardless of the number or name
 * of the port.
 */
export function tlsToBackend(service: string, port: number, ir: MeshIR): BackendTLS | null {
  const portName = ir.frontends.get(servicePortId(service, port))?.portName ?? '';
  let whole: BackendTLS | null = null;
  for (const policy of ir.policiesOn(`Service/${service}`)) {
    const { effect, target } = policy;
    if (policy.refusal !== null || effect.kind !== 'backend-tls') continue;
    if (target.section === null) whole = { policy, effect };
    else if (target.section === portName) return { policy, effect };
  }
  return whole;
}
