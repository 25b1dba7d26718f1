/** The criteria that can decide between two matches, in the words of the trace. */
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
 * What the specifications leave open, as data: each field is one ambiguity (A-nn) of the semantics digest, read in
 * one place of the code. docs/profiles.md tells what each value means and who behaves that way.
 */
export interface Profile {
  readonly name: string;
  /**
   * which CRDs the cluster has. Those of the standard channel drop fields of the experimental one without a word,
   * and know none of its kinds.
   */
  readonly channel: 'experimental' | 'standard';
  /** what happens when consumer routes apply to the client but none of them matches. */
  readonly consumerFallback: 'reject' | 'fallbackToProducer' | 'union';
  /** whether the destination or the Host header picks the Service. */
  readonly serviceIdentification: 'clusterIP' | 'authority';
  /** whether a mesh route's backendRef into another namespace needs a ReferenceGrant. */
  readonly meshReferenceGrant: 'notRequired' | 'required';
  /** routes of several kinds on one Service port. */
  readonly kindConflict: 'gepOrder' | 'coexist';
  /** a request that several routes match goes to the best match, or (as some articles have it) is rejected. */
  readonly severalMatches: 'merge' | 'reject';
  /** whether a parentRef or a backendRef may write the core group as `core`. */
  readonly coreGroup: 'empty' | 'also-spelled-out';
  /** whether a TCPRoute attaches to a TLS listener that terminates TLS. */
  readonly tcpRouteAtTLS: 'refused' | 'terminated';
  /** what an implementation brings along: GatewayClasses that it makes by itself, and its own protocols. */
  readonly own: { readonly classes: readonly string[]; readonly protocols: readonly string[] };
  /** order of the criteria for HTTP matches. */
  readonly httpCriteria: readonly Criterion[];
  /** where a regular expression stands between exact paths and prefixes; `none`: the kind does not count. */
  readonly regexRank: 'exact-regex-prefix' | 'exact-prefix-regex' | 'none';
  /** a pattern must match the whole value, or anywhere in it. */
  readonly regexAnchor: 'full' | 'search';
  /** whether the trailing slash of a prefix counts as a character. */
  readonly prefixTrailingSlash: 'strip' | 'count';
  /** how `{namespace}/{name}` is ordered. */
  readonly nameOrder: 'joined' | 'tuple';
  /** status when all weights are zero. */
  readonly zeroWeight: 500 | 503;
  /**
   * how a header that the request repeats is compared. Joined values have a comma and no space between them;
   * `individually` compares each value, and joins those of a few headers only (see repeated-headers.ts).
   */
  readonly repeatedHeaders: 'any-or-joined' | 'joined' | 'first' | 'individually';
  /** which value of a repeated query parameter is compared. */
  readonly repeatedQuery: 'first' | 'any';
  /** query parameters are compared as a form decodes them (`%20` and `+` are spaces), or as they are written. */
  readonly queryDecoding: 'form' | 'raw';
  /**
   * what is made of a path before it is compared and forwarded. `base`: dot segments, `\\` and percent-encoded
   * unreserved characters; `merge`: repeated slashes, too; `decode`: `%2F` and `%5C`, too; `redirect`: as `merge`, and a
   * path with `%2F` or `%5C` is answered with a redirect (307) to the decoded one.
   */
  readonly pathNormalisation: 'none' | 'base' | 'merge' | 'decode' | 'redirect';
  /** what one character of a pattern is: a character, or a byte of UTF-8. */
  readonly patternUnit: 'characters' | 'bytes';
  /** the header or query pattern `*`, which is no regular expression: never holds, or asks that there is a value. */
  readonly starPattern: 'invalid' | 'present';
  /** Requests that are answered with 400 before any route: methods that Envoy does not know, CONNECT with a path, `%00`. */
  readonly refusedRequests: 'none' | 'envoy';
  /** Whether a request with `_` in the name of a header is answered with 400. */
  readonly underscoreHeaders: 'allowed' | 'refused';
  /** at a Gateway, whether a request may fall through to routes of a less specific hostname. */
  readonly hostnameFallthrough: boolean;
  /** whether only routes of the most specific listener count, or those of all listeners that cover the host. */
  readonly listenerIsolation: boolean;
  /** whether a reused TLS connection whose host belongs to another listener is answered with 421. */
  readonly misdirectedRequests: 'detect' | 'ignore';
  /** whether producer routes also apply to clients outside the mesh (enforced on the server's side). */
  readonly serverSideProducerRoutes: boolean;
  /** of a producer and a consumer policy of one kind on one target, the consumer's replaces, or both act. */
  readonly policyOverlap: 'consumer-replaces' | 'both';
  /** whether a BackendTLSPolicy also acts on connections that a mesh's data plane opens for a route. */
  readonly backendTLSInMesh: boolean;
  /** whether the query string of the request is kept in a redirect's Location. */
  readonly redirectKeepsQuery: boolean;
  /** response header filters on what the data plane answers itself: redirects, or errors (500, 503, 504), too. */
  readonly filterLocalResponses: 'none' | 'redirects' | 'all';
  /** a header that both the rule and the backendRef change: which of them has the last word. */
  readonly lastHeaderChange: 'backendRef' | 'rule';
  /** a mirror and a redirect in one rule: the mirror gets its copy, or nothing. */
  readonly mirrorWithRedirect: 'mirrored' | 'ignored';
  /** the port of the Host header in a redirect to the usual port of its scheme. */
  readonly redirectHostPort: 'dropped' | 'kept';
  /** ports 80 and 443 in a redirect: left out where they are the usual ones of the scheme, or always. */
  readonly redirectDefaultPorts: 'by-scheme' | 'dropped';
  /** the prefix `/` is replaced by `/api`: `/x` becomes `/api/x`, or `/apix`. */
  readonly rootPrefix: 'separated' | 'concatenated';
  /**
   * prefixes in redirects. `untrimmed`: the trailing slash of the replacement is kept, an empty one replaces
   * nothing; `untrimmed-merging`: the slash is kept, an empty one or `/` swallows the slashes that follow.
   */
  readonly prefixRedirect: 'as-rewrite' | 'untrimmed' | 'untrimmed-merging';
  /** what is retried beside the listed codes: every failed connection and attempt, or only a failure to connect. */
  readonly retriedErrors: 'all' | 'connect-failures';
  /** how many retries are made where the rule does not say how many. */
  readonly unstatedAttempts: 1 | 2;
  /** codes that are retried where the rule lists none. */
  readonly unstatedCodes: 'none' | '503';
  /** the limit of a whole request where the rule sets no timeout. */
  readonly unstatedTimeout: 'none' | '15s';
  /**
   * People paste half a cluster. When a bundle declares no Service at all, the ones that parentRefs and backendRefs
   * name are assumed to exist (with the ports that they name), and the answer says so; `missing` never assumes.
   */
  readonly undeclaredServices: 'assume-when-none' | 'missing';
  /** The same for Gateways that parentRefs name: assumed with every default when a bundle declares none at all. */
  readonly undeclaredGateways: 'assume-when-none' | 'missing';
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

/** The specification as it reads, with the defaults of the semantics digest where it is open. */
export const GATEWAY_API: Profile = {
  name: 'gateway-api',
  channel: 'experimental',
  consumerFallback: 'reject',
  serviceIdentification: 'clusterIP',
  meshReferenceGrant: 'notRequired',
  kindConflict: 'gepOrder',
  severalMatches: 'merge',
  coreGroup: 'empty',
  tcpRouteAtTLS: 'refused',
  own: { classes: [], protocols: [] },
  httpCriteria: HTTP_CRITERIA,
  regexRank: 'exact-regex-prefix',
  regexAnchor: 'full',
  prefixTrailingSlash: 'strip',
  nameOrder: 'joined',
  zeroWeight: 500,
  repeatedHeaders: 'any-or-joined',
  repeatedQuery: 'first',
  queryDecoding: 'form',
  pathNormalisation: 'none',
  patternUnit: 'characters',
  starPattern: 'invalid',
  refusedRequests: 'none',
  underscoreHeaders: 'allowed',
  hostnameFallthrough: true,
  listenerIsolation: true,
  misdirectedRequests: 'detect',
  serverSideProducerRoutes: false,
  policyOverlap: 'consumer-replaces',
  backendTLSInMesh: true,
  redirectKeepsQuery: true,
  filterLocalResponses: 'none',
  lastHeaderChange: 'backendRef',
  mirrorWithRedirect: 'mirrored',
  redirectHostPort: 'dropped',
  redirectDefaultPorts: 'by-scheme',
  rootPrefix: 'separated',
  prefixRedirect: 'as-rewrite',
  retriedErrors: 'all',
  unstatedAttempts: 1,
  unstatedCodes: 'none',
  unstatedTimeout: 'none',
  undeclaredServices: 'assume-when-none',
  undeclaredGateways: 'assume-when-none',
};

/** What Envoy 1.39 and later does with every configuration that Istio and Envoy Gateway write for it. */
const ENVOY = {
  repeatedHeaders: 'individually',
  queryDecoding: 'raw',
  patternUnit: 'bytes',
  refusedRequests: 'envoy',
  nameOrder: 'tuple',
  hostnameFallthrough: false,
  misdirectedRequests: 'ignore',
  filterLocalResponses: 'all',
  lastHeaderChange: 'rule',
  mirrorWithRedirect: 'ignored',
  redirectHostPort: 'kept',
  rootPrefix: 'concatenated',
  retriedErrors: 'connect-failures',
  unstatedAttempts: 2,
} as const satisfies Partial<Profile>;

const ISTIO: Profile = {
  ...GATEWAY_API,
  ...ENVOY,
  name: 'istio',
  serviceIdentification: 'authority',
  kindConflict: 'coexist',
  regexRank: 'exact-prefix-regex',
  pathNormalisation: 'base',
  starPattern: 'present',
  prefixRedirect: 'untrimmed',
  tcpRouteAtTLS: 'terminated',
  own: { classes: ['istio', 'istio-east-west', 'istio-remote', 'istio-waypoint'], protocols: ['HBONE'] },
};

/**
 * The profiles that `--profile` and the page offer. Those of implementations hold only deviations that were read in
 * their code or reports; everything else is the specification's default.
 */
export const PROFILES: Readonly<Record<string, Profile>> = {
  'gateway-api': GATEWAY_API,
  'gateway-api-standard': { ...GATEWAY_API, name: 'gateway-api-standard', channel: 'standard' },
  istio: ISTIO,
  // Envoy up to 1.38 compares the joined value of a repeated header, and patterns by characters.
  'istio-1.30': { ...ISTIO, name: 'istio-1.30', repeatedHeaders: 'joined', patternUnit: 'characters' },
  'envoy-gateway': {
    ...GATEWAY_API,
    ...ENVOY,
    name: 'envoy-gateway',
    prefixTrailingSlash: 'count',
    pathNormalisation: 'redirect',
    underscoreHeaders: 'refused',
    redirectDefaultPorts: 'dropped',
    prefixRedirect: 'untrimmed-merging',
    unstatedCodes: '503',
    unstatedTimeout: '15s',
  },
  linkerd: {
    ...GATEWAY_API,
    name: 'linkerd',
    consumerFallback: 'union',
    coreGroup: 'also-spelled-out',
    httpCriteria: ['path-length', 'headers', 'query', 'method', 'age', 'name', 'position'],
    regexRank: 'none',
  },
  kuma: { ...GATEWAY_API, name: 'kuma', meshReferenceGrant: 'required', zeroWeight: 503 },
  'articles-2023': { ...GATEWAY_API, name: 'articles-2023', severalMatches: 'reject' },
};

/** The profile of a name, or null when there is none. */
export function findProfile(name: string): Profile | null {
  return Object.hasOwn(PROFILES, name) ? (PROFILES[name] as Profile) : null;
}
