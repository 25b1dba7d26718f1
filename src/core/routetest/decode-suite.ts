import { readDuration } from '../dataplane/duration.ts';
import { ingressClassName, readGatewayName } from '../ids/gateway-names.ts';
import { readClientName } from '../ids/read-client-name.ts';
import type { Client } from '../ir/client.ts';
import { readURL } from '../ir/read-url.ts';
import type { BackendBehaviour, SimRequest } from '../ir/request.ts';
import { findProfileChoice, PROFILE_CHOICES } from '../profile/profiles.ts';
import type { RawRouteTest } from '../resource/decoded-resource.ts';
import { isMapping } from '../text/mapping.ts';
import type { Path } from '../text/path.ts';
import { decodeConditions } from './decode-conditions.ts';
import { decodeExpectation } from './decode-expectation.ts';
import { FieldReader } from './field-reader.ts';
import type { Suite, TestCase } from './suite.ts';

const SPEC_FIELDS = [
  'manifests',
  'substitutions',
  'profile',
  'features',
  'creationOrder',
  'cases',
  'conditions',
];
const REQUEST_FIELDS = [
  'from',
  'gateway',
  'ingress',
  'clientAddress',
  'method',
  'url',
  'headers',
  'sni',
  'podOf',
  'backend',
];

/**
 * Reads a RouteTest document (CONTRACTS section 3). Never throws: unknown and invalid fields become findings
 * of the suite, and a case with an unreadable request fails.
 */
export function decodeSuite(test: RawRouteTest): Suite {
  const reader = new FieldReader(test.origin);
  const raw = isMapping(test.raw) ? test.raw : {};
  const spec = reader.mapping(raw.spec, ['spec'], SPEC_FIELDS);
  const profile = reader.text(spec.profile, ['spec', 'profile']);
  if (profile !== null && findProfileChoice(profile) === null) {
    const known = PROFILE_CHOICES.join(', ');
    reader.report('test-profile-unknown', ['spec', 'profile'], { profile, known });
  }
  const substitutions = Object.entries(reader.mapping(spec.substitutions, ['spec', 'substitutions'], null));
  const cases = reader
    .list(spec.cases, ['spec', 'cases'])
    .map((item, index) => decodeCase(item, index, ['spec', 'cases', index], reader));
  return {
    name: test.name,
    origin: test.origin,
    manifests: spec.manifests === undefined ? null : reader.texts(spec.manifests, ['spec', 'manifests']),
    substitutions: substitutions.flatMap(([from, to]) => {
      const text = reader.text(to, ['spec', 'substitutions', from]);
      return text === null ? [] : [[from, text] as const];
    }),
    profile,
    creationOrder:
      spec.creationOrder === undefined ? [] : reader.texts(spec.creationOrder, ['spec', 'creationOrder']),
    cases,
    conditions: decodeConditions(spec.conditions, ['spec', 'conditions'], reader),
    findings: reader.findings,
  };
}

function decodeCase(value: unknown, index: number, path: Path, reader: FieldReader): TestCase {
  const fields = reader.mapping(value, path, ['name', 'request', 'backend', 'expect']);
  return {
    name: reader.text(fields.name, [...path, 'name']) ?? `case ${index}`,
    index,
    request: decodeRequest(fields.request, fields.backend, path, reader),
    expect: decodeExpectation(fields.expect, [...path, 'expect'], reader),
  };
}

/** Reads a `request` with the behaviour of its backends. Returns null when its URL cannot be read. */
export function decodeRequest(
  value: unknown,
  backend: unknown,
  casePath: Path,
  reader: FieldReader,
): SimRequest | null {
  const path = [...casePath, 'request'];
  const fields = reader.mapping(value, path, REQUEST_FIELDS);
  const url = reader.text(fields.url, [...path, 'url']);
  const read = readURL(url ?? '');
  if (!read.ok) {
    reader.report('test-url-invalid', [...path, 'url'], { url: url ?? '', problem: read.problem });
    return null;
  }
  const gateway =
    fields.ingress === undefined
      ? decodeGateway(reader.text(fields.gateway, [...path, 'gateway']))
      : decodeIngress(fields.ingress, [...path, 'ingress'], reader);
  const clientAddress = reader.text(fields.clientAddress, [...path, 'clientAddress']);
  const from = gateway === null ? decodeClient(fields.from, [...path, 'from'], reader) : null;
  const behaviour = fields.backend === undefined ? backend : fields.backend;
  const behaviourPath = fields.backend === undefined ? [...casePath, 'backend'] : [...path, 'backend'];
  const grpc = read.url.protocol === 'grpc';
  return {
    ...read.url,
    from,
    gateway,
    method: grpc ? 'POST' : (reader.text(fields.method, [...path, 'method']) ?? 'GET').toUpperCase(),
    headers: decodeHeaders(fields.headers, [...path, 'headers'], reader),
    sni: reader.text(fields.sni, [...path, 'sni']) ?? read.url.sni,
    podOf: reader.text(fields.podOf, [...path, 'podOf']),
    ...(clientAddress === null ? null : { clientAddress }),
    backend: decodeBehaviour(behaviour, behaviourPath, reader),
  };
}

function decodeGateway(text: string | null): SimRequest['gateway'] {
  if (text === null) return null;
  const [, name = text, listener] = /^([^:/]+)(?::(.+))?$/.exec(text) ?? [];
  return readGatewayName(text) ?? { namespace: 'default', name, listener: listener ?? null };
}

/** Reads `true`, which is the default class, or the name of a class. Returns null for `false`. */
function decodeIngress(value: unknown, path: Path, reader: FieldReader): SimRequest['gateway'] {
  if (typeof value === 'boolean') return value ? ingressClassName('') : null;
  const name = reader.text(value, path);
  return name === null ? null : ingressClassName(name);
}

/**
 * Reads `NAMESPACE`, `NAMESPACE/WORKLOAD` (with `@ACCOUNT`), or a mapping. The default is a workload of namespace `default`.
 */
function decodeClient(value: unknown, path: Path, reader: FieldReader): Client {
  if (isMapping(value)) {
    const fields = reader.mapping(value, path, [
      'namespace',
      'workload',
      'labels',
      'serviceAccount',
      'inMesh',
    ]);
    return {
      namespace: reader.text(fields.namespace, [...path, 'namespace']) ?? 'default',
      workload: reader.text(fields.workload, [...path, 'workload']),
      ...(fields.labels === undefined || fields.labels === null
        ? null
        : { labels: decodeLabels(fields.labels, [...path, 'labels'], reader) }),
      ...accountIn(reader.text(fields.serviceAccount, [...path, 'serviceAccount'])),
      inMesh: reader.flag(fields.inMesh, [...path, 'inMesh']) ?? true,
    };
  }
  return { ...readClientName(reader.text(value, path) ?? 'default'), inMesh: true };
}

function accountIn(serviceAccount: string | null): Pick<Client, 'serviceAccount'> {
  return serviceAccount === null || serviceAccount === '' ? {} : { serviceAccount };
}

function decodeLabels(value: unknown, path: Path, reader: FieldReader): Readonly<Record<string, string>> {
  const labels = Object.entries(reader.mapping(value, path, null)).map(
    ([name, text]): readonly [string, string] => [name, reader.text(text, [...path, name]) ?? ''],
  );
  return Object.fromEntries(labels);
}

/** Reads a mapping of names to values, or a list of pairs when a header is repeated. */
function decodeHeaders(value: unknown, path: Path, reader: FieldReader): SimRequest['headers'] {
  if (!Array.isArray(value)) {
    return Object.entries(reader.mapping(value, path, null)).map(
      ([name, text]) => [name, reader.text(text, [...path, name]) ?? ''] as const,
    );
  }
  const pairs: (readonly [string, string])[] = [];
  value.forEach((pair: unknown, at) => {
    const [name, text] = Array.isArray(pair) ? pair : [];
    if (typeof name === 'string') pairs.push([name, reader.text(text, [...path, at, 1]) ?? '']);
    else reader.wrong([...path, at], 'list');
  });
  return pairs;
}

function decodeBehaviour(value: unknown, path: Path, reader: FieldReader): BackendBehaviour | null {
  if (value === undefined || value === null) return null;
  const fields = reader.mapping(value, path, ['latency', 'failFirst', 'responseHeaders']);
  const latency = decodeLatency(fields.latency, [...path, 'latency'], reader);
  const failPath = [...path, 'failFirst'];
  const fail = reader.mapping(fields.failFirst, failPath, ['times', 'how', 'status', 'latency']);
  const headers = decodeHeaders(fields.responseHeaders, [...path, 'responseHeaders'], reader);
  return {
    latency,
    failFirst:
      fields.failFirst === undefined || fields.failFirst === null
        ? null
        : {
            times: reader.number(fail.times, [...failPath, 'times']) ?? 1,
            how: reader.text(fail.how, [...failPath, 'how']) === 'reset' ? 'reset' : 'status',
            status: reader.number(fail.status, [...failPath, 'status']) ?? 503,
            latency: decodeLatency(fail.latency, [...failPath, 'latency'], reader),
          },
    responseHeaders: headers,
  };
}

function decodeLatency(value: unknown, path: Path, reader: FieldReader): number {
  if (value === undefined || value === null) return 0;
  if (typeof value === 'number' && value >= 0) return value;
  const milliseconds = typeof value === 'string' ? readDuration(value) : null;
  if (milliseconds === null) reader.wrong(path, 'duration');
  return milliseconds ?? 0;
}
