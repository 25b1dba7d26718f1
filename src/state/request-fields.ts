import { readGatewayName } from '../core/ids/gateway-names.ts';
import { readURL, type URLProblem } from '../core/ir/read-url.ts';
import type { SimRequest } from '../core/ir/request.ts';
import { own } from '../core/text/own.ts';

/** The fields of the request form as the user typed them. */
export interface RequestFields {
  /** `NAMESPACE`, `NAMESPACE/WORKLOAD`, `gateway:NAMESPACE/NAME`, or `gateway:IngressClass/NAME`. */
  readonly from: string;
  /** False when the client runs outside the mesh. */
  readonly inMesh: boolean;
  readonly method: string;
  readonly url: string;
  /** One `Name: value` on each line. */
  readonly headers: string;
  /** The latency of backends, such as `2s`. Empty means no latency. */
  readonly latency: string;
  /** The number of failures of a backend before it answers. */
  readonly failTimes: number;
  readonly failHow: 'status' | 'reset';
  readonly failStatus: number;
  /** Headers of the backends' answers, one `Name: value` on each line. */
  readonly responseHeaders: string;
  /**
   * `NAMESPACE/WORKLOAD`: the client connects to the IP address of one of its Pods instead of the URL's host.
   * Empty means no Pod.
   */
  readonly podOf: string;
  /** The TLS server name if it differs from the URL's host, otherwise empty. */
  readonly sni: string;
  /** The IP address of the client, for the controller of an Ingress. Empty means 127.0.0.1. */
  readonly clientAddress: string;
}

export const EMPTY_REQUEST: RequestFields = {
  from: '',
  inMesh: true,
  method: 'GET',
  url: '',
  headers: '',
  latency: '',
  failTimes: 0,
  failHow: 'status',
  failStatus: 503,
  responseHeaders: '',
  podOf: '',
  sni: '',
  clientAddress: '',
};

/** The problem of a field, by name. */
export type FieldProblem =
  | { readonly field: 'from' }
  | { readonly field: 'url'; readonly problem: URLProblem }
  | { readonly field: 'headers' | 'responseHeaders'; readonly line: number }
  | { readonly field: 'podOf' }
  | { readonly field: 'latency' };

export type RequestReading =
  | { readonly ok: true; readonly request: SimRequest }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** Reads the form into a request. Returns the problems of all fields that cannot be read otherwise. */
export function readRequest(form: RequestFields, from: string = form.from): RequestReading {
  const problems: FieldProblem[] = [];
  const sender = readSender(from, form.inMesh);
  if (!sender) problems.push({ field: 'from' });
  const read = readURL(form.url);
  if (!read.ok) problems.push({ field: 'url', problem: read.problem });
  const headers = readHeaders(form.headers, (line) => problems.push({ field: 'headers', line }));
  const responseHeaders = readHeaders(form.responseHeaders, (line) =>
    problems.push({ field: 'responseHeaders', line }),
  );
  const podOf = form.podOf.trim();
  if (podOf !== '' && !/^[^/\s]+\/[^/\s]+$/.test(podOf)) problems.push({ field: 'podOf' });
  const latency = readDuration(form.latency);
  if (latency === null) problems.push({ field: 'latency' });
  if (problems.length > 0 || !sender || !read.ok || latency === null) return { ok: false, problems };
  return {
    ok: true,
    request: {
      ...sender,
      ...read.url,
      method: read.url.protocol === 'grpc' ? 'POST' : form.method.trim() || 'GET',
      headers,
      podOf: podOf === '' ? null : podOf,
      ...(form.sni.trim() === '' ? null : { sni: form.sni.trim() }),
      ...(form.clientAddress.trim() === '' ? null : { clientAddress: form.clientAddress.trim() }),
      backend: supposesNothing(form)
        ? null
        : {
            latency,
            failFirst:
              form.failTimes > 0
                ? { times: form.failTimes, how: form.failHow, status: form.failStatus, latency: 0 }
                : null,
            responseHeaders,
          },
    },
  };
}

/** Returns true when the form sets no behaviour of backends. */
function supposesNothing(form: RequestFields): boolean {
  return form.latency.trim() === '' && form.failTimes === 0 && form.responseHeaders.trim() === '';
}

/** Returns true when the form uses a field under "More". */
export function needsMore(form: RequestFields): boolean {
  return !supposesNothing(form) || !form.inMesh || form.podOf !== '' || form.sni + form.clientAddress !== '';
}

export const GATEWAY = 'gateway:';

function readSender(text: string, inMesh: boolean): Pick<SimRequest, 'from' | 'gateway'> | null {
  const trimmed = text.trim();
  const gateway = trimmed.startsWith(GATEWAY) ? readGatewayName(trimmed.slice(GATEWAY.length)) : null;
  if (gateway !== null) return { from: null, gateway };
  const client = /^([^/@\s]+)(?:\/([^/@\s]+))?(?:@([^/@\s]+))?$/.exec(text.trim());
  if (!client) return null;
  const account = client[3] === undefined ? null : { serviceAccount: client[3] };
  return {
    from: { namespace: client[1] as string, workload: client[2] ?? null, ...account, inMesh },
    gateway: null,
  };
}

function readHeaders(text: string, reject: (line: number) => void): readonly (readonly [string, string])[] {
  const headers: (readonly [string, string])[] = [];
  text.split(/\r\n|\r|\n/).forEach((line, at) => {
    if (line.trim() === '') return;
    const header = readHeader(line);
    if (header) headers.push(header);
    else reject(at + 1);
  });
  return headers;
}

/** Reads a `Name: value` line. The name is a token of RFC 9110. */
function readHeader(line: string): readonly [string, string] | null {
  const match = /^\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)\s*:(.*)$/.exec(line);
  return match ? [match[1] as string, (match[2] as string).trim()] : null;
}

const UNITS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/**
 * Returns the milliseconds of a duration such as `1m30s` or `250ms`. Returns 0 for an empty text and null for
 * any other text.
 */
export function readDuration(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return 0;
  if (!/^(?:\d{1,5}(?:\.\d{1,3})?(?:ms|h|m|s))+$/.test(trimmed)) return null;
  let total = 0;
  for (const [, amount, unit] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)) {
    total += Number(amount) * (own(UNITS, unit as string) as number);
  }
  return total;
}
