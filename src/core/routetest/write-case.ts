import { printDuration } from '../dataplane/duration.ts';
import { formatGatewayName } from '../ids/gateway-names.ts';
import { INGRESS_CLASS_KIND } from '../ids/ids.ts';
import type { BackendShare, Outcome } from '../ir/outcome.ts';
import { readURL } from '../ir/read-url.ts';
import type { BackendBehaviour, SimRequest } from '../ir/request.ts';
import type { Trace } from '../ir/trace.ts';
import { AUTO } from '../profile/profile-names.ts';

/**
 * Returns a RouteTest document with one case: the request of a trace, and its present outcome. Values are
 * written as JSON, which is valid YAML, so that no text is read as another type. `profile` is the name of a profile
 * or `auto`, which is the default of a RouteTest.
 */
export function writeCase(trace: Trace<unknown>, profile: string): string {
  const { request } = trace;
  const name = `${senderOf(request)} ${request.method} ${urlOf(request)}`;
  const lines = [
    'apiVersion: gammascope.dev/v1alpha1',
    'kind: RouteTest',
    'metadata:',
    '  name: as it is today',
    'spec:',
    ...(profile === AUTO ? [] : [`  profile: ${JSON.stringify(profile)}`]),
    '  cases:',
    `  - name: ${JSON.stringify(name)}`,
    '    request:',
    ...fieldsOf(requestFields(request), 6),
    ...(request.backend === null ? [] : ['    backend:', ...fieldsOf(behaviourFields(request.backend), 6)]),
    '    expect:',
    ...fieldsOf(expectationFields(trace.outcome), 6),
  ];
  return `${lines.join('\n')}\n`;
}

function fieldsOf(fields: Readonly<Record<string, unknown>>, indent: number): readonly string[] {
  return Object.entries(fields).map(
    ([key, value]) => `${' '.repeat(indent)}${key}: ${JSON.stringify(value)}`,
  );
}

function senderOf({ from, gateway }: SimRequest): string {
  if (gateway !== null) return formatGatewayName(gateway);
  const account = from?.serviceAccount === undefined ? '' : `@${from.serviceAccount}`;
  return `${from?.namespace ?? ''}${from?.workload ? `/${from.workload}` : ''}${account}`;
}

function urlOf({ scheme, protocol, host, port, portWritten, path, query }: SimRequest): string {
  const name = host.includes(':') ? `[${host}]` : host;
  const raw = protocol === 'tls' || protocol === 'tcp' || protocol === 'udp';
  const rest = raw ? '' : `${path}${query === '' ? '' : `?${query}`}`;
  return `${scheme}://${name}${portWritten || raw ? `:${port}` : ''}${rest}`;
}

function requestFields(request: SimRequest): Readonly<Record<string, unknown>> {
  const { from, gateway, method, headers, sni, podOf, protocol } = request;
  const url = urlOf(request);
  const read = readURL(url);
  const fields: Record<string, unknown> = {};
  if (gateway?.kind === INGRESS_CLASS_KIND) fields.ingress = gateway.name === '' ? true : gateway.name;
  else if (gateway !== null) fields.gateway = senderOf(request);
  else if (from !== null && (!from.inMesh || from.labels !== undefined)) {
    const { workload, inMesh, ...rest } = from;
    fields.from = { ...rest, ...(workload !== null && { workload }), ...(!inMesh && { inMesh }) };
  } else fields.from = senderOf(request);
  if (protocol !== 'grpc') fields.method = method;
  fields.url = url;
  if (headers.length > 0) fields.headers = headers;
  if (sni !== null && !(read.ok && read.url.sni === sni)) fields.sni = sni;
  if (podOf !== null) fields.podOf = podOf;
  if (request.clientAddress !== undefined) fields.clientAddress = request.clientAddress;
  return fields;
}

function behaviourFields({ latency, failFirst, responseHeaders }: BackendBehaviour) {
  const fields: Record<string, unknown> = {};
  if (latency > 0) fields.latency = printDuration(latency);
  if (failFirst !== null) {
    const { latency: failing, ...how } = failFirst;
    fields.failFirst = failing > 0 ? { ...how, latency: printDuration(failing) } : how;
  }
  if (responseHeaders.length > 0) fields.responseHeaders = responseHeaders;
  return fields;
}

/** Returns the fields that a case expects of an outcome. */
export function expectationFields(outcome: Outcome): Readonly<Record<string, unknown>> {
  const { kind, status, route, rule, role, timeouts, redirect } = outcome;
  const fields: Record<string, unknown> = { outcome: kind, status, route };
  if (rule !== null) fields.rule = rule;
  if (role !== null) fields.role = role;
  const live = outcome.backends.filter((backend) => backend.share > 0);
  const named = live.filter((backend) => backend.service !== null);
  if (live.length > 0 && named.length === live.length) fields.backends = sharesOf(live);
  // A request to the address of a Pod has only the workload as its destination.
  else {
    const workloads = live.flatMap((each) => (each.cause === undefined ? each.workloads : []));
    if (workloads.length > 0) fields.workloads = [...new Set(workloads)];
  }
  if (redirect !== null) fields.redirect = { status: redirect.status, location: redirect.location };
  if (timeouts !== null && Object.keys(timeouts).length > 0) fields.timeouts = timeouts;
  return fields;
}

/**
 * Returns shares by `ns/name:port@subset`. A name with a subset comes first, because the name without the
 * subset covers it.
 */
function sharesOf(backends: readonly BackendShare[]): Readonly<Record<string, number>> {
  const shares = new Map<string, number>();
  const ordered = [...backends].sort(
    (a, b) => Number(b.subset !== undefined) - Number(a.subset !== undefined),
  );
  for (const { service, port, subset, share } of ordered) {
    const name = `${service}${port === null ? '' : `:${port}`}${subset === undefined ? '' : `@${subset}`}`;
    shares.set(name, (shares.get(name) ?? 0) + share);
  }
  return Object.fromEntries(shares);
}
