import { objectSchema } from '../../metadata.ts';
import type { EndpointAddress, EndpointSliceSpec, EndpointsSpec } from '../../resource.ts';
import { flag, ignored, list, port, present, record, text, type Validated, word } from '../../schema.ts';
import { defineKind } from '../kind.ts';

const TARGET = record(
  'The object that the address belongs to, usually a Pod.',
  { kind: text('Its kind.'), namespace: text('Its namespace.'), name: text('Its name.'), ...ignored('uid') },
  { open: true },
);

const PORTS = list(
  'The ports of the endpoints.',
  record('A port.', {
    name: text('Name of the port; the same as in the Service.'),
    port: port('The port number.'),
    protocol: word('Transport protocol.', ['TCP', 'UDP', 'SCTP'], { defaultTo: 'TCP' }),
    appProtocol: text('What is spoken on the port.'),
  }),
);

const ENDPOINT = record(
  'One endpoint.',
  {
    addresses: list('Its addresses.', text('An IP address or a host name.')),
    conditions: record(
      'Its state.',
      {
        ready: flag('Ready to answer; when left out, it is.'),
        serving: flag('Answers.'),
        terminating: flag('Is going away.'),
      },
      { open: true },
    ),
    targetRef: TARGET,
    ...ignored('hostname', 'nodeName', 'zone', 'hints', 'deprecatedTopology'),
  },
  { required: ['addresses'] },
);

const SUBSET = record('Endpoints that have the same ports.', {
  addresses: list('Addresses that are ready.', address()),
  notReadyAddresses: list('Addresses that are not ready.', address()),
  ports: PORTS,
});

function address() {
  return record(
    'An address.',
    { ip: text('The IP address.'), targetRef: TARGET, ...ignored('hostname', 'nodeName') },
    { required: ['ip'] },
  );
}

const SLICE = objectSchema('Some of the endpoints of a Service.', {
  addressType: word('Kind of the addresses.', ['IPv4', 'IPv6', 'FQDN']),
  ports: PORTS,
  endpoints: list('The endpoints.', ENDPOINT, { maxItems: 1000 }),
});

const OBJECT = objectSchema('The endpoints of the Service of the same name, in the older form.', {
  subsets: list('Groups of endpoints.', SUBSET),
});

function decodePorts(items: Validated<typeof PORTS> | null | undefined): EndpointSliceSpec['ports'] {
  return present(items).map((item) => ({
    name: item.name ?? '',
    port: item.port ?? null,
    protocol: item.protocol ?? 'TCP',
  }));
}

function decodeTarget(
  target: Validated<typeof TARGET> | null | undefined,
  namespace: string,
): EndpointAddress['targetRef'] {
  if (target === null || target === undefined) return null;
  return { kind: target.kind ?? '', namespace: target.namespace ?? namespace, name: target.name ?? '' };
}

function decodeSlice(
  value: Validated<typeof SLICE>,
  labels: Readonly<Record<string, string>>,
  namespace: string,
): EndpointSliceSpec {
  const label = 'kubernetes.io/service-name';
  return {
    serviceName: Object.hasOwn(labels, label) ? (labels[label] ?? null) : null,
    addressType: value.addressType ?? 'IPv4',
    ports: decodePorts(value.ports),
    endpoints: present(value.endpoints).map((endpoint) => ({
      addresses: present(endpoint.addresses),
      ready: endpoint.conditions?.ready ?? true,
      targetRef: decodeTarget(endpoint.targetRef, namespace),
    })),
  };
}

function decodeEndpoints(value: Validated<typeof OBJECT>, namespace: string): EndpointsSpec {
  return {
    subsets: present(value.subsets).map((subset) => ({
      ports: decodePorts(subset.ports),
      endpoints: [
        ...present(subset.addresses).map((entry) => ({ entry, ready: true })),
        ...present(subset.notReadyAddresses).map((entry) => ({ entry, ready: false })),
      ].map(({ entry, ready }) => ({
        addresses: [entry.ip],
        ready,
        targetRef: decodeTarget(entry.targetRef, namespace),
      })),
    })),
  };
}

export const ENDPOINT_SLICE = defineKind({
  kind: 'EndpointSlice',
  group: 'discovery.k8s.io',
  versions: ['v1', 'v1beta1'],
  namespaced: true,
  schema: SLICE,
  decode: (value, { labels, namespace }) => decodeSlice(value, labels, namespace),
  effectsOfEdit(before, { namespace, spec: { serviceName } }) {
    if (before.spec.serviceName !== serviceName) return null;
    return serviceName === null ? [] : [{ changes: 'endpoints', namespace, name: serviceName }];
  },
});

export const ENDPOINTS = defineKind({
  kind: 'Endpoints',
  group: '',
  versions: ['v1'],
  namespaced: true,
  schema: OBJECT,
  decode: (value, { namespace }) => decodeEndpoints(value, namespace),
  effectsOfEdit: (_, { namespace, name }) => [{ changes: 'endpoints', namespace, name }],
});
