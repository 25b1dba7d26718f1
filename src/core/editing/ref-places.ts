import { own } from '../text/own.ts';
import type { Path } from '../text/path.ts';
import { fitsPattern } from './walk-object.ts';

/** The group and kind of a reference that leaves them out. */
export interface RefDefaults {
  readonly group: string;
  readonly kind: string;
}

/** A place in a kind's objects that names another object. */
export interface RefPlace {
  /** Keys from the object's root. `*` means each item of a list. */
  readonly at: readonly string[];
  /**
   * A mapping with `name` and optional group, kind and namespace; a bare name; or `Kind/namespace/name` in
   * one text.
   */
  readonly form: 'mapping' | 'name' | 'id';
  /** The defaults of group and kind. Null when they are required. */
  readonly defaults: RefDefaults | null;
  /** Whether the mapping has a field `namespace`. Its default is the namespace of the referrer. */
  readonly namespaced: boolean;
  /** The usual kinds of the target, for completion. */
  readonly kinds: readonly RefDefaults[];
}

const GATEWAY_API = 'gateway.networking.k8s.io';
const GATEWAY: RefDefaults = { group: GATEWAY_API, kind: 'Gateway' };
const SERVICE: RefDefaults = { group: '', kind: 'Service' };
const SECRET: RefDefaults = { group: '', kind: 'Secret' };
const CONFIG_MAP: RefDefaults = { group: '', kind: 'ConfigMap' };
const INGRESS_CLASS: RefDefaults = { group: 'networking.k8s.io', kind: 'IngressClass' };
const LISTENER_SET: RefDefaults = { group: GATEWAY_API, kind: 'ListenerSet' };

function mapping(
  at: string,
  kinds: readonly RefDefaults[],
  { defaults = null as RefDefaults | null, namespaced = false } = {},
): RefPlace {
  return { at: at.split('.'), form: 'mapping', defaults, namespaced, kinds };
}

/** Returns the place of a bare name: an object of this kind in the referrer's namespace. */
function named(at: readonly string[], defaults: RefDefaults): RefPlace {
  return { at, form: 'name', defaults, namespaced: false, kinds: [defaults] };
}

function id(at: string): RefPlace {
  return { at: at.split('.'), form: 'id', defaults: null, namespaced: false, kinds: [] };
}

function parent(at: string): RefPlace {
  return mapping(at, [GATEWAY, SERVICE, LISTENER_SET], { defaults: GATEWAY, namespaced: true });
}

function backend(at: string): RefPlace {
  return mapping(at, [SERVICE], { defaults: SERVICE, namespaced: true });
}

function secret(at: string): RefPlace {
  return mapping(at, [SECRET], { defaults: SECRET, namespaced: true });
}

function filters(at: string): readonly RefPlace[] {
  return [
    backend(`${at}.requestMirror.backendRef`),
    backend(`${at}.externalAuth.backendRef`),
    mapping(`${at}.extensionRef`, []),
  ];
}

const L4_ROUTE = [parent('spec.parentRefs.*'), backend('spec.rules.*.backendRefs.*')];
const ROUTE = [
  ...L4_ROUTE,
  ...filters('spec.rules.*.filters.*'),
  ...filters('spec.rules.*.backendRefs.*.filters.*'),
];
const LISTENERS = [secret('spec.listeners.*.tls.certificateRefs.*')];
const PARAMETERS = [mapping('spec.parametersRef', [CONFIG_MAP], { namespaced: true })];

function workload(template: string): readonly RefPlace[] {
  return ['serviceAccountName', 'serviceAccount'].map((field) =>
    named(`${template}.${field}`.split('.'), { group: '', kind: 'ServiceAccount' }),
  );
}

const CLIENT_CAS = ['default', 'perPort.*.tls'].map((at) =>
  mapping(`spec.tls.frontend.${at}.validation.caCertificateRefs.*`, [CONFIG_MAP], { namespaced: true }),
);

/** The names of Services in an Ingress of the current version and of those before. */
const INGRESS_SERVICES = ['spec.defaultBackend', 'spec.backend', 'spec.rules.*.http.paths.*.backend']
  .flatMap((at) => [`${at}.service.name`, `${at}.serviceName`])
  .map((at) => named(at.split('.'), SERVICE));

/** Returns the place of an annotation that names an object. */
function annotation(key: string, defaults: RefDefaults): RefPlace {
  return named(['metadata', 'annotations', key], defaults);
}

const PLACES: Readonly<Record<string, readonly RefPlace[]>> = {
  HTTPRoute: ROUTE,
  GRPCRoute: ROUTE,
  TLSRoute: L4_ROUTE,
  TCPRoute: L4_ROUTE,
  UDPRoute: L4_ROUTE,
  Gateway: [
    named(['spec', 'gatewayClassName'], { group: GATEWAY_API, kind: 'GatewayClass' }),
    ...LISTENERS,
    mapping('spec.infrastructure.parametersRef', [CONFIG_MAP]),
    secret('spec.tls.backend.clientCertificateRef'),
    ...CLIENT_CAS,
  ],
  ListenerSet: [mapping('spec.parentRef', [GATEWAY], { defaults: GATEWAY, namespaced: true }), ...LISTENERS],
  BackendTLSPolicy: [
    mapping('spec.targetRefs.*', [SERVICE]),
    mapping('spec.validation.caCertificateRefs.*', [CONFIG_MAP]),
  ],
  XBackendTrafficPolicy: [mapping('spec.targetRefs.*', [SERVICE])],
  GatewayClass: PARAMETERS,
  XMesh: PARAMETERS,
  Ingress: [
    named(['spec', 'ingressClassName'], INGRESS_CLASS),
    annotation('kubernetes.io/ingress.class', INGRESS_CLASS),
    annotation('nginx.ingress.kubernetes.io/default-backend', SERVICE),
    named(['spec', 'tls', '*', 'secretName'], SECRET),
    ...INGRESS_SERVICES,
  ],
  EndpointSlice: [
    named(['metadata', 'labels', 'kubernetes.io/service-name'], SERVICE),
    mapping('endpoints.*.targetRef', [{ group: '', kind: 'Pod' }], { namespaced: true }),
  ],
  Pod: workload('spec'),
  Deployment: workload('spec.template.spec'),
  StatefulSet: workload('spec.template.spec'),
  DaemonSet: workload('spec.template.spec'),
  ReplicaSet: workload('spec.template.spec'),
  Job: workload('spec.template.spec'),
  CronJob: workload('spec.jobTemplate.spec.template.spec'),
  RouteTest: [
    id('spec.creationOrder.*'),
    id('spec.cases.*.expect.route'),
    id('spec.cases.*.expect.policies.*'),
    id('spec.cases.*.expect.access.*'),
    id('spec.conditions.*.resource'),
    id('spec.conditions.*.parent'),
  ],
};

/** Policies of unknown kinds name their targets like this. */
const POLICY = [mapping('spec.targetRef', []), mapping('spec.targetRefs.*', [])];
const OWNER = mapping('metadata.ownerReferences.*', []);

/** Returns the places where objects of a kind name other objects. */
export function refPlacesOf(kind: string): readonly RefPlace[] {
  return [...((Object.hasOwn(PLACES, kind) ? own(PLACES, kind) : undefined) ?? POLICY), OWNER];
}

/** The parts of a grant that are names of objects. */
const GRANT_NAMES = ['spec.from.*.namespace', 'spec.to.*.name'].map((at) => at.split('.'));
const NAMING: ReadonlySet<string | number> = new Set([
  'name',
  'namespace',
  'kind',
  'group',
  'sectionName',
  'port',
]);

/** Returns true when a field of a kind may have completions, so that a question is useful. */
export function takesNames(kind: string, path: Path): boolean {
  if (fitsPattern(path, ['metadata', 'namespace'])) return true;
  if (kind === 'ReferenceGrant' && GRANT_NAMES.some((at) => fitsPattern(path, at))) return true;
  const field = path.at(-1) ?? '';
  return refPlacesOf(kind).some(({ at, form }) =>
    form === 'mapping' ? NAMING.has(field) && fitsPattern(path.slice(0, -1), at) : fitsPattern(path, at),
  );
}
