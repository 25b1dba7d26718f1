import type { ProxyConfig, VirtualHost } from '../ir/proxy-config.ts';
import type { Step } from '../ir/trace.ts';
import type { Arrival } from './arrival.ts';

type IdentifyStep = Extract<Step, { step: 3 }>;

/** Step 3 of a request with an unknown destination. */
export const NOT_IDENTIFIED = {
  step: 3,
  kind: 'identify',
  by: null,
  frontend: null,
  service: null,
} as const;

/** Returns step 3 of a request, also if its destination is not a Service. */
export function identifyRarely(arrival: Arrival, proxy: ProxyConfig): IdentifyStep {
  switch (arrival.to) {
    case 'host': {
      const { by, host, service } = arrival;
      const base = { step: 3, kind: 'identify', by, frontend: host.id } as const;
      if (by === 'host-header') {
        return {
          ...base,
          service: service?.key ?? null,
          why: service === null && host.original !== null ? 'outside-host' : 'virtual-host',
          rules: ['I-1.1', 'I-5.6'],
        };
      }
      return by === 'listener'
        ? { ...base, service: null, why: 'listener', rules: rulesOf(proxy) }
        : { ...base, service: null, why: 'connection', rules: ['I-10.3', 'I-1.4'] };
    }
    case 'no-host': {
      const listeners = proxy.entrance === 'gateway' ? proxy.listeners.map(summaryOf) : [];
      return {
        ...NOT_IDENTIFIED,
        why: arrival.why,
        rules: rulesOfMissing(proxy),
        listeners,
      };
    }
    case 'no-such-port':
      return { ...dialled(arrival), why: 'no-such-port', rules: ['R-117'] };
    case 'headless':
      return { ...dialled(arrival), why: 'headless', rules: ['R-109', 'R-123'] };
    case 'external':
      return { ...dialled(arrival), why: 'external-name', rules: ['R-109', 'R-144'] };
    case 'pod':
      return { ...NOT_IDENTIFIED, by: 'pod-ip', why: 'pod', rules: ['R-123'] };
    case 'blocked':
      return { ...NOT_IDENTIFIED, why: 'blocked', rules: ['I-1.4'] };
    case 'unknown':
      return { ...NOT_IDENTIFIED, why: 'unknown-host', rules: ['R-119'] };
    default:
      return arrival satisfies never;
  }
}

/** Returns true for a Gateway whose virtual hosts come from servers (Istio 14). */
function hasServers(proxy: ProxyConfig): boolean {
  return proxy.entrance === 'gateway' && proxy.kind !== undefined;
}

function rulesOf(proxy: ProxyConfig): readonly string[] {
  if (proxy.entrance === 'gateway' && proxy.controller !== undefined) return ['I-201', 'I-203'];
  return hasServers(proxy) ? ['I-14.1', 'I-14.3'] : ['R-410'];
}

function rulesOfMissing(proxy: ProxyConfig): readonly string[] {
  if (proxy.entrance === 'gateway' && proxy.controller !== undefined) return ['I-501'];
  return hasServers(proxy) ? ['I-14.1'] : ['R-410', 'R-412'];
}

function dialled({
  by,
  service,
}: Extract<Arrival, { to: 'no-such-port' | 'headless' | 'external' }>): Pick<
  IdentifyStep,
  'step' | 'kind' | 'by' | 'frontend' | 'service'
> {
  return { ...NOT_IDENTIFIED, by, service: service.key };
}

function summaryOf({ name, port, protocol, domain }: VirtualHost) {
  return { name, port, protocol: protocol ?? '', hostname: domain };
}
