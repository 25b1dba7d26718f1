import { printTraceJSON } from '../core/dataplane/print-trace-json.ts';
import { explainTrace } from '../core/explain/explain-trace.ts';
import { ingressClassName, readGatewayName } from '../core/ids/gateway-names.ts';
import { readClientName } from '../core/ids/read-client-name.ts';
import { readURL } from '../core/ir/read-url.ts';
import type { SimRequest } from '../core/ir/request.ts';
import { traceRequest } from '../core/pipeline.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { escapeInvisible, visibleData } from '../core/text/visible-data.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { printTrace } from './print-trace.ts';

const PROBLEMS = {
  empty: 'is empty',
  scheme: 'has a scheme other than http, https, grpc, tls, tcp and udp',
  host: 'has no usable host',
  port: 'has a port outside 1…65535',
  'port-missing': 'needs a port',
  'grpc-path': 'needs the path /package.Service/Method',
} as const;

/**
 * Runs `trace`: simulates one request and prints its six steps. A rejection is an answer, so the exit code is
 * always 0.
 */
export function traceCommand(words: Arguments, snapshot: Snapshot): string {
  const trace = traceRequest(snapshot, readRequest(words));
  if (words.output === 'json') return `${escapeInvisible(printTraceJSON(trace, 2))}\n`;
  return printTrace(visibleData(explainTrace(trace)));
}

/** Returns the request that the command line describes. */
function readRequest(words: Arguments): SimRequest {
  const [url, ...more] = words.rest;
  if (url === undefined) throw new UsageError('trace needs a URL');
  if (more.length > 0) throw new UsageError(`trace accepts only one URL; remove ${more[0]}`);
  const read = readURL(url);
  if (!read.ok) throw new UsageError(`the URL ${url} ${PROBLEMS[read.problem]}`);
  const from = words.options.get('from');
  const gateway = words.options.get('gateway');
  const ingress = words.options.get('ingress');
  if ([from, gateway, ingress].filter((each) => each !== undefined).length !== 1)
    throw new UsageError(
      'trace needs one of --from NS[/WORKLOAD][@ACCOUNT], --gateway NS/NAME and --ingress [CLASS]',
    );
  const clientAddress = words.options.get('client-address');
  const method = (
    words.options.get('method') ?? (read.url.protocol === 'grpc' ? 'POST' : 'GET')
  ).toUpperCase();
  return {
    ...read.url,
    method,
    from: from === undefined ? null : readClient(from),
    gateway:
      ingress !== undefined ? ingressClassName(ingress) : gateway === undefined ? null : readGateway(gateway),
    headers: words.headers.map(readHeader),
    podOf: null,
    ...(clientAddress === undefined ? null : { clientAddress }),
    backend: null,
  };
}

function readClient(text: string): SimRequest['from'] {
  const client = readClientName(text);
  if (client.namespace === '') throw new UsageError('--from takes NS or NS/WORKLOAD, with @ACCOUNT');
  return { ...client, inMesh: true };
}

function readGateway(text: string): SimRequest['gateway'] {
  const named = readGatewayName(text);
  if (named === null) throw new UsageError('--gateway takes NS/NAME or NS/NAME:LISTENER');
  return named;
}

function readHeader(text: string): readonly [string, string] {
  const colon = text.indexOf(':');
  if (colon < 1) throw new UsageError(`-H takes 'Name: value', not ${text}`);
  return [text.slice(0, colon).trim(), text.slice(colon + 1).trim()];
}
