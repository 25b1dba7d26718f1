import type { ServerAccess, VerifiedTokens } from '../../ir/access.ts';
import type { ForwardedRequest } from '../../ir/outcome.ts';
import { own } from '../../text/own.ts';
import type { Truth } from './truth.ts';

/** Where a token is if nothing says it (the Istio documentation, reference "RequestAuthentication"). */
const USUAL = { headers: ['authorization'], parameters: ['access_token'], cookies: [] };

/**
 * Returns whether a request may carry a token, and the objects that make the server verify it. A token that
 * is not valid is refused, and neither manifests nor requests say whether it is (I-21.8).
 */
export function carriedToken(
  { tokens, connectionsOnly }: ServerAccess,
  forwarded: ForwardedRequest,
): { readonly carried: Truth; readonly by: readonly VerifiedTokens[] } {
  if (connectionsOnly) return { carried: 'no', by: [] };
  const by = tokens.filter((places) => carries(places, forwarded));
  return { carried: by.length > 0 || carries(USUAL, forwarded) ? 'unknown' : 'no', by };
}

function carries(
  places: Pick<VerifiedTokens, 'headers' | 'parameters' | 'cookies'>,
  { path, headers }: ForwardedRequest,
): boolean {
  const values = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const inHeader = places.headers.some((name) => {
    const value = values.get(name);
    // Other schemes of this header are no tokens.
    return value !== undefined && (name !== 'authorization' || /^bearer\b/i.test(value));
  });
  if (inHeader) return true;
  const parameters = parametersOf(path);
  const cookies = cookiesOf(values.get('cookie') ?? '');
  return (
    places.parameters.some((name) => own(parameters, name) !== undefined) ||
    places.cookies.some((name) => own(cookies, name) !== undefined)
  );
}

type Names = Readonly<Record<string, true>>;

function parametersOf(path: string): Names {
  const at = path.indexOf('?');
  return at < 0 ? {} : namesOf(path.slice(at + 1).split('&'));
}

function cookiesOf(header: string): Names {
  return namesOf(header.split(';').map((each) => each.trim()));
}

function namesOf(pairs: readonly string[]): Names {
  return Object.fromEntries(pairs.map((pair) => [pair.split('=', 1)[0] ?? '', true as const]));
}
