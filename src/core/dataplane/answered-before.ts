import type { Outcome } from '../ir/outcome.ts';
import type { SimRequest } from '../ir/request.ts';
import { errorStatus, statusSeen } from '../ir/status.ts';
import { ended } from './ended-outcome.ts';
import type { Reception } from './receive-request.ts';

const TEMPORARY_REDIRECT = 307;
const BAD_REQUEST = 400;

/** Returns the outcome of a request that the data plane answers before any route. */
export function answeredBefore(
  received: Exclude<Reception, { readonly as: 'request' }>,
  request: SimRequest,
): Outcome {
  if (received.as === 'refused') {
    return ended(
      'rejected',
      statusSeen(errorStatus(BAD_REQUEST, 'by-http-code'), request.protocol),
      'request-refused',
    );
  }
  const location = request.query === '' ? received.path : `${received.path}?${request.query}`;
  const scheme = request.scheme === 'https' ? 'https' : 'http';
  const { host, port } = request;
  return {
    ...ended('redirected', TEMPORARY_REDIRECT, 'path-redirected'),
    redirect: { status: TEMPORARY_REDIRECT, location, scheme, host, port, path: received.path },
  };
}
