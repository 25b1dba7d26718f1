/** The texts about profiles, in English. */
export const EN_PROFILES = {
  chosen: (profile: string, signs: string) => `${profile}, because the manifests have ${signs}.`,
  texts: {
    auto: 'Chosen by the kinds, labels and GatewayClasses in the manifests.',
    'gateway-api': 'The specification as written.',
    'gateway-api-standard': 'The specification, on a cluster with the CRDs of the standard channel.',
    istio: 'The behaviour of Istio where it differs.',
    'istio-1.30': 'The behaviour of Istio up to 1.30 (Envoy up to 1.38).',
    'envoy-gateway': 'The behaviour of Envoy Gateway where it differs.',
    linkerd: 'The behaviour of Linkerd where it differs.',
    kuma: 'The behaviour of Kuma where it differs.',
    'articles-2023': 'The behaviour that articles of 2023 describe.',
  } as Record<string, string>,
  fields: {
    channel: { standard: 'Experimental fields are dropped, experimental kinds are rejected.' },
    consumerFallback: {
      fallbackToProducer: 'When no consumer route matches, producer routes apply.',
      union: 'Consumer and producer routes compete in one table.',
    },
    serviceIdentification: { authority: 'The Host header selects the Service, not the dialled address.' },
    meshReferenceGrant: { required: 'Backends in another namespace need a ReferenceGrant.' },
    sniffedPorts: {
      'by-address': 'On a port whose name tells no protocol, the dialled address selects the Service.',
    },
    hostHeaderPort: { ignored: 'The port in the Host header is ignored.' },
    grpcMatching: {
      paths:
        'A GRPCRoute in a mesh compares paths and headers. It is in one list with HTTPRoutes, and takes any request.',
    },
    parentPorts: {
      apart:
        'Routes with a port in their parentRef and routes without one do not merge. The older group applies.',
    },
    headlessServices: { routed: 'Routes also apply to headless Services.' },
    connectionRoutes: { everywhere: 'A TCPRoute or TLSRoute applies to the clients of all namespaces.' },
    otherServerNames: { 'passed-through': 'A TLS connection whose name no TLSRoute lists is passed on.' },
    unsupportedFilters: { 'drop-route': 'A filter that is not supported makes the whole route ineffective.' },
    emptyServices: { '503': 'A request to a Service without endpoints gets 503, also without routes.' },
    removedHeaders: { first: 'A header that is removed and set in one modifier is set.' },
    unmatchedSelectors: {
      'no-endpoints': 'A Service has no endpoints if its selector matches none of the workloads.',
    },
    kindConflict: { coexist: 'Routes of several kinds apply together on one port.' },
    severalMatches: { reject: 'A request that several routes match is rejected.' },
    coreGroup: { 'also-spelled-out': 'The group core is also the core group.' },
    tcpRouteAtTLS: { terminated: 'A TCPRoute attaches to a TLS listener and gets the decrypted stream.' },
    httpCriteria: { '*': 'The criteria between two matches have another order.' },
    regexRank: {
      'exact-prefix-regex': 'Regular expressions rank below prefixes.',
      none: 'Exact paths, prefixes and patterns have the same rank.',
    },
    regexAnchor: { search: 'A pattern may match anywhere in the value.' },
    prefixTrailingSlash: { count: 'A trailing slash counts as a character.' },
    nameOrder: {
      tuple: 'Namespaces are compared before names.',
      generated: 'As tuples, and a name goes after the longer names that start with it.',
    },
    zeroWeight: { '503': 'When all weights are zero, the answer is 503.' },
    repeatedHeaders: {
      joined: 'Repeated headers are joined with a comma before they are compared.',
      first: 'Only the first value of a repeated header is compared.',
      individually: 'Each value of a repeated header is compared separately.',
    },
    repeatedQuery: { any: 'Any value of a repeated query parameter may match.' },
    serverSideProducerRoutes: { true: 'Producer routes also act on clients outside the mesh.' },
    redirectKeepsQuery: { false: 'A redirect drops the query string.' },
    queryDecoding: { raw: 'Query values are compared without decoding.' },
    pathNormalisation: {
      base: 'Dot segments, backslashes and unnecessary percent-encoding are resolved before paths are compared.',
      merge: 'Paths are normalised, and repeated slashes are merged.',
      decode: 'Paths are normalised, and %2F and %5C are decoded to slashes.',
      redirect:
        'Paths are normalised, repeated slashes are merged, and %2F or %5C is answered with a redirect.',
    },
    patternUnit: { bytes: 'Patterns compare bytes, not characters.' },
    starPattern: { present: 'The pattern * matches any value that is present.' },
    refusedRequests: { envoy: 'Requests that Envoy refuses are answered with 400.' },
    underscoreHeaders: { refused: 'A request with _ in a header name is answered with 400.' },
    hostnameFallthrough: { false: 'Requests do not fall through to a less specific hostname.' },
    listenerIsolation: { false: 'Routes of less specific listeners also apply.' },
    misdirectedRequests: { ignore: 'Misdirected TLS connections are not detected.' },
    lastHeaderChange: { rule: 'The rule changes a header last, after the backendRef.' },
    mirrorWithRedirect: { ignored: 'A rule with a redirect mirrors nothing.' },
    redirectHostPort: {
      kept: 'A redirect without a port keeps the port of the Host header.',
      'kept-if-sent': 'A redirect keeps the port of the Host header, without the usual port of the URL.',
    },
    redirectDefaultPorts: { dropped: 'A redirect omits ports 80 and 443 for every scheme.' },
    rootPrefix: { concatenated: 'The replacement of the prefix / is put before the path without a slash.' },
    prefixRedirect: {
      untrimmed: 'Redirects keep the trailing slash of a replacement. An empty replacement replaces nothing.',
      'untrimmed-merging':
        'Redirects keep the trailing slash of a replacement. An empty replacement or / removes the slashes after it.',
    },
    retriedErrors: { 'connect-failures': 'Only the listed codes and failures to connect are retried.' },
    unstatedAttempts: { '2': 'A rule without a number of attempts has two retries.' },
    unstatedCodes: { '503': 'A rule without codes retries 503.' },
    unstatedTimeout: { '15s': 'A rule without a timeout ends a request after 15 s.' },
    filterLocalResponses: {
      redirects: 'Response filters also act on redirects.',
      all: 'Response filters act on all responses of the data plane itself.',
    },
    undeclaredGateways: { missing: 'Undeclared Gateways count as missing.' },
    undeclaredServices: { missing: 'Undeclared Services count as missing.' },
  } as Record<string, Record<string, string>>,
};
