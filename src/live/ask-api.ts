/** Why the API server did not give what was asked for. */
export type Refusal =
  /** RBAC, or the proxy's own filter. */
  | { readonly why: 'forbidden' }
  /** No such path: a kind that is not installed, or no API server at all. */
  | { readonly why: 'missing' }
  /** A list took so long that its continuation is no longer valid. */
  | { readonly why: 'expired' }
  /** No answer: the connection is gone. */
  | { readonly why: 'unreachable' }
  | { readonly why: 'failed'; readonly status: number; readonly message: string };

export type Answer =
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
  | ({ readonly ok: false } & Refusal);

/** What reads from the API; the page gives `fetch`. */
export type Ask = (path: string, signal: AbortSignal) => Promise<Answer>;

/**
 * Reads from the API server that serves the page itself: GET only, on the page's own origin, without cookies of others.
 * `base` is the origin. Ending the signal rejects with its reason; nothing else does.
 */
export function askAt(base: string, fetchIt: typeof fetch = fetch): Ask {
  return async (path, signal) => {
    let response: Response;
    try {
      response = await fetchIt(new URL(path, base), { signal, headers: { Accept: 'application/json' } });
    } catch {
      signal.throwIfAborted();
      return { ok: false, why: 'unreachable' };
    }
    if (response.status === 401 || response.status === 403) return { ok: false, why: 'forbidden' };
    if (response.status === 404) return { ok: false, why: 'missing' };
    if (response.status === 410) return { ok: false, why: 'expired' };
    const value = await readObject(response, signal);
    // A host for static files may answer everything with its own page.
    if (response.ok) return value === null ? { ok: false, why: 'missing' } : { ok: true, value };
    const message = typeof value?.message === 'string' ? value.message : response.statusText;
    return { ok: false, why: 'failed', status: response.status, message };
  };
}

async function readObject(
  response: Response,
  signal: AbortSignal,
): Promise<Readonly<Record<string, unknown>> | null> {
  try {
    const value: unknown = await response.json();
    return isRecord(value) ? value : null;
  } catch {
    signal.throwIfAborted();
    return null;
  }
}

/** Whether something is an object with names. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
