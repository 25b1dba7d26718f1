/**
 * The nesting of the kinds that articles show, just enough to restore lost line breaks. The schemas in
 * `core/resource`, which this folder does not import, define the meaning of the fields.
 */
export type Shape = 'scalar' | 'open' | MapShape | ListShape | NamedShape;

export interface MapShape {
  readonly fields: Readonly<Record<string, Shape>>;
}

export interface ListShape {
  readonly items: Shape;
}

/** A mapping from any names to values of one shape. */
export interface NamedShape {
  readonly values: Shape;
}

/** Returns true for the shape of a mapping from any names. */
export function isNamed(shape: Shape | null): shape is NamedShape {
  return shape !== null && typeof shape === 'object' && 'values' in shape;
}

/** Returns true for the shape of a list. */
export function isList(shape: Shape | null): shape is ListShape {
  return shape !== null && typeof shape === 'object' && 'items' in shape;
}

/** Returns true for the shape of a mapping with known fields. */
export function isMap(shape: Shape | null): shape is MapShape {
  return shape !== null && typeof shape === 'object' && 'fields' in shape;
}

function map(scalars: string, fields: Readonly<Record<string, Shape>> = {}): MapShape {
  const named = scalars.split(' ').map((name): [string, Shape] => [name, 'scalar']);
  return { fields: Object.assign(Object.create(null), Object.fromEntries(named), fields) };
}

const SCALARS: ListShape = { items: 'scalar' };
const OBJECT_REF = 'group kind namespace name port';
const HEADERS: ListShape = { items: map('type name value') };
const MODIFIER = map('', { set: HEADERS, add: HEADERS, remove: SCALARS });
const PATH_MODIFIER = map('type replaceFullPath replacePrefixMatch');
const FILTERS: ListShape = {
  items: map('type', {
    requestHeaderModifier: MODIFIER,
    responseHeaderModifier: MODIFIER,
    requestMirror: map('percent', { backendRef: map(OBJECT_REF), fraction: map('numerator denominator') }),
    requestRedirect: map('scheme hostname port statusCode', { path: PATH_MODIFIER }),
    urlRewrite: map('hostname', { path: PATH_MODIFIER }),
    extensionRef: map('group kind name'),
  }),
};
const RULE_FIELDS = {
  filters: FILTERS,
  backendRefs: { items: map(`${OBJECT_REF} weight`, { filters: FILTERS }) },
} as const satisfies Readonly<Record<string, Shape>>;
const PARENT_REFS: ListShape = { items: map(`${OBJECT_REF} sectionName`) };

const HTTP_RULE = map('name', {
  matches: {
    items: map('method', { path: map('type value'), headers: HEADERS, queryParams: HEADERS }),
  },
  ...RULE_FIELDS,
  timeouts: map('request backendRequest'),
  retry: map('attempts backoff', { codes: SCALARS }),
});

const GRPC_RULE = map('name', {
  matches: { items: map('', { method: map('type service method'), headers: HEADERS }) },
  ...RULE_FIELDS,
});

const PODS = map('', {
  metadata: map('name', { labels: 'open', annotations: 'open' }),
  spec: map('serviceAccountName', {
    containers: {
      items: map('name image', {
        ports: { items: map('name containerPort protocol') },
        args: SCALARS,
        command: SCALARS,
      }),
    },
  }),
});

function object(spec: Shape): MapShape {
  return map('apiVersion kind', {
    metadata: map('name namespace creationTimestamp', { labels: 'open', annotations: 'open' }),
    spec,
  });
}

const TEXT_MATCH = map('exact prefix regex');
const MATCHES: NamedShape = { values: TEXT_MATCH };
const DESTINATION = map('host subset', { port: map('number') });
const HEADER_CHANGES = map('', {
  request: map('', { set: 'open', add: 'open', remove: SCALARS }),
  response: map('', { set: 'open', add: 'open', remove: SCALARS }),
});
const WEIGHTED: ListShape = {
  items: map('weight', { destination: DESTINATION, headers: HEADER_CHANGES }),
};
const HTTP_MATCH = map('name ignoreUriCase port sourceNamespace', {
  uri: TEXT_MATCH,
  scheme: TEXT_MATCH,
  method: TEXT_MATCH,
  authority: TEXT_MATCH,
  headers: MATCHES,
  withoutHeaders: MATCHES,
  queryParams: MATCHES,
  sourceLabels: 'open',
  gateways: SCALARS,
});
const VIRTUAL_SERVICE = map('', {
  hosts: SCALARS,
  gateways: SCALARS,
  exportTo: SCALARS,
  http: {
    items: map('name timeout', {
      match: { items: HTTP_MATCH },
      route: WEIGHTED,
      redirect: map('uri authority scheme port redirectCode'),
      rewrite: map('uri authority'),
      directResponse: map('status', { body: map('string') }),
      retries: map('attempts perTryTimeout retryOn'),
      mirror: DESTINATION,
      headers: HEADER_CHANGES,
    }),
  },
});
const DESTINATION_RULE = map('host', {
  trafficPolicy: 'open',
  subsets: { items: map('name', { labels: 'open', trafficPolicy: 'open' }) },
  exportTo: SCALARS,
});

/** The shapes of whole objects, by kind. */
export const SHAPES: Readonly<Record<string, MapShape>> = {
  HTTPRoute: object(map('', { parentRefs: PARENT_REFS, hostnames: SCALARS, rules: { items: HTTP_RULE } })),
  GRPCRoute: object(map('', { parentRefs: PARENT_REFS, hostnames: SCALARS, rules: { items: GRPC_RULE } })),
  ReferenceGrant: object(
    map('', { from: { items: map('group kind namespace') }, to: { items: map('group kind name') } }),
  ),
  Service: object(
    map('type clusterIP externalName', {
      selector: 'open',
      ports: { items: map('name port targetPort protocol appProtocol') },
    }),
  ),
  Deployment: object(map('replicas', { selector: map('', { matchLabels: 'open' }), template: PODS })),
  Namespace: object(map('')),
  VirtualService: object(VIRTUAL_SERVICE),
  DestinationRule: object(DESTINATION_RULE),
  ServiceAccount: object(map('')),
};
