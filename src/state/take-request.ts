import type { Witness } from '../core/analysis/sets/witness.ts';
import type { SimRequest } from '../core/ir/request.ts';
import { formOf } from './form-of-request.ts';
import { editRequest } from './request.ts';
import { EMPTY_REQUEST, type RequestFields } from './request-fields.ts';
import { update } from './store.ts';

/** Fills the form with a request that an analysis found. */
export function takeWitness(witness: Witness): void {
  const { from, gateway, method, url, headers, sni, clientAddress } = witness;
  const request: RequestFields = {
    ...EMPTY_REQUEST,
    from: gateway === undefined ? (from ?? '') : `gateway:${gateway}`,
    method,
    url,
    headers: headers.map(([name, value]) => `${name}: ${value}`).join('\n'),
    sni: sni ?? '',
    clientAddress: clientAddress ?? '',
  };
  update({ request, tab: 'trace', pane: 'request', highlightStep: null });
}

/** Fills the form with a request, such as that of a test case. */
export function takeRequest(request: SimRequest): void {
  update({ request: formOf(request), tab: 'trace', pane: 'request', highlightStep: null });
}

/**
 * Applies the changed parts of a request to the form. The client and the behaviour of backends remain as
 * typed.
 */
export function takeChange(changed: SimRequest): void {
  const { method, url, headers, sni, clientAddress } = formOf(changed);
  editRequest({ method, url, headers, sni, clientAddress });
  update({ highlightStep: null });
}
