import {
  any,
  type Fields,
  flag,
  ignored,
  integer,
  list,
  port,
  record,
  type Schema,
  text,
  word,
} from '../../schema.ts';
import { GROUP, KIND, NAMESPACE, OBJECT_NAME, SECTION } from './name-limits.ts';

const HEADER_NAME = { minLength: 1, maxLength: 256, format: 'header-name' } as const;

/** the parents that a route attaches to. */
export const PARENT_REFS = list(
  'What the route attaches to: Gateways, or Services for traffic inside the mesh.',
  record(
    'A parent.',
    {
      group: text('API group of the parent; `""` for a Service.', {
        ...GROUP,
        defaultTo: 'gateway.networking.k8s.io',
      }),
      kind: text('Gateway or Service.', { ...KIND, defaultTo: 'Gateway' }),
      namespace: text('Namespace of the parent; the route’s own when left out.', NAMESPACE),
      name: text('Name of the parent.', OBJECT_NAME),
      sectionName: text('One listener of a Gateway, or one port of a Service, by name.', SECTION),
      port: port('One port of the parent; all of them when left out.'),
    },
    { required: ['name'] },
  ),
  { maxItems: 32 },
);

/** The hostnames of a route. */
export const HOSTNAMES = list(
  'Host names that the route is for, at a Gateway. Ignored in the mesh.',
  text('A host name; a leading `*.` stands for any further labels.', {
    minLength: 1,
    maxLength: 253,
    format: 'hostname',
  }),
  { maxItems: 16 },
);

/** The name of a rule. */
export const RULE_NAME = text('Name of the rule, for policies and messages.', SECTION);

export const USE_DEFAULT_GATEWAYS = word('Attach to the default Gateways.', ['All', 'None'], {
  experimental: true,
});

/** The fields of a reference to a backend, without weight and filters. */
export const OBJECT_REF_FIELDS = {
  group: text('API group of the backend; `""` for a Service.', { ...GROUP, defaultTo: '' }),
  kind: text('Kind of the backend.', { ...KIND, defaultTo: 'Service' }),
  namespace: text('Namespace of the backend; the route’s own when left out.', NAMESPACE),
  name: text('Name of the backend.', OBJECT_NAME),
  port: port('Port of the backend; a Service needs one.'),
} as const;

const HEADERS = list(
  'Headers.',
  record(
    'A header.',
    {
      name: text('Name of the header.', HEADER_NAME),
      value: text('Its value.', { minLength: 1, maxLength: 4096, format: 'header-value' }),
    },
    { required: ['name', 'value'] },
  ),
  { maxItems: 16, keyedBy: ['name'] },
);

const HEADER_MODIFIER = record('Changes of headers.', {
  set: { ...HEADERS, description: 'Headers to overwrite or to create.' },
  add: { ...HEADERS, description: 'Headers to append to.' },
  remove: list('Names of headers to remove.', text('Name of a header.'), { maxItems: 16, isSet: true }),
});

const PATH_MODIFIER = record(
  'How the path changes.',
  {
    type: word('The whole path, or the matched prefix.', ['ReplaceFullPath', 'ReplacePrefixMatch']),
    replaceFullPath: text('The new path.', { maxLength: 1024 }),
    replacePrefixMatch: text('What takes the place of the matched prefix.', { maxLength: 1024 }),
  },
  { required: ['type'] },
);

const REDIRECT = record('Answers with a redirect.', {
  scheme: word('The new scheme.', ['http', 'https']),
  hostname: text('The new host name.', { minLength: 1, maxLength: 253, format: 'precise-hostname' }),
  path: PATH_MODIFIER,
  port: port('The new port.'),
  statusCode: integer('Status code of the answer.', { oneOf: [301, 302, 303, 307, 308], defaultTo: 302 }),
});

const REWRITE = record('Changes host or path before the request goes on.', {
  hostname: text('The new host name.', { minLength: 1, maxLength: 253, format: 'precise-hostname' }),
  path: PATH_MODIFIER,
});

const MIRROR = record(
  'Sends a copy of the request to another backend.',
  {
    backendRef: record('Who gets the copy.', OBJECT_REF_FIELDS, { required: ['name'] }),
    percent: integer('Share of the requests that is copied, in percent.', { min: 0, max: 100 }),
    fraction: record(
      'Share of the requests that is copied.',
      {
        numerator: integer('Counter.', { min: 0 }),
        denominator: integer('Denominator.', { min: 1, defaultTo: 100 }),
      },
      { required: ['numerator'] },
    ),
  },
  { required: ['backendRef'] },
);

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'] as const;

function headerNames(description: string) {
  return list(description, text('Name of a header.', HEADER_NAME), {
    maxItems: 64,
    isSet: true,
  });
}

const CORS = record('Answers cross-origin preflights and marks responses.', {
  allowOrigins: list(
    'Origins that may call.',
    text('An origin.', { minLength: 1, maxLength: 253, format: 'cors-origin' }),
    { maxItems: 64, isSet: true },
  ),
  allowCredentials: flag('Credentials may be sent.'),
  allowMethods: list('Methods that may be used.', word('A method.', [...METHODS, '*']), {
    maxItems: 9,
    isSet: true,
  }),
  allowHeaders: headerNames('Headers that may be sent.'),
  exposeHeaders: headerNames('Headers of the response that scripts may read.'),
  maxAge: integer('Seconds that a preflight may be remembered.', { min: 1, defaultTo: 5 }),
});

const EXTERNAL_AUTH = record(
  'Asks another service whether the request may pass.',
  {
    protocol: word('How the service is asked.', ['HTTP', 'GRPC']),
    backendRef: record('Who is asked.', OBJECT_REF_FIELDS, { required: ['name'] }),
    grpc: any('Details of the gRPC question.'),
    http: any('Details of the HTTP question.'),
    forwardBody: any('How much of the body is sent along.'),
  },
  { required: ['backendRef', 'protocol'], experimental: true },
);

const EXTENSION_REF = record(
  'A filter of the implementation’s own.',
  { group: text('API group.', GROUP), kind: text('Kind.', KIND), name: text('Name.', OBJECT_NAME) },
  { required: ['group', 'kind', 'name'] },
);

/** The field that holds the body of each type of filter. */
export const FILTER_BODIES = {
  RequestHeaderModifier: 'requestHeaderModifier',
  ResponseHeaderModifier: 'responseHeaderModifier',
  RequestMirror: 'requestMirror',
  RequestRedirect: 'requestRedirect',
  URLRewrite: 'urlRewrite',
  CORS: 'cors',
  ExternalAuth: 'externalAuth',
  ExtensionRef: 'extensionRef',
} as const satisfies Readonly<Record<string, string>>;

/** The type of a filter. */
export type FilterType = keyof typeof FILTER_BODIES;

/** Returns true if a text is the type of a filter. */
export function isFilterType(text: string): text is FilterType {
  return Object.hasOwn(FILTER_BODIES, text);
}

/** Marks the replacement of a filter that cannot be read. The filter must not be skipped. */
export const UNREADABLE: unique symbol = Symbol('unreadable');

/** The replacement of a filter that cannot be read. */
export interface UnreadableFilter {
  readonly [UNREADABLE]: true;
  /** As written. '' if it is not a text. */
  readonly type: string;
}

function standInForFilter(written: unknown): UnreadableFilter {
  const type = typeof written === 'object' && written !== null && 'type' in written ? written.type : '';
  return { [UNREADABLE]: true, type: typeof type === 'string' ? type : '' };
}

/**
 * Returns the schema of the filters of a kind of route. A filter with a type that the kind does not know is
 * replaced as a whole: its body has no schema here and must not be decoded.
 */
function filters<Type extends FilterType, F extends Fields>(types: readonly Type[], fields: F) {
  return list(
    'What is done with a request on its way, in this order.',
    record(
      'A filter: its type, and the body of that type.',
      { type: word('What the filter does.', types), ...fields },
      { required: ['type'] },
    ),
    { maxItems: 16, whole: true, standIn: standInForFilter },
  );
}

/** Filters of HTTPRoute. */
export const HTTP_FILTERS = filters(Object.keys(FILTER_BODIES) as FilterType[], {
  requestHeaderModifier: { ...HEADER_MODIFIER, description: 'Changes headers of the request.' },
  responseHeaderModifier: { ...HEADER_MODIFIER, description: 'Changes headers of the response.' },
  requestMirror: MIRROR,
  requestRedirect: REDIRECT,
  urlRewrite: REWRITE,
  cors: CORS,
  externalAuth: EXTERNAL_AUTH,
  extensionRef: EXTENSION_REF,
});

/** Filters of GRPCRoute. */
export const GRPC_FILTERS = filters(
  ['RequestHeaderModifier', 'ResponseHeaderModifier', 'RequestMirror', 'ExtensionRef'],
  {
    requestHeaderModifier: { ...HEADER_MODIFIER, description: 'Changes metadata of the request.' },
    responseHeaderModifier: { ...HEADER_MODIFIER, description: 'Changes metadata of the response.' },
    requestMirror: MIRROR,
    extensionRef: EXTENSION_REF,
  },
);

export const WEIGHT = integer('Share of the traffic, relative to the sum of all weights.', {
  min: 0,
  max: 1_000_000,
  defaultTo: 1,
});

/** Returns the schema of the backends of a rule with their weights. */
export function backendRefs<Filters extends Schema>(filterList: Filters) {
  return list(
    'Where requests go.',
    record(
      'A backend.',
      {
        ...OBJECT_REF_FIELDS,
        weight: WEIGHT,
        filters: filterList,
      },
      { required: ['name'] },
    ),
    { maxItems: 16 },
  );
}

/** Returns the schema of a condition on a header or a query parameter. */
export function valueMatches(description: string, maxLength: number) {
  return list(
    description,
    record(
      'A condition.',
      {
        type: word('How the value is compared.', ['Exact', 'RegularExpression'], { defaultTo: 'Exact' }),
        name: text('The name.', HEADER_NAME),
        value: text('The value.', { minLength: 1, maxLength }),
      },
      { required: ['name', 'value'] },
    ),
    { maxItems: 16, keyedBy: ['name'] },
  );
}

export const DURATION = { format: 'duration' } as const;

export const METHOD_MATCH = word('The request method.', METHODS);

/** The timeouts of a rule. */
export const TIMEOUTS = record('How long things may take.', {
  request: text('For the whole request, retries included; for example `10s`.', DURATION),
  backendRequest: text('For one try of a backend.', DURATION),
});

/** The retries of a rule. */
export const RETRY = record(
  'When and how often a failed request is tried again.',
  {
    codes: list('Status codes that are tried again.', integer('A status code.', { min: 400, max: 599 }), {
      isSet: true,
    }),
    attempts: integer('How often it is tried again.', { min: 1 }),
    backoff: text('Least wait before it is tried again.', DURATION),
  },
  { experimental: true },
);

/** Session persistence. The flat fields belong to earlier releases. */
export const SESSION_PERSISTENCE = record(
  'Keeps a client on one backend.',
  {
    type: word('What carries the session.', ['Cookie', 'Header'], { defaultTo: 'Cookie' }),
    cookie: record('The cookie.', {
      name: text('Name of the cookie.', HEADER_NAME),
      path: text('Path of the cookie.', { maxLength: 1024, defaultTo: '/' }),
      lifetimeType: word('How long it lives.', ['Permanent', 'Session'], { defaultTo: 'Session' }),
    }),
    header: record('The header.', { name: text('Name of the header.', HEADER_NAME) }, { required: ['name'] }),
    absoluteTimeout: text('When the session ends at the latest.', DURATION),
    sessionName: text('Earlier releases: name of the cookie or header.', { maxLength: 128 }),
    idleTimeout: text('Earlier releases: when an idle session ends.', DURATION),
    cookieConfig: record('Earlier releases: the cookie.', {
      lifetimeType: word('How long it lives.', ['Permanent', 'Session']),
      ...ignored('path'),
    }),
  },
  { experimental: true },
);
