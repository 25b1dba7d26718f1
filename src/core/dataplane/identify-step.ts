import type { ProxyConfig } from '../ir/proxy-config.ts';
import type { Step } from '../ir/trace.ts';
import type { Arrival } from './arrival.ts';
import { rareEnds } from './rare-ends.ts';

/** Returns step 3: the destination of a request, with the rules that determine it. */
export function identifyStep(arrival: Arrival, proxy: ProxyConfig): Extract<Step, { step: 3 }> {
  if (arrival.to !== 'host' || arrival.service === null || arrival.by === 'host-header')
    return rareEnds().identify(arrival, proxy);
  const { by, host, service } = arrival;
  const base = { step: 3, kind: 'identify', by, frontend: host.id, service: service.key } as const;
  return { ...base, why: 'service', rules: ['R-119', 'R-120'] };
}
