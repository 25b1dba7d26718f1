import type { TableReport } from './report-tables.ts';

/**
 * Returns the status of a rejection in its usual notation: `404` or `404, gRPC 12`. Returns '' when the
 * connection ends without a status.
 */
export function rejectionText({ status, grpc }: TableReport['noMatch']): string {
  const code = status === null ? '' : String(status);
  return grpc == null ? code : `${code}, gRPC ${grpc}`;
}

/** Returns the description of a probe for a rejected request: `shop/cart:80: rejected with 404`. */
export function rejectedBy(frontend: string, noMatch: TableReport['noMatch']): string {
  const status = rejectionText(noMatch);
  return `${frontend}: rejected${status === '' ? '' : ` with ${status}`}`;
}
