import type { TableReport } from './report-tables.ts';

/** The status of a rejection as people read it: `404`, `404, gRPC 12`; '' where the connection ends without one. */
export function rejectionText({ status, grpc }: TableReport['noMatch']): string {
  const code = status === null ? '' : String(status);
  return grpc == null ? code : `${code}, gRPC ${grpc}`;
}

/** What a probe of a rejected request is for: `shop/cart:80: rejected with 404`. */
export function rejectedBy(frontend: string, noMatch: TableReport['noMatch']): string {
  const status = rejectionText(noMatch);
  return `${frontend}: rejected${status === '' ? '' : ` with ${status}`}`;
}
