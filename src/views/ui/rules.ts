import type { RuleText } from './rule-text.ts';
import { RULES_AROUND_ROUTING } from './rules-around-routing.ts';

const GEP_1294 = 'GEP-1294 (xRoutes binding to Services)';
const HTTP_API = 'HTTPRoute API reference';

/**
 * The rules that answers refer to. R: from the specification. A: an assumption where the specification is
 * open.
 */
export const RULES = {
  'R-101': {
    says: 'A Service has two facets: the frontend (its name and cluster IP) and the backend (its endpoints).',
    source: 'GEP-1324, Service facets',
  },
  'R-102': {
    says: 'In a route, parentRefs of kind Service refer to the frontend of the Service, and backendRefs refer to the backend.',
    source: GEP_1294,
  },
  'R-103': {
    says: 'A parent is a Service only if group (empty) and kind are both set. The default is a Gateway.',
    source: 'ParentReference API reference',
  },
  'R-104': {
    says: 'A route is a producer route for a parent in its own namespace, and a consumer route for a parent in another namespace.',
    source: `${GEP_1294}, Namespace boundaries`,
  },
  'R-105': {
    says: 'Producer routes apply to requests from clients in every namespace.',
    source: GEP_1294,
  },
  'R-106': {
    says: 'Consumer routes apply only to requests from their own namespace; implementations need not support them.',
    source: GEP_1294,
  },
  'R-107': {
    says: 'A namespace is the finest scope of a consumer route.',
    source: 'Mesh overview',
  },
  'R-108': {
    says: 'In a mesh, the parent of a route is a Service. Other kinds depend on the implementation.',
    source: `${GEP_1294}, parentRef conformance levels`,
  },
  'R-109': {
    says: 'Routes attach to ClusterIP Services. Headless and ExternalName Services should not be parents.',
    source: `${GEP_1294}, Allowed service types`,
  },
  'R-110': {
    says: 'A Service without a selector can be used as a frontend only: routes decide where its requests go.',
    source: GEP_1294,
  },
  'R-111': {
    says: 'A parentRef without port attaches the route to all ports of the Service.',
    source: `${GEP_1294}, Ports`,
  },
  'R-112': {
    says: 'A parentRef with a port attaches the route only to that port. The other ports are not affected.',
    source: `${GEP_1294}, Ports`,
  },
  'R-115': {
    says: 'Whether routes apply is decided for each Service, port and client namespace.',
    source: `${GEP_1294}, Ports`,
  },
  'R-116': {
    says: 'The port of a backendRef is a port of the Service, never a target port.',
    source: 'BackendObjectReference API reference',
  },
  'R-117': {
    says: 'The specification says nothing about a port that the Service does not have; we assume that the connection fails.',
    source: 'Our reading',
  },
  'R-118': {
    says: 'The mesh intercepts the requests of its clients. A client outside the mesh may bypass the routes.',
    source: GEP_1294,
  },
  'R-119': {
    says: 'The destination identifies the Service: its virtual IP, its DNS name, or its name. Hostnames of the route do not matter.',
    source: `${GEP_1294}, API`,
  },
  'R-120': {
    says: 'The address selects the Service, not the Host header. Some implementations use the Host header.',
    source: 'Conformance test MeshFrontendHostname',
  },
  'R-121': {
    says: 'If no route applies, the request goes to its original destination, as without a mesh.',
    source: 'Mesh overview; GEP-1294, Route presence',
  },
  'R-122': {
    says: 'The first route replaces the default behaviour of a Service; no request falls through to it.',
    source: `${GEP_1294}, Route presence`,
  },
  'R-123': {
    says: 'A request to the IP of a Pod uses no routes of any Service.',
    source: 'Conformance test MeshFrontend',
  },
  'R-125': {
    says: 'A request through a Gateway follows the routes of the Gateway, even if the backend has mesh routes.',
    source: GEP_1294,
  },
  'R-126': {
    says: 'One group of routes applies: those of the Gateway listener, else the consumer routes of the client’s namespace, else the producer routes. Only routes of one group are merged.',
    source: `${GEP_1294}, Multiple routes for a Service`,
  },
  'R-127': {
    says: 'Consumer routes apply only to clients of their own namespace.',
    source: GEP_1294,
  },
  'R-128': {
    says: 'If routes apply but none matches, the request is rejected: 404, UNIMPLEMENTED for gRPC, a refused connection below HTTP.',
    source: 'Mesh overview; GEP-1686; HTTPRoute API reference',
  },
  'R-129': {
    says: 'If consumer routes apply but none matches, producer routes are not used. Implementations differ.',
    source: GEP_1294,
  },
  'R-132': {
    says: 'A request that several routes match goes to the best match. The claim that it is rejected is a misreading of the documentation.',
    source: 'Mesh overview; Gateway API reference, AllowedRoutes',
  },
  'R-141': {
    says: 'Hostnames of a route have no effect in a mesh; use a header match on Host.',
    source: `${GEP_1294}, hostnames`,
  },
  'R-210': {
    says: 'If the names of two header matches differ only in case, the first one is used.',
    source: HTTP_API,
  },
  'R-220': {
    says: 'Exactly one match wins: exact path, then the longest path, then a method match, then the number of header matches, then of query matches; then the oldest route, the first by name, the first rule.',
    source: `${HTTP_API}, Matches`,
  },
  'R-240': {
    says: 'A gRPC request is a POST to /SERVICE/METHOD; its metadata are headers.',
    source: 'GRPCRoute API reference',
  },
  'R-241': {
    says: 'gRPC: the longest service name, then the longest method name, then the number of header matches; then the oldest route, the first by name, the first rule.',
    source: 'GRPCRoute API reference, Matches',
  },
  'R-306': {
    says: 'A filter that cannot be resolved must not be skipped: requests get an error.',
    source: `${HTTP_API}, ExtensionRef`,
  },
  'R-316': {
    says: 'A mirror that cannot be resolved is dropped; the request itself is not affected.',
    source: `${HTTP_API}, RequestMirror`,
  },
  'R-330': {
    says: 'A share is a weight divided by the sum of all weights; unusable backends count in the sum.',
    source: 'HTTPRoute API reference, backendRefs',
  },
  'R-331': {
    says: 'A rule without backends answers 500 (gRPC: UNAVAILABLE).',
    source: `${HTTP_API}, BackendRefs`,
  },
  'R-332': {
    says: 'A backend that cannot be used keeps its share of the requests, and these requests get 500.',
    source: `${HTTP_API}, BackendRefs`,
  },
  'R-333': {
    says: 'The share of a Service without ready endpoints gets 503.',
    source: `${HTTP_API}, BackendRefs`,
  },
  'R-337': {
    says: 'The specification does not say which endpoint of a Service gets a request.',
    source: 'Our reading',
  },
  'R-341': {
    says: 'A request timeout limits the whole request, a backendRequest timeout limits each attempt. After a timeout the client gets 504.',
    source: 'GEP-1742',
  },
  'R-342': {
    says: 'A duration is one to four numbers with h, m, s or ms, added together.',
    source: 'GEP-2257',
  },
  'R-343': {
    says: 'The listed status codes and connection errors are retried; the request timeout limits all attempts.',
    source: 'GEP-1731',
  },
  'R-345': {
    says: 'Session persistence acts after the route is chosen and takes precedence over the weights.',
    source: 'GEP-1619',
  },
  'A-35': {
    says: 'The specification does not say whether producer routes act on clients outside the mesh; we assume that they do not.',
    source: 'Open in GEP-1294',
  },
  'R-124': {
    says: 'After a rule selects a backend Service, the routes of that Service do not apply.',
    source: `${GEP_1294}, Multiple routes for a Service`,
  },
  'R-130': {
    says: 'Only accepted routes apply. A route with unresolved backends is still accepted.',
    source: 'Route status, Gateway API reference',
  },
  'R-133': {
    says: 'If routes of several kinds are on one port, only one kind applies: GRPCRoute before HTTPRoute before TLSRoute before TCPRoute.',
    source: `${GEP_1294}, Route types`,
  },
  'R-204': {
    says: 'Paths are compared as written; the specification does not say how to normalise them.',
    source: 'HTTPRoute API reference',
  },
  'R-211': {
    says: 'If a request repeats a header, the compared value depends on the implementation.',
    source: 'HTTPRoute API reference',
  },
  'R-213': {
    says: 'If a request repeats a query parameter, the first value is compared.',
    source: 'HTTPRoute API reference',
  },
  'R-221': {
    says: 'Dialect and rank of regular expressions depend on the implementation.',
    source: 'HTTPRoute API reference',
  },
  'R-222': {
    says: 'All matches of the routes of a group are in one order; routes never combine filters or backends.',
    source: 'HTTPRoute, Merging',
  },
  'R-225': {
    says: 'Ties go to the oldest route by creationTimestamp.',
    source: 'HTTPRoute API reference, Matches',
  },
  'R-226': {
    says: 'Remaining ties go to the route that sorts first by namespace and name, then to the first rule.',
    source: 'HTTPRoute API reference, Matches',
  },
  'R-242': {
    says: 'An HTTPRoute matches a gRPC request as HTTP.',
    source: 'GRPCRoute API reference',
  },
  'R-243': {
    says: 'If no route matches, a gRPC client gets UNIMPLEMENTED.',
    source: 'Gateway API reference',
  },
  'R-309': { says: 'Response filters act on responses of backends.', source: 'HTTPRoute API reference' },
  'R-335': {
    says: 'When all weights are zero, no backend gets the request; we answer 500.',
    source: 'HTTPRoute API reference, BackendRefs',
  },
  'R-138': {
    says: 'A parentRef to a Service in another namespace needs no ReferenceGrant.',
    source: 'Gateway API reference, ParentRefs',
  },
  'R-139': {
    says: 'It depends on the implementation whether a mesh backend in another namespace needs a ReferenceGrant.',
    source: 'Gateway API reference, BackendRefs',
  },
  'A-02': {
    says: 'If consumer routes apply but none matches, we reject. Some meshes use the producer routes or merge both.',
    source: 'Open in GEP-1294; R-129',
  },
  'A-03': {
    says: 'The address or the Host header can select the Service: we use the address.',
    source: 'Open in GEP-1294; R-120',
  },
  'A-07': {
    says: 'If kinds conflict on a Service port, we decide per port, within one group of routes.',
    source: 'Open in GEP-1294; R-133',
  },
  'A-12': {
    says: 'The specification does not say how to normalise paths: we compare them as written.',
    source: 'Open in the HTTPRoute API reference',
  },
  'A-13': {
    says: 'A trailing slash of a prefix does not count in its length.',
    source: 'Open in the HTTPRoute API reference',
  },
  'A-14': {
    says: 'Namespace and name are compared as one text, `namespace/name`.',
    source: 'Open in the HTTPRoute API reference',
  },
  'A-17': {
    says: 'When all weights are zero, we answer 500; some implementations answer 503.',
    source: 'Open in the HTTPRoute API reference',
  },
  'A-28': {
    says: 'Routes without a creationTimestamp come after those that have one, then by name.',
    source: 'Our reading',
  },
  'A-29': {
    says: 'Regular expressions: RE2 syntax, whole value, ranked between exact paths and prefixes.',
    source: 'Open in the HTTPRoute API reference',
  },
  'A-40': {
    says: 'Response filters do not act on redirects; a redirect keeps the query string.',
    source: 'Open in the HTTPRoute API reference',
  },
  ...RULES_AROUND_ROUTING,
} satisfies Readonly<Record<string, RuleText>>;

/** The texts of all rules in another language. The sources are English in all languages. */
export type RuleWords = Readonly<Record<keyof typeof RULES, string>>;
