/** The reason why the API server did not return the requested object. */
export type Refusal =
  /** RBAC, or the proxy's own filter. */
  | { readonly why: 'forbidden' }
  /** The path does not exist: the kind is not installed, or there is no API server. */
  | { readonly why: 'missing' }
  /** The list took so long that its continuation token expired. */
  | { readonly why: 'expired' }
  /** No answer: the connection is lost. */
  | { readonly why: 'unreachable' }
  | { readonly why: 'failed'; readonly status: number; readonly message: string };

export type Answer =
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
  | ({ readonly ok: false } & Refusal);

/** Reads from the API. The page provides `fetch`. */
export type Ask = (path: string, signal: AbortSignal) => Promise<Answer>;

/**
 * Returns a function that reads from the API server that serves the page: GET only, on the page's own origin,
 * without credentials for other origins. `base` is the origin. Rejects only when the signal is aborted, with
 * its reason.
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
    // A host for static files can answer every request with its own page.
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

/** Returns true for an object with named fields. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
