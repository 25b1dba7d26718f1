import type { Outcome } from '../ir/outcome.ts';
import type { ProxyConfig } from '../ir/proxy-config.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import type { Arrival } from './find-host.ts';

/**
 * Returns notes on the backends to which the proxy of the client starts TLS. A connection that the proxy passes
 * to the address that the client dialled is not changed.
 */
export function notesOnOrigination(
  { backends }: Outcome,
  arrival: Extract<Arrival, { to: 'host' }>,
  proxy: ProxyConfig,
): readonly TraceNote[] {
  if (proxy.tlsTo === undefined || arrival.by === 'dns-name') return [];
  const notes: TraceNote[] = [];
  for (const { service, port, subset, share, status } of backends) {
    if (service === null || port === null || share === 0 || status !== null) continue;
    const tls = proxy.tlsTo({ service, port, subset: subset ?? null });
    if (tls === null) continue;
    const args = { by: tls.rule, host: service, port, mode: tls.mode };
    notes.push({ code: tls.twice ? 'tls-twice' : 'tls-origination', rule: 'I-9.8, I-9.10', args });
  }
  return notes;
}
