import { namespacedName } from '../../../ids/ids.ts';
import { objectSchema } from '../../metadata.ts';
import { serviceRead } from '../../read-keys.ts';
import type { ServicePort, ServiceSpec } from '../../resource.ts';
import {
  any,
  flag,
  ignored,
  integer,
  integerOrText,
  list,
  port,
  record,
  text,
  textMap,
  type Validated,
  type ValidatedList,
  word,
} from '../../schema.ts';
import { defineKind } from '../kind.ts';

const PORT = record(
  'A port that the Service answers on.',
  {
    name: text('Name of the port; needed when there are several.', { maxLength: 63, format: 'dns-label' }),
    port: port('The port that clients dial.'),
    targetPort: integerOrText(
      'The port of the Pods, as a number or by name; the same as `port` when left out.',
    ),
    protocol: word('Transport protocol.', ['TCP', 'UDP', 'SCTP'], { defaultTo: 'TCP' }),
    appProtocol: text('What is spoken on the port, for example `http` or `kubernetes.io/h2c`.'),
    nodePort: integer('Port on every node.', { min: 0, max: 65_535 }),
  },
  { required: ['port'] },
);

const SPEC = record('What the Service is and which Pods stand behind it.', {
  type: word('How the Service is reached.', ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'], {
    defaultTo: 'ClusterIP',
  }),
  clusterIP: text('The virtual IP; `None` makes the Service headless.'),
  clusterIPs: list('The virtual IPs, one for each IP family.', text('An IP address.')),
  externalIPs: list('Further IPs that nodes accept traffic on.', text('An IP address.')),
  externalName: text('The DNS name that an ExternalName Service stands for.'),
  selector: textMap('Labels of the Pods that answer.'),
  ports: list('The ports.', PORT),
  publishNotReadyAddresses: flag('Pods count as endpoints before they are ready.'),
  loadBalancerIP: text('The IP asked of the load balancer.'),
  ...ignored(
    'allocateLoadBalancerNodePorts',
    'externalTrafficPolicy',
    'healthCheckNodePort',
    'internalTrafficPolicy',
    'ipFamilies',
    'ipFamilyPolicy',
    'loadBalancerClass',
    'loadBalancerSourceRanges',
    'sessionAffinity',
    'sessionAffinityConfig',
    'trafficDistribution',
    'topologyKeys',
  ),
});

function decodeService(spec: Validated<typeof SPEC>, status: unknown): ServiceSpec {
  const clusterIPs = spec.clusterIPs ?? [];
  const written = clusterIPs.length > 0 ? clusterIPs : [spec.clusterIP];
  return {
    type: spec.type ?? 'ClusterIP',
    headless: spec.clusterIP === 'None' || clusterIPs[0] === 'None',
    clusterIPs: written.filter((ip): ip is string => typeof ip === 'string' && ip !== '' && ip !== 'None'),
    externalIPs: [...texts(spec.externalIPs), ...ingressIPs(status)],
    externalName: spec.externalName ?? null,
    selector: spec.selector ?? null,
    ports: (spec.ports ?? []).flatMap((item) => (item === undefined ? [] : [decodePort(item)])),
    publishNotReadyAddresses: spec.publishNotReadyAddresses ?? false,
  };
}

function decodePort(item: Validated<typeof PORT>): ServicePort {
  const target = item.targetPort ?? item.port;
  return {
    name: item.name ?? '',
    port: item.port,
    // As in the API, zero and the empty string mean "not given".
    targetPort: target === 0 || target === '' ? item.port : target,
    protocol: item.protocol ?? 'TCP',
    appProtocol: item.appProtocol ?? null,
    nodePort: item.nodePort ?? null,
  };
}

const NO_TEXTS: readonly string[] = [];

function texts(items: ValidatedList<string>): readonly string[] {
  return items === null || items === undefined ? NO_TEXTS : items.filter((item) => item !== undefined);
}

function ingressIPs(status: unknown): readonly string[] {
  if (typeof status !== 'object' || status === null) return NO_TEXTS;
  const ingress = (status as { loadBalancer?: { ingress?: unknown } | null }).loadBalancer?.ingress;
  if (!Array.isArray(ingress)) return NO_TEXTS;
  return ingress.map((entry: { ip?: unknown } | null) => entry?.ip).filter((ip) => typeof ip === 'string');
}

export const SERVICE = defineKind({
  kind: 'Service',
  group: '',
  versions: ['v1'],
  namespaced: true,
  schema: objectSchema('A name and a virtual IP for a set of Pods.', { spec: SPEC, status: any() }),
  decode: (value) => decodeService(value.spec ?? {}, value.status),
  changedByEdit(before, { namespace, name, spec }) {
    const addresses = ({ clusterIPs, externalIPs }: ServiceSpec) => [...clusterIPs, ...externalIPs].join();
    if (addresses(before.spec) !== addresses(spec)) return null;
    return [serviceRead(namespacedName(namespace, name))];
  },
});
