import { own } from '../../../text/own.ts';
import type { Path } from '../../../text/path.ts';
import type { Listener } from '../../gateway-resource.ts';
import type { DecodeContext } from '../kind.ts';
import type { WrittenListener } from './listener-schema.ts';

/** Protocols without TLS in R-741. Other protocols belong to implementations. */
const PLAIN: ReadonlySet<string> = new Set(['HTTP', 'TCP', 'UDP']);
const HOSTLESS: ReadonlySet<string> = new Set(['TCP', 'UDP']);

/** The name of a protocol with TLS. */
const SECURED: Readonly<Record<string, string>> = { HTTP: 'HTTPS', TCP: 'TLS' };

/**
 * Checks one listener. Reports `listener-tls-unexpected`, `listener-tls-missing`,
 * `listener-passthrough-https`, `listener-certificates-missing`, `listener-hostname-unexpected`.
 */
export function checkListener(item: WrittenListener, context: DecodeContext, path: Path): void {
  const { name, protocol, tls, hostname } = item;
  const listener = name;
  if (tls === null || tls === undefined) {
    // A field that is written but cannot be read has its own finding.
    if (protocol === 'TLS' && !Object.hasOwn(item, 'tls')) {
      context.report({ code: 'listener-tls-missing', args: { listener }, place: { path } });
    }
  } else {
    const mode = tls.mode ?? 'Terminate';
    if (PLAIN.has(protocol)) {
      const secured = mode === 'Passthrough' && protocol === 'HTTP' ? undefined : own(SECURED, protocol);
      const edits = [
        { place: { path: [...path, 'protocol'] }, action: 'replace' as const, text: secured ?? '' },
      ];
      context.report({
        code: 'listener-tls-unexpected',
        args: { listener, protocol },
        place: { path: [...path, 'tls'], part: 'key' },
        fixes: secured === undefined ? [] : [{ name: 'use-protocol', args: { protocol: secured }, edits }],
      });
    } else if (protocol === 'HTTPS' && mode === 'Passthrough') {
      const place = { path: [...path, 'tls', 'mode'] };
      context.report({ code: 'listener-passthrough-https', args: { listener }, place });
    }
    const { certificateRefs, options } = tls;
    if (
      mode === 'Terminate' &&
      (certificateRefs ?? []).length === 0 &&
      Object.keys(options ?? {}).length === 0
    ) {
      const place = { path: [...path, 'tls'] };
      context.report({ code: 'listener-certificates-missing', args: { listener }, place });
    }
  }
  if (hostname && HOSTLESS.has(protocol)) {
    const place = { path: [...path, 'hostname'], part: 'key' as const };
    const edits = [{ place, action: 'remove' as const, text: '' }];
    context.report({
      code: 'listener-hostname-unexpected',
      args: { listener, protocol },
      place,
      fixes: [{ name: 'remove-field', args: { field: 'hostname' }, edits }],
    });
  }
}

/**
 * Checks that port, protocol and hostname together distinguish listeners. Reports
 * `listener-duplicated`.
 */
export function checkListeners(listeners: readonly Listener[], context: DecodeContext): void {
  if (listeners.length < 2) return;
  const seen = new Map<string, Listener>();
  for (const listener of listeners) {
    const { name, index, protocol, hostname } = listener;
    const key = `${listener.port}/${hostname ?? ''}/${protocol}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, listener);
      continue;
    }
    context.report({
      code: 'listener-duplicated',
      args: { listener: name, first: first.name, protocol, port: listener.port, hostname: hostname ?? '' },
      place: { path: ['spec', 'listeners', index] },
      related: [{ note: 'listener-first', place: { path: ['spec', 'listeners', first.index] } }],
    });
  }
}
