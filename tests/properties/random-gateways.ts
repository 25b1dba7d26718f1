import fc from 'fast-check';

/** Small sets of manifests with missing targets, conflicting listeners and namespaces without access. */

const GATEWAY_API = 'gateway.networking.k8s.io';
const NAMESPACES = ['a', 'b'];
const namespace = fc.constantFrom(...NAMESPACES);
const name = fc.constantFrom('x', 'y');
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const HOSTS = ['a.test', '*.test', 'b.other'];

const certificate = fc.record({
  kind: fc.constantFrom('Secret', 'Secret', 'ConfigMap'),
  name: fc.constantFrom('cert', 'gone'),
  namespace: optional(namespace),
});

const tls = fc.record({
  mode: fc.constantFrom('Terminate', 'Passthrough'),
  certificateRefs: fc.array(certificate, { maxLength: 2 }),
});

const allowedRoutes = fc.record({
  namespaces: optional(
    fc.constantFrom(
      { from: 'All' },
      { from: 'Same' },
      { from: 'Selector', selector: { matchLabels: { team: 'x' } } },
      { from: 'Selector', selector: { matchLabels: { 'kubernetes.io/metadata.name': 'b' } } },
    ),
  ),
  kinds: optional(
    fc.array(fc.record({ kind: fc.constantFrom('HTTPRoute', 'TCPRoute', 'Odd') }), { maxLength: 2 }),
  ),
});

const listener = fc.record({
  port: fc.constantFrom(80, 443),
  protocol: fc.constantFrom('HTTP', 'HTTP', 'HTTPS', 'TLS', 'TCP', 'UDP', 'SCTP'),
  hostname: optional(fc.constantFrom(...HOSTS)),
  tls: optional(tls),
  allowedRoutes: optional(allowedRoutes),
});

const listeners = fc
  .array(listener, { minLength: 1, maxLength: 3 })
  .map((all) => all.map((each, at) => ({ name: `l${at}`, ...each })));

const caRef = fc.record({
  group: fc.constant(''),
  kind: fc.constantFrom('ConfigMap', 'Secret', 'Service'),
  name: fc.constantFrom('ca', 'gone'),
  namespace: optional(namespace),
});

const metadata = fc.record({ name, namespace });

const gateway = fc.record({
  apiVersion: fc.constant(`${GATEWAY_API}/v1`),
  kind: fc.constant('Gateway'),
  metadata,
  spec: fc.record({
    gatewayClassName: fc.constantFrom('known', 'known', 'unknown'),
    listeners,
    addresses: optional(fc.constantFrom([{ type: 'example.test/Odd', value: 'x' }], [{ value: '10.0.0.1' }])),
    allowedListeners: optional(
      fc.constantFrom({ namespaces: { from: 'All' } }, { namespaces: { from: 'Same' } }),
    ),
    infrastructure: optional(
      fc.record({
        parametersRef: fc.record({
          group: fc.constant(''),
          kind: fc.constant('ConfigMap'),
          name: fc.constantFrom('ca', 'gone'),
        }),
      }),
    ),
    tls: optional(
      fc.record({
        backend: optional(fc.record({ clientCertificateRef: certificate })),
        frontend: optional(
          fc.record({
            default: fc.record({ validation: fc.record({ caCertificateRefs: fc.tuple(caRef) }) }),
          }),
        ),
      }),
    ),
  }),
});

const listenerSet = fc.record({
  apiVersion: fc.constant(`${GATEWAY_API}/v1`),
  kind: fc.constant('ListenerSet'),
  metadata,
  spec: fc.record({ parentRef: fc.record({ name, namespace: optional(namespace) }), listeners }),
});

const backendRef = fc.record({
  group: fc.constantFrom('', '', '', 'kuma.io', 'apps'),
  kind: fc.constantFrom('Service', 'Service', 'Service', 'MeshService'),
  name: fc.constantFrom('web', 'external', 'gone'),
  namespace: optional(namespace),
  port: fc.constantFrom(80, 81, 53),
});

const parentRef = fc.record({
  group: fc.constantFrom(GATEWAY_API, GATEWAY_API, ''),
  kind: fc.constantFrom('Gateway', 'ListenerSet', 'Service'),
  name: fc.constantFrom('x', 'y', 'web'),
  namespace: optional(namespace),
  sectionName: optional(fc.constantFrom('l0', 'l1', 'odd')),
  port: optional(fc.constantFrom(80, 443, 8080)),
});

const filter = fc.oneof(
  fc.record({
    type: fc.constant('RequestMirror'),
    requestMirror: fc.record({ backendRef }),
  }),
  fc.record({
    type: fc.constant('ExtensionRef'),
    extensionRef: fc.record({
      group: fc.constant('traefik.io'),
      kind: fc.constant('Middleware'),
      name: fc.constantFrom('x', 'z'),
    }),
  }),
  fc.record({
    type: fc.constant('ExternalAuth'),
    externalAuth: fc.record({ protocol: fc.constant('GRPC'), backendRef, grpc: fc.constant({}) }),
  }),
  fc.constant({ type: 'Odd' }),
);

const httpRoute = fc.record({
  apiVersion: fc.constant(`${GATEWAY_API}/v1`),
  kind: fc.constantFrom('HTTPRoute', 'GRPCRoute'),
  metadata,
  spec: fc.record({
    parentRefs: fc.array(parentRef, { minLength: 1, maxLength: 2 }),
    hostnames: optional(fc.array(fc.constantFrom(...HOSTS), { minLength: 1, maxLength: 2 })),
    rules: fc.array(
      fc.record({
        filters: optional(fc.array(filter, { maxLength: 1 })),
        backendRefs: fc.array(backendRef, { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  }),
});

const connectionRoute = fc.record({
  apiVersion: fc.constant(`${GATEWAY_API}/v1`),
  kind: fc.constantFrom('TCPRoute', 'UDPRoute', 'TLSRoute'),
  metadata,
  spec: fc.record({
    parentRefs: fc.array(parentRef, { minLength: 1, maxLength: 2 }),
    rules: fc.tuple(fc.record({ backendRefs: fc.array(backendRef, { minLength: 1, maxLength: 2 }) })),
  }),
});

const policy = fc.record({
  apiVersion: fc.constant(`${GATEWAY_API}/v1`),
  kind: fc.constant('BackendTLSPolicy'),
  metadata,
  spec: fc.record({
    targetRefs: fc.tuple(
      fc.record({
        group: fc.constant(''),
        kind: fc.constant('Service'),
        name: fc.constantFrom('web', 'gone'),
        sectionName: optional(fc.constantFrom('http', 'odd')),
      }),
    ),
    validation: fc.record({ hostname: fc.constant('a.test'), caCertificateRefs: fc.tuple(caRef) }),
  }),
});

const grant = fc.record({
  apiVersion: fc.constant(`${GATEWAY_API}/v1beta1`),
  kind: fc.constant('ReferenceGrant'),
  metadata,
  spec: fc.record({
    from: fc.tuple(
      fc.record({
        group: fc.constant(GATEWAY_API),
        kind: fc.constantFrom('HTTPRoute', 'Gateway', 'ListenerSet'),
        namespace,
      }),
    ),
    to: fc.tuple(
      fc.record({ group: fc.constant(''), kind: fc.constantFrom('Service', 'Secret', 'ConfigMap') }),
    ),
  }),
});

const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

/** The possible targets of references. Each set of manifests has some of them. */
const objects = fc.subarray([
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', namespace: 'a' },
    spec: {
      selector: { app: 'web' },
      ports: [
        { name: 'http', port: 80 },
        { name: 'dns', port: 53, protocol: 'UDP' },
      ],
    },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'external', namespace: 'a' },
    spec: { type: 'ExternalName', externalName: 'x.test' },
  },
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'b', labels: { team: 'x' } } },
  {
    apiVersion: `${GATEWAY_API}/v1`,
    kind: 'GatewayClass',
    metadata: { name: 'known' },
    spec: { controllerName: 'x.test/c' },
  },
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'cert', namespace: 'a' },
    stringData: { 'tls.crt': PEM, 'tls.key': PEM },
  },
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'ca', namespace: 'a' }, data: { 'ca.crt': PEM } },
  {
    apiVersion: 'traefik.io/v1alpha1',
    kind: 'Middleware',
    metadata: { name: 'x', namespace: 'a' },
    spec: {},
  },
  {
    apiVersion: 'kuma.io/v1alpha1',
    kind: 'MeshService',
    metadata: { name: 'web', namespace: 'a' },
    spec: {},
  },
]);

/** Each identity occurs once. Of two objects the later one counts, as for kubectl. */
export const gatewayWorld: fc.Arbitrary<readonly unknown[]> = fc
  .tuple(
    objects,
    fc.array(gateway, { maxLength: 2 }),
    fc.array(listenerSet, { maxLength: 2 }),
    fc.array(httpRoute, { maxLength: 3 }),
    fc.array(connectionRoute, { maxLength: 2 }),
    fc.array(policy, { maxLength: 2 }),
    fc.array(grant, { maxLength: 2 }),
  )
  .map((parts) => parts.flat());
