import type { DecodedResource } from '../../../resource/decoded-resource.ts';
import type { Unsimulated } from '../../dialect-compiler.ts';
import { fieldsAt, hasField, itemsAt, textAt } from '../../not-simulated/raw-fields.ts';

/**
 * Returns what is not simulated of an object of Istio and may change the answer to a request. Returns null
 * for an object of another kind.
 */
export function unsimulatedIn({ kind, group, raw }: DecodedResource): Unsimulated | null {
  if (group === 'security.istio.io') return NOTHING;
  if (group !== 'networking.istio.io') return null;
  if (kind === 'VirtualService') return { fields: inVirtualService(raw), atGateways: true };
  if (kind === 'DestinationRule')
    return { fields: hasTLS(raw) ? ['spec.trafficPolicy.tls'] : [], atGateways: false };
  if (kind === 'Sidecar') return { fields: inSidecar(raw), atGateways: false };
  return null;
}

/** What the access stage does not decide, its notes name. */
const NOTHING: Unsimulated = { fields: [], atGateways: false };

function inSidecar(raw: unknown): readonly string[] {
  return [
    ...(itemsAt(raw, 'spec', 'ingress').length > 0 ? ['spec.ingress'] : []),
    ...(isOtherMode(textAt(raw, 'spec', 'outboundTrafficPolicy', 'mode'))
      ? ['spec.outboundTrafficPolicy.mode']
      : []),
  ];
}

function isOtherMode(mode: string | null): boolean {
  return mode !== null && mode !== '' && mode !== 'ALLOW_ANY' && mode !== 'REGISTRY_ONLY';
}

/** Connections by network, and claims of tokens. */
function inVirtualService(raw: unknown): readonly string[] {
  const found: string[] = [];
  for (const list of ['tcp', 'tls'] as const) {
    const matches = itemsAt(raw, 'spec', list).flatMap((rule) => itemsAt(rule, 'match'));
    if (matches.some((match) => itemsAt(match, 'destinationSubnets').length > 0))
      found.push(`spec.${list}[].match[].destinationSubnets`);
  }
  const claims = itemsAt(raw, 'spec', 'http')
    .flatMap((rule) => itemsAt(rule, 'match'))
    .some((match) => Object.keys(fieldsAt(match, 'headers')).some((name) => name.startsWith('@')));
  if (claims) found.push('spec.http[].match[].headers');
  return found;
}

/** The access stage decides what servers say about these. */
const DECIDED: ReadonlySet<string | null> = new Set(['ISTIO_MUTUAL', 'DISABLE']);

/** Returns true if connections to a host use TLS of its own, which a server may refuse. */
function hasTLS(raw: unknown): boolean {
  const policies = [
    fieldsAt(raw, 'spec', 'trafficPolicy'),
    ...itemsAt(raw, 'spec', 'subsets').map((subset) => fieldsAt(subset, 'trafficPolicy')),
  ];
  return policies
    .flatMap((policy) => [policy, ...itemsAt(policy, 'portLevelSettings')])
    .some((policy) => {
      const tls = fieldsAt(policy, 'tls');
      return hasField(tls, 'mode') && !DECIDED.has(textAt(tls, 'mode'));
    });
}
