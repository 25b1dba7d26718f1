import type { SimRequest } from '../ir/request.ts';

/** Returns the transport of a request. */
export function transportOf({ protocol }: SimRequest): 'tcp' | 'udp' {
  return protocol === 'udp' ? 'udp' : 'tcp';
}
