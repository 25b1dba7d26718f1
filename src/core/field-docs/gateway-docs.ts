import { type FieldDocs, under } from './field-docs.ts';

const ALLOWED: FieldDocs = {
  '.namespaces.from':
    '`Same` is the namespace of the object that has the listener; `Selector` looks at the labels of the route’s namespace (R-423).',
  '.namespaces.selector': 'Needed with `from: Selector`; without it nothing is let in (R-423).',
  '.namespaces.selector.matchLabels':
    'Every namespace has the label `kubernetes.io/metadata.name` with its own name (R-425).',
};

const LISTENERS: FieldDocs = {
  '': 'They must differ: HTTP, HTTPS and TLS in port or host name, TCP and UDP in port (R-413). Those that do not are in conflict.',
  '[].hostname':
    'Left out, every host. The most specific listener of a port takes a connection (R-410); `*.` stands for one or more labels (R-402).',
  '[].port': 'Several listeners can share a port if their host names differ.',
  '[].protocol':
    'Decides which routes can attach: HTTP and HTTPS take HTTPRoute and GRPCRoute, TLS TLSRoute (R-426).',
  '[].tls': 'Needed for HTTPS and TLS.',
  '[].tls.mode': 'HTTPS always terminates; `Passthrough` needs no certificate here (R-416).',
  '[].tls.certificateRefs': 'A Secret of another namespace needs a ReferenceGrant there (R-417).',
  '[].allowedRoutes': 'Left out, routes of the same namespace (R-423).',
  '[].allowedRoutes.kinds': 'Kinds that do not go with the protocol are an error of the listener (R-427).',
  ...under('[].allowedRoutes', ALLOWED),
};

export const GATEWAY_DOCS: FieldDocs = {
  'spec.gatewayClassName': 'A Gateway of an unknown class is nobody’s: no controller looks at it (R-430).',
  ...under('spec.listeners', LISTENERS),
  'spec.allowedListeners': 'Left out, no ListenerSet may add listeners (R-440).',
  ...under('spec.allowedListeners', ALLOWED),
  'spec.defaultScope': 'With `All` it is a default Gateway: routes that ask for one attach (R-460).',
  'spec.tls.backend.clientCertificateRef': 'Not simulated; the reference itself is checked (R-418).',
};

export const LISTENER_SET_DOCS: FieldDocs = {
  'spec.parentRef':
    'The Gateway has to allow it with `allowedListeners` (R-440). Routes name the set itself as their parent (R-443).',
  ...under('spec.listeners', {
    ...LISTENERS,
    '': 'In conflict with listeners of the Gateway or of an older set, those come first (R-441).',
  }),
};

export const REFERENCE_GRANT_DOCS: FieldDocs = {
  'metadata.namespace':
    'The namespace of the targets: a grant opens its own namespace, never that of the referrer (R-450).',
  'spec.from': 'Each entry names who may refer; all three fields must fit (R-450).',
  'spec.from[].group': '`gateway.networking.k8s.io` for routes and Gateways. `core` names no group (R-451).',
  'spec.to': 'Each entry names what may be referred to.',
  'spec.to[].group': 'The empty text for Services and Secrets; `core` and `v1` match nothing (R-451).',
};

const TARGETS: FieldDocs = {
  '': 'All in the policy’s own namespace.',
  '[].sectionName':
    'For one port, and then stronger than a policy for the whole Service. A port that is not there leaves the policy without effect (R-603).',
};

export const BACKEND_TLS_DOCS: FieldDocs = {
  ...under('spec.targetRefs', TARGETS),
  'spec.validation.caCertificateRefs': 'Either these or `wellKnownCACertificates`.',
  'spec.validation.hostname': 'Also what the Gateway asks for in the handshake.',
  'spec.validation.subjectAltNames': 'With them, `hostname` is only asked for and no longer checked.',
};

export const BACKEND_TRAFFIC_DOCS: FieldDocs = {
  'spec.targetRefs': 'Whole backends of the policy’s own namespace (R-640).',
  'spec.retryConstraint':
    'Keeps retries from making an overload worse: above the budget nothing is tried again (R-640).',
  'spec.retryConstraint.budget.percent':
    'Of the requests of the interval, at most this share may be retries.',
  'spec.retryConstraint.minRetryRate': 'That many retries are always fine.',
  'spec.sessionPersistence': 'What a rule of a route says about sessions comes first (R-345).',
};

export const CONTROLLER_DOCS: FieldDocs = {
  'spec.controllerName': 'It cannot be changed later (R-461).',
  'spec.parametersRef': 'Not read by the simulation.',
};
