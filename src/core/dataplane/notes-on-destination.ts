import type { MeshIR } from '../ir/mesh-ir.ts';
import { portProtocol } from '../ir/port-protocol.ts';
import type { MeshProxy } from '../ir/proxy-config.ts';
import type { SimRequest } from '../ir/request.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import type { Profile } from '../profile/profile.ts';
import type { Arrival } from './arrival.ts';
import { hostHeaderOf, type Identity, identify } from './identify.ts';

/** Returns notes on a Host header that names another place, and on TLS at a port that is declared as HTTP. */
export function notesOnDestination(
  arrival: Arrival,
  request: SimRequest,
  proxy: MeshProxy,
  ir: MeshIR,
  profile: Profile,
): readonly TraceNote[] {
  const notes: TraceNote[] = [];
  const named = hostHeaderOf(request);
  // A proxy of Istio always selects by the Host header. This is no open point.
  if (named !== null && proxy.byAuthority === undefined) {
    const other = placeOf(identify(request, ir, !proxy.authorityFirst, profile));
    if (other !== placeOf(arrival)) {
      const args = { header: named.host, other: other || request.host, by: profile.serviceIdentification };
      notes.push({ code: 'host-header-differs', rule: 'R-120, A-03', args });
    }
  }
  if (isUnreadable(arrival, request)) {
    const args = { host: request.host, port: request.port };
    notes.push({ code: 'tls-at-http-port', rule: 'I-2.9, I-1.4', args });
  }
  return notes;
}

/** Returns true for TLS at a port of an outside host that is declared as HTTP. */
function isUnreadable(arrival: Arrival, { scheme }: SimRequest): boolean {
  if (arrival.to === 'blocked') return arrival.unreadable === true;
  if (arrival.to !== 'host' || arrival.by !== 'dns-name' || arrival.service !== null) return false;
  const { name, protocol } = arrival.host;
  return (scheme === 'https' || scheme === 'tls') && portProtocol(name, protocol) === 'http';
}

/** Returns a text that distinguishes destinations. Returns '' for an unknown one. */
function placeOf(arrival: Arrival | Identity): string {
  switch (arrival.to) {
    case 'frontend':
      return arrival.frontend.id;
    case 'host':
      return arrival.host.id;
    case 'pod':
      return `pod ${arrival.pod.ip}`;
    case 'no-such-port':
    case 'headless':
    case 'external':
      return `${arrival.to} ${arrival.service.key}`;
    case 'no-host':
    case 'blocked':
    case 'unknown':
      return '';
    default:
      return arrival satisfies never;
  }
}
