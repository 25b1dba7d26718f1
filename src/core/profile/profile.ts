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
  /** how a header that the request repeats is compared. */
  readonly repeatedHeaders: 'any-or-joined' | 'joined' | 'first';
  /** which value of a repeated query parameter is compared. */
  readonly repeatedQuery: 'first' | 'any';
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
  /** whether response header filters act on redirects, too. */
  readonly filterLocalResponses: boolean;
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
  hostnameFallthrough: true,
  listenerIsolation: true,
  misdirectedRequests: 'detect',
  serverSideProducerRoutes: false,
  policyOverlap: 'consumer-replaces',
  backendTLSInMesh: true,
  redirectKeepsQuery: true,
  filterLocalResponses: false,
  undeclaredServices: 'assume-when-none',
  undeclaredGateways: 'assume-when-none',
};

/**
 * The profiles that `--profile` and the page offer. Those of implementations hold only deviations that were read in
 * their code or reports; everything else is the specification's default.
 */
export const PROFILES: Readonly<Record<string, Profile>> = {
  'gateway-api': GATEWAY_API,
  'gateway-api-standard': { ...GATEWAY_API, name: 'gateway-api-standard', channel: 'standard' },
  istio: {
    ...GATEWAY_API,
    name: 'istio',
    serviceIdentification: 'authority',
    kindConflict: 'coexist',
    regexRank: 'exact-prefix-regex',
    repeatedHeaders: 'joined',
    tcpRouteAtTLS: 'terminated',
    own: { classes: ['istio', 'istio-east-west', 'istio-remote', 'istio-waypoint'], protocols: ['HBONE'] },
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
