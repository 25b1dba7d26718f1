import { type FieldDocs, under } from './field-docs.ts';

export const SERVICE_DOCS: FieldDocs = {
  spec: 'As a parent of routes it is the name that clients call, as a backend the Pods behind it (R-101, R-102).',
  'spec.type': 'An ExternalName Service is a DNS name: it has no frontend that routes could take over.',
  'spec.clusterIP': 'Clients that call this IP count as calling the Service; a headless Service has none.',
  'spec.selector': 'All labels must fit. Left out, EndpointSlices say who answers.',
  'spec.ports[].name': 'EndpointSlices and policies find the port by it; so do `sectionName`s.',
  'spec.ports[].port': 'What `parentRefs` and `backendRefs` mean by `port`.',
  'spec.ports[].targetPort': 'A name is looked up among the ports of each Pod’s containers.',
  'spec.ports[].appProtocol': 'Tells a proxy what is spoken; with `kubernetes.io/h2c` HTTP/2 without TLS.',
};

const ENDPOINT_PORTS: FieldDocs = {
  '': 'Ports without a name belong to the Service’s port without one.',
};

export const ENDPOINT_SLICE_DOCS: FieldDocs = {
  'metadata.labels': 'The label `kubernetes.io/service-name` says which Service it is about.',
  endpoints: 'An endpoint counts where it is ready, or says nothing about it (R-337).',
  ...under('ports', ENDPOINT_PORTS),
};

export const NAMESPACE_DOCS: FieldDocs = {
  'metadata.labels':
    'Listeners can let in namespaces by label. `kubernetes.io/metadata.name` is always there (R-425).',
};

const POD: FieldDocs = {
  '.spec.serviceAccountName': 'Meshes know a workload by it.',
  '.spec.containers[].ports': 'Needed where a Service names its `targetPort` instead of giving a number.',
};

export const POD_DOCS: FieldDocs = {
  'metadata.labels': 'Services pick Pods by them.',
  'spec.serviceAccountName': POD['.spec.serviceAccountName'] ?? '',
  'spec.containers[].ports': POD['.spec.containers[].ports'] ?? '',
};

export const WORKLOAD_DOCS: FieldDocs = {
  'spec.replicas': 'With 0 there is no endpoint behind the Services that pick it.',
  'spec.template.metadata.labels':
    'Services pick the Pods by these, not by the labels of the workload itself.',
  ...under('spec.template', POD),
};
