import { looksLikeCurl } from './curl-command.ts';
import type { RequestFields } from './request-fields.ts';
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
