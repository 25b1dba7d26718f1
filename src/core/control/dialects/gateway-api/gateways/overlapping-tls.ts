import { intersectHosts } from './hostname.ts';
import type { EffectiveListener } from './listeners.ts';

const WITH_TLS: ReadonlySet<string> = new Set(['HTTPS', 'TLS']);

/**
 * Returns the listeners of a Gateway that share a port and a hostname with another TLS listener. A client may
 * reuse its connection to one listener for the other (R-412, R-510 OverlappingTLSConfig). `listeners` are all
 * listeners of one Gateway.
 */
export function overlappingTLS(listeners: readonly EffectiveListener[]): ReadonlySet<EffectiveListener> {
  const byPort = new Map<number, EffectiveListener[]>();
  for (const each of listeners) {
    if (!WITH_TLS.has(each.listener.protocol)) continue;
    const list = byPort.get(each.listener.port);
    if (list) list.push(each);
    else byPort.set(each.listener.port, [each]);
  }
  const overlapping = new Set<EffectiveListener>();
  for (const list of byPort.values()) {
    list.forEach((one, at) => {
      for (const other of list.slice(at + 1)) {
        if (intersectHosts(one.listener.hostname, other.listener.hostname) === undefined) continue;
        overlapping.add(one);
        overlapping.add(other);
      }
    });
  }
  return overlapping;
}
