import { namespacedName } from '../../../ids/ids.ts';
import { objectSchema } from '../../metadata.ts';
import { endpointsRead } from '../../read-keys.ts';
import type { EndpointSliceSpec } from '../../resource.ts';
import { flag, ignored, list, present, record, text, type Validated, word } from '../../schema.ts';
import {
  decodeEndpointPorts,
  decodeEndpointTarget,
  ENDPOINT_PORTS,
  ENDPOINT_TARGET,
} from '../core/endpoints.ts';
import { defineKind } from '../kind.ts';

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
    targetRef: ENDPOINT_TARGET,
    ...ignored('hostname', 'nodeName', 'zone', 'hints', 'deprecatedTopology'),
  },
  { required: ['addresses'] },
);

const SLICE = objectSchema('Some of the endpoints of a Service.', {
  addressType: word('Kind of the addresses.', ['IPv4', 'IPv6', 'FQDN']),
  ports: ENDPOINT_PORTS,
  endpoints: list('The endpoints.', ENDPOINT, { maxItems: 1000 }),
});

function decodeSlice(
  value: Validated<typeof SLICE>,
  labels: Readonly<Record<string, string>>,
  namespace: string,
): EndpointSliceSpec {
  const label = 'kubernetes.io/service-name';
  return {
    serviceName: Object.hasOwn(labels, label) ? (labels[label] ?? null) : null,
    addressType: value.addressType ?? 'IPv4',
    ports: decodeEndpointPorts(value.ports),
    endpoints: present(value.endpoints).map((endpoint) => ({
      addresses: present(endpoint.addresses),
      ready: endpoint.conditions?.ready ?? true,
      targetRef: decodeEndpointTarget(endpoint.targetRef, namespace),
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
  changedByEdit(before, { namespace, spec: { serviceName } }) {
    if (before.spec.serviceName !== serviceName) return null;
    return serviceName === null ? [] : [endpointsRead(namespacedName(namespace, serviceName))];
  },
});
