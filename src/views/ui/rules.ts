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
    says: 'A Service has two faces: the frontend (name and cluster IP, how it is called) and the backend (the endpoints behind it).',
    source: 'GEP-1324, Service facets',
  },
  'R-102': {
    says: 'In a route, parentRefs of kind Service mean the frontend of the Service and backendRefs mean the backend.',
    source: GEP_1294,
  },
  'R-103': {
    says: 'A parent is a Service only where group (empty) and kind are both written; left out they mean a Gateway.',
    source: 'ParentReference API reference',
  },
  'R-104': {
    says: 'A route is a producer route for a parent in its own namespace and a consumer route for one in another.',
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
    says: 'In a mesh a Service is the parent of a route; other kinds are up to the implementation.',
    source: `${GEP_1294}, parentRef conformance levels`,
  },
  'R-109': {
    says: 'Routes bind to ClusterIP Services; headless and ExternalName Services should not be parents.',
    source: `${GEP_1294}, Allowed service types`,
  },
  'R-110': {
    says: 'A Service without a selector can serve as a frontend only: routes decide where its requests go.',
    source: GEP_1294,
  },
  'R-111': {
    says: 'A parentRef without port attaches the route to all ports of the Service.',
    source: `${GEP_1294}, Ports`,
  },
  'R-112': {
    says: 'A parentRef with a port attaches the route to that port alone; the other ports behave as if it did not exist.',
    source: `${GEP_1294}, Ports`,
  },
  'R-115': {
    says: 'Whether there are routes is asked for each Service, port and client namespace.',
    source: `${GEP_1294}, Ports`,
  },
  'R-116': {
    says: 'The port of a backendRef is a port of the Service, never a target port.',
    source: 'BackendObjectReference API reference',
  },
  'R-117': {
    says: 'The specification says nothing about a port that the Service does not have; we take it that the connection fails.',
    source: 'Our reading',
  },
  'R-118': {
    says: 'The mesh intercepts what its clients send. A client outside the mesh may bypass the routes.',
    source: GEP_1294,
  },
  'R-119': {
    says: 'The destination tells which Service is meant: its virtual IP, its DNS name, or its name. Hostnames in the route take no part.',
    source: `${GEP_1294}, API`,
  },
  'R-120': {
    says: 'The Host header does not pick the Service, the address does. Some implementations do it the other way round.',
    source: 'Conformance test MeshFrontendHostname',
  },
  'R-121': {
    says: 'Where no route applies, the request goes to its original destination as if there were no mesh.',
    source: 'Mesh overview; GEP-1294, Route presence',
  },
  'R-122': {
    says: 'The first route replaces the default way of a Service; nothing falls through to it.',
    source: `${GEP_1294}, Route presence`,
  },
  'R-123': {
    says: 'A request to the IP of a Pod uses no routes of any Service.',
    source: 'Conformance test MeshFrontend',
  },
  'R-125': {
    says: 'What came in through a Gateway follows the routes of the Gateway, even where the backend has mesh routes.',
    source: GEP_1294,
  },
  'R-126': {
    says: 'One group of routes is asked: those of the Gateway listener, else the consumer routes of the client’s namespace, else the producer routes. Only routes of one group are merged.',
    source: `${GEP_1294}, Multiple routes for a Service`,
  },
  'R-127': {
    says: 'Consumer routes act for clients of their own namespace only; no other namespace sees them.',
    source: GEP_1294,
  },
  'R-128': {
    says: 'Where routes apply and none matches, the request is rejected: 404, UNIMPLEMENTED for gRPC, a refused connection below HTTP.',
    source: 'Mesh overview; GEP-1686; HTTPRoute API reference',
  },
  'R-129': {
    says: 'A consumer route that applies but does not match: the producer routes are not asked. Implementations differ.',
    source: GEP_1294,
  },
  'R-132': {
    says: 'A request that several routes match goes to the best match. That it is rejected is a misreading of the documentation.',
    source: 'Mesh overview; Gateway API reference, AllowedRoutes',
  },
  'R-141': {
    says: 'Hostnames of a route mean nothing in a mesh; use a header match on Host.',
    source: `${GEP_1294}, hostnames`,
  },
  'R-210': {
    says: 'Of two header matches whose names differ in case only, the first one counts.',
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
    says: 'A filter that cannot be resolved must not be skipped: its requests get an error.',
    source: `${HTTP_API}, ExtensionRef`,
  },
  'R-316': {
    says: 'A mirror that cannot be resolved is dropped; the request itself is not affected.',
    source: `${HTTP_API}, RequestMirror`,
  },
  'R-330': {
    says: 'A share is a weight divided by the sum of all weights; unusable backends stay in the sum.',
    source: 'HTTPRoute API reference, backendRefs',
  },
  'R-331': {
    says: 'A rule without backends answers 500 (gRPC: UNAVAILABLE).',
    source: `${HTTP_API}, BackendRefs`,
  },
  'R-332': {
    says: 'A backend that cannot be used keeps its share of the requests, and these get 500.',
    source: `${HTTP_API}, BackendRefs`,
  },
  'R-333': {
    says: 'A Service without ready endpoints answers its share with 503.',
    source: `${HTTP_API}, BackendRefs`,
  },
  'R-337': { says: 'Which endpoint of a Service gets a request is not specified.', source: 'Our reading' },
  'R-341': {
    says: 'A request timeout covers the whole exchange, a backendRequest timeout each attempt; 504 when it runs out.',
    source: 'GEP-1742',
  },
  'R-342': { says: 'Durations are one to four numbers with h, m, s or ms; they add up.', source: 'GEP-2257' },
  'R-343': {
    says: 'Retries: the listed status codes and connection errors are tried again; the request timeout limits everything.',
    source: 'GEP-1731',
  },
  'R-345': {
    says: 'Session persistence acts after the route is chosen and goes before the weights.',
    source: 'GEP-1619',
  },
  'A-35': {
    says: 'Whether producer routes also act on clients outside the mesh is open; we take it that they do not.',
    source: 'Open in GEP-1294',
  },
  'R-124': {
    says: 'After a rule has picked a backend Service, the routes of that Service are not asked.',
    source: `${GEP_1294}, Multiple routes for a Service`,
  },
  'R-130': {
    says: 'Only accepted routes count; one whose backends cannot be resolved is still accepted.',
    source: 'Route status, Gateway API reference',
  },
  'R-133': {
    says: 'Routes of several kinds on one port: only one kind applies, GRPCRoute before HTTPRoute before TLSRoute before TCPRoute.',
    source: `${GEP_1294}, Route types`,
  },
  'R-204': {
    says: 'Paths are compared as they are written; nothing says how they are normalised.',
    source: 'HTTPRoute API reference',
  },
  'R-211': {
    says: 'A header that the request repeats: which value is compared is up to the implementation.',
    source: 'HTTPRoute API reference',
  },
  'R-213': {
    says: 'A repeated query parameter: the first value is compared.',
    source: 'HTTPRoute API reference',
  },
  'R-221': {
    says: 'Regular expressions: dialect and rank are up to the implementation.',
    source: 'HTTPRoute API reference',
  },
  'R-222': {
    says: 'All matches of the routes of a group are pooled in one order; routes never combine filters or backends.',
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
    says: 'Where an HTTPRoute meets a gRPC request, it is matched as HTTP.',
    source: 'GRPCRoute API reference',
  },
  'R-243': {
    says: 'A gRPC client that no route matches gets UNIMPLEMENTED.',
    source: 'Gateway API reference',
  },
  'R-309': { says: 'Filters of the response act on answers of backends.', source: 'HTTPRoute API reference' },
  'R-335': {
    says: 'When all weights are zero no backend gets the request; we answer 500.',
    source: 'HTTPRoute API reference, BackendRefs',
  },
  'R-138': {
    says: 'A parentRef to a Service in another namespace needs no ReferenceGrant.',
    source: 'Gateway API reference, ParentRefs',
  },
  'R-139': {
    says: 'Whether a mesh backend in another namespace needs a ReferenceGrant differs between implementations.',
    source: 'Gateway API reference, BackendRefs',
  },
  'A-02': {
    says: 'Consumer routes apply but none matches: we reject; some meshes fall back to producer routes or merge both.',
    source: 'Open in GEP-1294; R-129',
  },
  'A-03': {
    says: 'Whether the address or the Host header picks the Service: we take the address.',
    source: 'Open in GEP-1294; R-120',
  },
  'A-07': {
    says: 'Kinds that conflict on a Service port: we decide per port, within one group of routes.',
    source: 'Open in GEP-1294; R-133',
  },
  'A-12': {
    says: 'Normalising paths is not specified: we compare them as given.',
    source: 'Open in the HTTPRoute API reference',
  },
  'A-13': {
    says: 'A slash at the end of a prefix does not count towards its length.',
    source: 'Open in the HTTPRoute API reference',
  },
  'A-14': {
    says: 'Namespace and name are compared as one text, `namespace/name`.',
    source: 'Open in the HTTPRoute API reference',
  },
  'A-17': {
    says: 'All weights zero: we answer 500; some answer 503.',
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
