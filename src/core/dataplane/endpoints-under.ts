import type { Backend } from '../ir/backend.ts';
import type { SimRequest } from '../ir/request.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import type { Profile } from '../profile/profile.ts';

/**
 * Returns the number of ready endpoints of a backend that a request reaches. Null if the manifests do not say.
 * In a mesh, a Service whose selector matches nothing in a bundle with workloads may count as empty.
 */
export function endpointsUnder(
  { endpoints, source }: Pick<Backend, 'endpoints' | 'source'>,
  { gateway }: Pick<SimRequest, 'gateway'>,
  profile: Pick<Profile, 'unmatchedSelectors'>,
): number | null {
  if (endpoints !== null || source !== 'unmatched' || gateway !== null) return endpoints;
  return profile.unmatchedSelectors === 'no-endpoints' ? 0 : null;
}

/** Returns the note on a backend whose endpoints the manifests do not show. */
export function noteOnEndpoints({
  service,
  port,
  outside,
}: Pick<Backend, 'outside'> & { readonly service: string; readonly port: number }): TraceNote {
  if (outside === undefined) return { code: 'endpoints-unknown', rule: 'R-337', args: { service } };
  const args = { host: service, port };
  return outside === 'dns'
    ? { code: 'outside-host', rule: 'I-ServiceEntry', args }
    : { code: 'dialled-address', rule: 'I-ServiceEntry', args };
}
