import { namespacedName } from '../../../ids/ids.ts';
import { objectSchema } from '../../metadata.ts';
import { endpointsRead } from '../../read-keys.ts';
import type { EndpointAddress, EndpointSliceSpec, EndpointsSpec } from '../../resource.ts';
import { ignored, list, port, present, record, text, type Validated, word } from '../../schema.ts';
import { defineKind } from '../kind.ts';

/** The object of an address. */
export const ENDPOINT_TARGET = record(
  'The object that the address belongs to, usually a Pod.',
  { kind: text('Its kind.'), namespace: text('Its namespace.'), name: text('Its name.'), ...ignored('uid') },
  { open: true },
);

/** The ports of endpoints. */
export const ENDPOINT_PORTS = list(
  'The ports of the endpoints.',
  record('A port.', {
    name: text('Name of the port; the same as in the Service.'),
    port: port('The port number.'),
    protocol: word('Transport protocol.', ['TCP', 'UDP', 'SCTP'], { defaultTo: 'TCP' }),
    appProtocol: text('What is spoken on the port.'),
  }),
);

const SUBSET = record('Endpoints that have the same ports.', {
  addresses: list('Addresses that are ready.', address()),
  notReadyAddresses: list('Addresses that are not ready.', address()),
  ports: ENDPOINT_PORTS,
});

function address() {
  return record(
    'An address.',
    { ip: text('The IP address.'), targetRef: ENDPOINT_TARGET, ...ignored('hostname', 'nodeName') },
    { required: ['ip'] },
  );
}

const OBJECT = objectSchema('The endpoints of the Service of the same name, in the older form.', {
  subsets: list('Groups of endpoints.', SUBSET),
});

/** Returns the ports of endpoints with their defaults. A port without a number is null. */
export function decodeEndpointPorts(
  items: Validated<typeof ENDPOINT_PORTS> | null | undefined,
): EndpointSliceSpec['ports'] {
  return present(items).map((item) => ({
    name: item.name ?? '',
    port: item.port ?? null,
    protocol: item.protocol ?? 'TCP',
  }));
}

/** Returns the target of an address. Its default namespace is that of the endpoints. */
export function decodeEndpointTarget(
  target: Validated<typeof ENDPOINT_TARGET> | null | undefined,
  namespace: string,
): EndpointAddress['targetRef'] {
  if (target === null || target === undefined) return null;
  return { kind: target.kind ?? '', namespace: target.namespace ?? namespace, name: target.name ?? '' };
}

function decodeEndpoints(value: Validated<typeof OBJECT>, namespace: string): EndpointsSpec {
  return {
    subsets: present(value.subsets).map((subset) => ({
      ports: decodeEndpointPorts(subset.ports),
      endpoints: [
        ...present(subset.addresses).map((entry) => ({ entry, ready: true })),
        ...present(subset.notReadyAddresses).map((entry) => ({ entry, ready: false })),
      ].map(({ entry, ready }) => ({
        addresses: [entry.ip],
        ready,
        targetRef: decodeEndpointTarget(entry.targetRef, namespace),
      })),
    })),
  };
}

export const ENDPOINTS = defineKind({
  kind: 'Endpoints',
  group: '',
  versions: ['v1'],
  namespaced: true,
  schema: OBJECT,
  decode: (value, { namespace }) => decodeEndpoints(value, namespace),
  changedByEdit: (_, { namespace, name }) => [endpointsRead(namespacedName(namespace, name))],
});
