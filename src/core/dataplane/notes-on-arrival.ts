import type { MeshIR } from '../ir/mesh-ir.ts';
import { hasRequests } from '../ir/protocol.ts';
import type { ProxyConfig } from '../ir/proxy-config.ts';
import type { SimRequest } from '../ir/request.ts';
import type { FollowedTrace } from '../ir/trace.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import { hasEscapedSlash, isOdd, normalisePath } from '../match/normalise-path.ts';
import type { Profile } from '../profile/profile.ts';
import type { Arrival } from './arrival.ts';
import { noteOnCoreGroup } from './core-group-note.ts';
import { hostHeaderOf } from './identify.ts';
import { rareEnds } from './rare-ends.ts';

/** Returns notes on open points of the specification and assumptions in finding the destination. */
export function notesOnArrival(
  arrival: Arrival,
  request: SimRequest,
  proxy: ProxyConfig,
  ir: MeshIR,
  profile: Profile,
): readonly TraceNote[] {
  if (proxy.entrance === 'gateway') {
    // The controller of a class decides how paths are compared, not the profile.
    const isOpen = arrival.to === 'host' && proxy.controller === undefined;
    return isOpen ? notesOnPath(request, profile) : [];
  }
  const isUsual = arrival.to === 'host' && arrival.service !== null && hostHeaderOf(request) === null;
  const notes = isUsual ? [] : [...rareEnds().notesOnDestination(arrival, request, proxy, ir, profile)];
  const service = 'service' in arrival ? arrival.service : null;
  if (arrival.to === 'host' && service !== null) notes.push(...noteOnCoreGroup(service.key, ir, profile));
  if (service?.assumed) notes.push({ code: 'service-assumed', rule: 'S71', args: { service: service.key } });
  return [...notes, ...notesOnPath(request, profile)];
}

/**
 * Returns notes on a path that proxies normalise before they compare it, with the results of two of them
 * (A-12).
 */
function notesOnPath({ protocol, path }: SimRequest, profile: Profile): readonly TraceNote[] {
  if (!hasRequests(protocol) || !(isOdd(path) || hasEscapedSlash(path))) return [];
  const args = {
    path,
    chosen: profile.pathNormalisation,
    istio: normalisePath(path, 'base'),
    gateway: normalisePath(path, 'redirect'),
    redirects: hasEscapedSlash(path) ? 1 : 0,
  };
  return [{ code: 'path-not-normalised', rule: 'R-204, A-12', args }];
}

/**
 * Returns notes on the Services of an outcome that no manifest declares (S71). The dialled Service already
 * has its note.
 */
export function notesOnAssumed({ outcome, notes }: FollowedTrace, ir: MeshIR): readonly TraceNote[] {
  const told = new Set(
    notes.filter(({ code }) => code === 'service-assumed').map(({ args }) => args.service),
  );
  const services = [...outcome.backends, ...outcome.mirrors].map(({ service }) => service);
  return [...new Set(services)]
    .filter((service) => service !== null && !told.has(service) && ir.service(service)?.assumed)
    .map((service) => ({ code: 'service-assumed', rule: 'S71', args: { service: service as string } }));
}
