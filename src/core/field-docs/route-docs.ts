import { type FieldDocs, under } from './field-docs.ts';

const PARENT: FieldDocs = {
  '': 'Several parents are independent of each other (R-142). Entries for one parent have to differ in `sectionName` or `port` (R-703).',
  '[].group': 'For a Service write the empty text: left out, it means a Gateway (R-103).',
  '[].kind': 'For a Service write `Service` together with `group: ""`: left out, it means a Gateway (R-103).',
  '[].namespace':
    'Another namespace than that of a parent Service makes a consumer route, for clients of the route’s own namespace alone (R-104, R-106). A Gateway’s listeners say who may attach (R-429).',
  '[].name': 'One that does not exist leaves the route without effect there.',
  '[].sectionName': 'Left out, every listener or port of the parent takes the route (R-420).',
  '[].port': 'Left out, the route applies to each port of the parent.',
};

const BACKEND: FieldDocs = {
  '.group': 'The empty text is the core group, that of Services (R-451).',
  '.kind': 'A kind that the implementation does not know makes the share of this backend fail.',
  '.namespace':
    'Another namespace needs a ReferenceGrant there, unless the route is of a mesh (R-450, R-452).',
  '.name': 'A missing Service makes its share of the requests fail with status 500.',
  '.port': 'The port of the Service, not that of the Pods behind it.',
};

const HEADERS: FieldDocs = {
  '.set': 'What was there under this name is gone.',
  '.add': 'What is there stays; the new value follows it, after a comma.',
  '.remove': 'Names compare without regard to case (R-307).',
};

const PATH: FieldDocs = {
  '.path.type':
    '`ReplacePrefixMatch` needs a rule with exactly one match, of type PathPrefix; the rest of the path is kept (R-312).',
  '.path.replaceFullPath': 'Takes the place of the whole path; the query stays.',
  '.path.replacePrefixMatch': 'Takes the place of whole path elements, as they were matched (R-312).',
};

const MIRROR: FieldDocs = {
  '': 'The answer to the copy is thrown away; a target that cannot be reached changes nothing for the client (R-315, R-316).',
  '.percent': 'Left out, every request is copied. Not together with `fraction` (R-315).',
  '.fraction': 'For shares below one percent. Not together with `percent`.',
  ...under('.backendRef', BACKEND),
};

const HTTP_FILTER: FieldDocs = {
  '': 'They run in this order where the implementation can (R-301). Most types may stand once in a list (R-302).',
  '[].type':
    'The field of the same name holds the settings. A redirect answers by itself and excludes a rewrite and backends (R-303).',
  ...under('[].requestHeaderModifier', HEADERS),
  ...under('[].responseHeaderModifier', HEADERS),
  ...under('[].requestMirror', MIRROR),
  '[].requestRedirect': 'No backend is asked: the client gets a new location (R-310).',
  '[].requestRedirect.scheme':
    'Left out, the scheme of the request. A new scheme brings its usual port along (R-311).',
  '[].requestRedirect.hostname': 'Left out, the host of the request.',
  '[].requestRedirect.port':
    'Left out, the usual port of a given scheme, else the port of the listener (R-311).',
  '[].requestRedirect.statusCode':
    '307 and 308 keep method and body; older clients turn 301 and 302 into GET.',
  ...under('[].requestRedirect', PATH),
  '[].urlRewrite':
    'The route is chosen by what the client sent; a rewrite never leads to another one (R-313, R-314).',
  '[].urlRewrite.hostname': 'Becomes the Host header that the backend sees.',
  ...under('[].urlRewrite', PATH),
  '[].cors': 'Preflights are answered on the spot, backends never see them (R-317).',
  '[].cors.allowOrigins':
    'Scheme, host and port; `*` alone allows everybody, in front of a host any labels (R-318).',
  '[].cors.allowCredentials': 'Allowed, the answer names the origin instead of `*` (R-319).',
  '[].externalAuth': 'A failing check refuses the request (R-320).',
  '[].externalAuth.protocol': 'With HTTP any status but 200 refuses; GRPC speaks Envoy’s ext_authz.',
  ...under('[].externalAuth.backendRef', BACKEND),
  '[].extensionRef': 'One that cannot be found must not be skipped: requests fail (R-306).',
};

const BACKEND_REFS: FieldDocs = {
  '': 'Several share the requests by weight. None at all answers with status 500, unless a filter redirects.',
  ...under('[]', Object.fromEntries(Object.entries(BACKEND).map(([key, text]) => [key.slice(1), text]))),
  '[].weight':
    'Not a percentage: the share is the weight over the sum of all. 0 gets nothing; what cannot be reached keeps its share, which fails (R-330).',
};

const SESSION: FieldDocs = {
  '': 'The first answer picks the backend, later requests of the session follow it (R-345).',
  '.type': 'A cookie is set for the client; a header has to be sent back by it.',
  '.absoluteTimeout': 'A permanent cookie needs one.',
};

const COMMON: FieldDocs = {
  ...under('spec.parentRefs', PARENT),
  'spec.useDefaultGateways': 'Attaches as if every default Gateway were a parent (R-460).',
  'spec.rules[].name': 'Policies can pick the rule by it; it changes nothing about matching (R-346).',
};

const REQUEST_ROUTE: FieldDocs = {
  ...COMMON,
  'spec.hostnames':
    'At a Gateway the route serves what they share with the listener’s name (R-403). In a mesh the Service decides, whatever stands here (R-141).',
  ...under('spec.rules[].backendRefs', BACKEND_REFS),
  'spec.rules[].backendRefs[].filters':
    'Run only for requests that go to this backend, after those of the rule (R-305).',
  ...under('spec.rules[].sessionPersistence', SESSION),
};

const HEADER_MATCH: FieldDocs = {
  '': 'All of them must hold.',
  '[].name': 'Without regard to case; of names that differ in case alone the first counts (R-209, R-210).',
  '[].type': 'How regular expressions are read depends on the implementation (R-207).',
  '[].value': 'Compared as a whole and with regard to case.',
};

export const HTTP_ROUTE_DOCS: FieldDocs = {
  ...REQUEST_ROUTE,
  'spec.rules':
    'Their order decides only between equals: the longest path, then method, headers and query parameters come first (R-220). Once a Service has routes, what none of them matches is refused (R-132).',
  'spec.rules[].matches': 'One of them is enough (R-202). Left out: `PathPrefix /`, every request (R-201).',
  'spec.rules[].matches[]': 'Path, method, headers and query parameters must all hold.',
  'spec.rules[].matches[].path': 'Left out: `PathPrefix /`, every path. The query is no part of it (R-204).',
  'spec.rules[].matches[].path.type':
    '`Exact` is the whole path, `PathPrefix` counts whole elements: `/a` takes `/a/b`, not `/ab` (R-205, R-206). How `RegularExpression` is read depends on the implementation (R-207).',
  'spec.rules[].matches[].path.value':
    'Starts with `/`; no `//`, no dot segments, no encoded slash (R-208). With regard to case.',
  ...under('spec.rules[].matches[].headers', HEADER_MATCH),
  ...under('spec.rules[].matches[].queryParams', {
    ...HEADER_MATCH,
    '[].name': 'With regard to case; of equal names the first counts (R-213).',
  }),
  'spec.rules[].matches[].method': 'Left out, any method (R-214).',
  ...under('spec.rules[].filters', HTTP_FILTER),
  ...under('spec.rules[].backendRefs[].filters', {
    ...HTTP_FILTER,
    '': REQUEST_ROUTE['spec.rules[].backendRefs[].filters'] ?? '',
  }),
  'spec.rules[].timeouts.request': '`0s` switches it off (R-341). Units h, m, s and ms (R-342).',
  'spec.rules[].timeouts.backendRequest': 'Each try has this long; at most as long as `request` (R-341).',
  'spec.rules[].retry':
    'Tries again where a backend answers with one of the codes or cannot be reached (R-343).',
  'spec.rules[].retry.attempts': 'Tries after the first one.',
};

export const GRPC_ROUTE_DOCS: FieldDocs = {
  ...REQUEST_ROUTE,
  'spec.rules':
    'Left out, the route matches nothing (R-240). The longest service and method name win (R-241).',
  'spec.rules[].matches': 'One of them is enough. Left out, every gRPC request (R-240).',
  'spec.rules[].matches[].method.type':
    'How regular expressions are read depends on the implementation (R-242).',
  'spec.rules[].matches[].method.service': 'With its package. Left out, any service (R-242).',
  'spec.rules[].matches[].method.method': 'Left out, any method of the service (R-242).',
  ...under('spec.rules[].matches[].headers', HEADER_MATCH),
  'spec.rules[].filters': 'Of gRPC only header changes, mirrors and extensions (R-244).',
  ...under('spec.rules[].filters[].requestMirror', MIRROR),
  ...under('spec.rules[].filters[].requestHeaderModifier', HEADERS),
  ...under('spec.rules[].filters[].responseHeaderModifier', HEADERS),
};

const L4_ROUTE: FieldDocs = {
  ...COMMON,
  ...under('spec.rules[].backendRefs', {
    ...BACKEND_REFS,
    '': 'Several share the connections by weight.',
    '[].name': 'Connections for a missing Service are closed.',
  }),
};

export const TLS_ROUTE_DOCS: FieldDocs = {
  ...L4_ROUTE,
  'spec.hostnames': 'A name that no route asks for is refused; the most specific name wins (R-250).',
};

export const STREAM_ROUTE_DOCS: FieldDocs = {
  ...L4_ROUTE,
  'spec.rules':
    'Every connection of the port; of several routes on one listener the oldest gets all (R-251, R-433).',
};
