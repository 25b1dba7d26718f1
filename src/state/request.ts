import type { Witness } from '../core/analysis/sets/witness.ts';
import type { SimRequest } from '../core/ir/request.ts';
import { looksLikeCurl } from './curl-command.ts';
import { EMPTY_REQUEST, formOf, type RequestFields } from './request-fields.ts';
import { notify, store, update } from './store.ts';

/** Changes some fields of the request form. */
export function editRequest(change: Partial<RequestFields>): void {
  update(({ request }) => ({ request: { ...request, ...change } }));
}

/** Stores the text of the URL field. A curl command sets method, URL and headers. */
export async function editURL(text: string): Promise<void> {
  const url = text.replace(/[\r\n]+/g, ' ');
  editRequest({ url });
  if (!looksLikeCurl(text)) return;
  const { readCurl } = await import('./read-curl.ts');
  const curl = readCurl(text);
  // If the user typed in the meantime, the newer text counts.
  if (!curl || store.getState().request.url !== url) return;
  editRequest(curl.request);
  notify({ name: 'curl-read', ignored: curl.ignored });
}

/** Answers the request, shows the trace, and plays it from the start. */
export function sendRequest(): void {
  update(({ sends }) => ({ sends: sends + 1, tab: 'trace', highlightStep: null }));
}

/** Fills the form with a request that an analysis found. */
export function takeWitness(witness: Witness): void {
  const { from, gateway, method, url, headers, sni } = witness;
  const request: RequestFields = {
    ...EMPTY_REQUEST,
    from: gateway === undefined ? (from ?? '') : `gateway:${gateway}`,
    method,
    url,
    headers: headers.map(([name, value]) => `${name}: ${value}`).join('\n'),
    sni: sni ?? '',
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
  const { method, url, headers, sni } = formOf(changed);
  editRequest({ method, url, headers, sni });
  update({ highlightStep: null });
}

/** Sets or removes the second client. */
export function compareWith(client: string | null): void {
  update({ compare: client, kept: null, ...(client === null ? { comparison: null } : null) });
}

/** Keeps the present request, so that its answer is shown next to those of later requests. */
export function keepToCompare(): void {
  update(({ request, answer }) => ({ kept: request, comparison: answer }));
}

/** Shows only the present answer. */
export function stopComparing(): void {
  update({ compare: null, kept: null, comparison: null });
}
