/** The criteria that can decide between two matches, as the trace names them. */
export type Criterion =
  | 'hostname'
  | 'exact-path'
  | 'path-length'
  | 'service'
  | 'method'
  | 'headers'
  | 'query'
  | 'age'
  | 'name'
  | 'position';

/**
 * The choices for the open points of the specifications. Each field is one ambiguity (A-nn) of the semantics
 * digest and is read in one place of the code. docs/profiles.md explains the values and lists the
 * implementations that behave this way.
 */
export interface Profile {
  readonly name: string;
  /**
   * the CRDs of the cluster. Those of the standard channel drop fields of the experimental channel
   * silently, and do not have its kinds.
   */
  readonly channel: 'experimental' | 'standard';
  /** the result if consumer routes apply to the client but none of them matches. */
  readonly consumerFallback: 'reject' | 'fallbackToProducer' | 'union';
  /** whether the destination or the Host header selects the Service. */
  readonly serviceIdentification: 'clusterIP' | 'authority';
  /**
   * whether the Host header also selects the Service on a port whose name and appProtocol tell no
   * protocol (only with `authority`).
   */
  readonly sniffedPorts: 'by-host' | 'by-address';
  /** whether another port in the Host header selects another Service port (only with `authority`). */
  readonly hostHeaderPort: 'compared' | 'ignored';
  /** whether the backendRef of a mesh route to another namespace needs a ReferenceGrant. */
  readonly meshReferenceGrant: 'notRequired' | 'required';
  /** the handling of routes of several kinds on one Service port. */
  readonly kindConflict: 'gepOrder' | 'coexist';
  /**
   * what a GRPCRoute in a mesh compares. `paths`: the path of a call and its headers, also for
   * requests that are not gRPC; its rules and those of HTTPRoutes are one list, ordered by paths.
   */
  readonly grpcMatching: 'calls' | 'paths';
  /**
   * whether the routes with a port in their parentRef and those without one merge on that port.
   * `apart`: only one of the two groups applies, the one with the older route.
   */
  readonly parentPorts: 'merged' | 'apart';
  /** whether routes apply to a headless Service. `routed`: on ports that may be HTTP. */
  readonly headlessServices: 'bypassed' | 'routed';
  /**
   * the clients that a TCPRoute or TLSRoute in a mesh applies to. `everywhere`: all clients,
   * after the routes of their own namespace.
   */
  readonly connectionRoutes: 'by-namespace' | 'everywhere';
  /** a TLS connection to a Service whose server name no TLSRoute lists. */
  readonly otherServerNames: 'rejected' | 'passed-through';
  /**
   * a filter in a mesh that an implementation does not support, or a mirror of a GRPCRoute
   * without a usable backend. `drop-route`: the whole route does not exist.
   */
  readonly unsupportedFilters: 'fail' | 'drop-route';
  /**
   * a request that several routes match goes to the best match, or is rejected (as some articles
   * describe it).
   */
  readonly severalMatches: 'merge' | 'reject';
  /** whether a parentRef or a backendRef may write the core group as `core`. */
  readonly coreGroup: 'empty' | 'also-spelled-out';
  /** whether a TCPRoute attaches to a TLS listener that terminates TLS. */
  readonly tcpRouteAtTLS: 'refused' | 'terminated';
  /**
   * the GatewayClasses and protocols that an implementation predefines, and whether its proxies
   * log the response flags of Envoy.
   */
  readonly own: {
    readonly classes: readonly string[];
    readonly protocols: readonly string[];
    readonly envoy: boolean;
  };
  /** order of the criteria for HTTP matches. */
  readonly httpCriteria: readonly Criterion[];
  /**
   * the precedence of a regular expression among exact paths and prefixes. `none`: the type of the
   * match is not compared.
   */
  readonly regexRank: 'exact-regex-prefix' | 'exact-prefix-regex' | 'none';
  /** whether a pattern must match the whole value, or any part of it. */
  readonly regexAnchor: 'full' | 'search';
  /** whether the trailing slash of a prefix counts as a character. */
  readonly prefixTrailingSlash: 'strip' | 'count';
  /**
   * how `{namespace}/{name}` is ordered. `generated`: as `tuple`, and a name goes after the longer names
   * that start with it, because names of generated objects are compared.
   */
  readonly nameOrder: 'joined' | 'tuple' | 'generated';
  /** the status if all weights are zero. */
  readonly zeroWeight: 500 | 503;
  /**
   * how a header that the request repeats is compared. Values are joined by a comma without a space.
   * `individually` compares each value, and joins the values of only a few headers (see repeated-headers.ts).
   */
  readonly repeatedHeaders: 'any-or-joined' | 'joined' | 'first' | 'individually';
  /** the value of a repeated query parameter that is compared. */
  readonly repeatedQuery: 'first' | 'any';
  /** query parameters are compared after form decoding (`%20` and `+` are spaces), or as written. */
  readonly queryDecoding: 'form' | 'raw';
  /**
   * the normalisation of a path before it is compared and forwarded. `base`: dot segments, `\\` and
   * percent-encoded unreserved characters. `merge`: also repeated slashes. `decode`: also `%2F` and `%5C`.
   * `redirect`: as `merge`, and a path with `%2F` or `%5C` is answered with a redirect (307) to the decoded
   * path.
   */
  readonly pathNormalisation: 'none' | 'base' | 'merge' | 'decode' | 'redirect';
  /** the unit of a pattern: a character, or a byte of UTF-8. */
  readonly patternUnit: 'characters' | 'bytes';
  /**
   * the meaning of the header or query pattern `*`, which is not a regular expression: it never holds,
   * or it requires a value.
   */
  readonly starPattern: 'invalid' | 'present';
  /**
   * Requests that are answered with 400 before any route: methods that Envoy does not know, CONNECT with a
   * path, `%00`.
   */
  readonly refusedRequests: 'none' | 'envoy';
  /** Whether a request with `_` in a header name is answered with 400. */
  readonly underscoreHeaders: 'allowed' | 'refused';
  /** whether a request at a Gateway may fall through to routes of a less specific hostname. */
  readonly hostnameFallthrough: boolean;
  /**
   * whether only the routes of the most specific listener apply, or those of all listeners that cover
   * the host.
   */
  readonly listenerIsolation: boolean;
  /**
   * whether a request on a reused TLS connection is answered with 421 if its host belongs to another
   * listener.
   */
  readonly misdirectedRequests: 'detect' | 'ignore';
  /** whether producer routes also apply to clients outside the mesh (enforced on the server side). */
  readonly serverSideProducerRoutes: boolean;
  /**
   * a consumer policy replaces a producer policy of the same kind on the same target, or both
   * act.
   */
  readonly policyOverlap: 'consumer-replaces' | 'both';
  /**
   * whether a BackendTLSPolicy also applies to connections that the data plane of a mesh opens for a
   * route.
   */
  readonly backendTLSInMesh: boolean;
  /** whether the Location of a redirect keeps the query string of the request. */
  readonly redirectKeepsQuery: boolean;
  /**
   * whether response header filters also apply to answers of the data plane: to redirects, or to errors
   * (500, 503, 504), too.
   */
  readonly filterLocalResponses: 'none' | 'redirects' | 'all';
  /** which change is applied last if the rule and the backendRef change the same header. */
  readonly lastHeaderChange: 'backendRef' | 'rule';
  /** whether a mirror gets its copy if its rule also has a redirect. */
  readonly mirrorWithRedirect: 'mirrored' | 'ignored';
  /**
   * the port of the Host header in a redirect to the usual port of its scheme. `kept-if-sent`: as
   * `kept`, for clients that omit the usual port of a URL from the header.
   */
  readonly redirectHostPort: 'dropped' | 'kept' | 'kept-if-sent';
  /** the place of the removal of a header that the same modifier sets or adds. */
  readonly removedHeaders: 'last' | 'first';
  /** ports 80 and 443 in a redirect: omitted if they are the usual ports of the scheme, or always. */
  readonly redirectDefaultPorts: 'by-scheme' | 'dropped';
  /** the result of replacing the prefix `/` with `/api`: `/x` becomes `/api/x`, or `/apix`. */
  readonly rootPrefix: 'separated' | 'concatenated';
  /**
   * prefixes in redirects. `untrimmed`: the trailing slash of the replacement is kept, and an empty
   * replacement replaces nothing. `untrimmed-merging`: the trailing slash is kept, and an empty replacement
   * or `/` removes the slashes that follow.
   */
  readonly prefixRedirect: 'as-rewrite' | 'untrimmed' | 'untrimmed-merging';
  /**
   * what is retried in addition to the listed codes: every failed connection and attempt, or only a
   * failure to connect.
   */
  readonly retriedErrors: 'all' | 'connect-failures';
  /** the number of retries if the rule does not set it. */
  readonly unstatedAttempts: 1 | 2;
  /** the retried codes if the rule lists none. */
  readonly unstatedCodes: 'none' | '503';
  /** the limit of a whole request if the rule sets no timeout. */
  readonly unstatedTimeout: 'none' | '15s';
  /**
   * If a bundle declares no Service, the Services that parentRefs and backendRefs name are assumed to exist,
   * with the ports that they name. The answer says so. Users often paste only a part of their cluster.
   * `missing` never assumes a Service.
   */
  readonly undeclaredServices: 'assume-when-none' | 'missing';
  /**
   * The same for Gateways that parentRefs name. If a bundle declares no Gateway, they are assumed with all
   * defaults.
   */
  readonly undeclaredGateways: 'assume-when-none' | 'missing';
  /**
   * The endpoints of a Service whose selector matches no workload, in a bundle with other workloads: an
   * unknown number, or none.
   */
  readonly unmatchedSelectors: 'unknown' | 'no-endpoints';
  /**
   * the answer to a request in a mesh that no route applies to, if the Service has no endpoints. `503`
   * on ports that may be HTTP.
   */
  readonly emptyServices: 'no-answer' | '503';
}

const HTTP_CRITERIA: readonly Criterion[] = [
  'exact-path',
  'path-length',
  'method',
  'headers',
  'query',
  'age',
  'name',
  'position',
];

/** The fields that the tables of a mesh are compiled with, with the values of the specification. */
export const TABLE_RULES = {
  grpcMatching: 'calls',
  parentPorts: 'merged',
  headlessServices: 'bypassed',
  connectionRoutes: 'by-namespace',
  otherServerNames: 'rejected',
  unsupportedFilters: 'fail',
} as const satisfies Partial<Profile>;

/**
 * The fields whose effect is found by deciding a request again with each other value, with the values of the
 * specification.
 */
export const ASKED_AGAIN_RULES = {
  ...TABLE_RULES,
  unmatchedSelectors: 'unknown',
  sniffedPorts: 'by-host',
  hostHeaderPort: 'compared',
  removedHeaders: 'last',
  regexAnchor: 'full',
  patternUnit: 'characters',
  starPattern: 'invalid',
  repeatedHeaders: 'any-or-joined',
  repeatedQuery: 'first',
  queryDecoding: 'form',
  refusedRequests: 'none',
  underscoreHeaders: 'allowed',
  hostnameFallthrough: true,
  listenerIsolation: true,
  misdirectedRequests: 'detect',
  serverSideProducerRoutes: false,
  policyOverlap: 'consumer-replaces',
  backendTLSInMesh: true,
  redirectKeepsQuery: true,
  redirectHostPort: 'dropped',
  redirectDefaultPorts: 'by-scheme',
  prefixRedirect: 'as-rewrite',
  rootPrefix: 'separated',
  lastHeaderChange: 'backendRef',
  filterLocalResponses: 'none',
  mirrorWithRedirect: 'mirrored',
  retriedErrors: 'all',
  unstatedAttempts: 1,
  unstatedCodes: 'none',
  unstatedTimeout: 'none',
} as const satisfies Partial<Profile>;

/** The profile of the specification. Open points have the defaults of the semantics digest. */
export const GATEWAY_API: Profile = {
  ...ASKED_AGAIN_RULES,
  name: 'gateway-api',
  channel: 'experimental',
  consumerFallback: 'reject',
  serviceIdentification: 'clusterIP',
  meshReferenceGrant: 'notRequired',
  kindConflict: 'gepOrder',
  severalMatches: 'merge',
  coreGroup: 'empty',
  tcpRouteAtTLS: 'refused',
  own: { classes: [], protocols: [], envoy: false },
  httpCriteria: HTTP_CRITERIA,
  regexRank: 'exact-regex-prefix',
  prefixTrailingSlash: 'strip',
  nameOrder: 'joined',
  zeroWeight: 500,
  pathNormalisation: 'none',
  undeclaredServices: 'assume-when-none',
  undeclaredGateways: 'assume-when-none',
  emptyServices: 'no-answer',
};
