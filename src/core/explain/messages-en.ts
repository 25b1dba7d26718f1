/**
 * Every sentence about a trace, in English. `{name}` stands for a piece that the explainer fills in, often a link.
 * Other languages have the same keys (see languages.ts).
 */
export const MESSAGES_EN = {
  // The outcome in one line.
  'outcome.forwarded': 'Forwarded to {backends}',
  'outcome.passed-through': 'Passed through to {backends}: no route applies',
  'outcome.redirected': 'Redirected to {location}',
  'outcome.responded': 'Answered by the data plane itself',
  'outcome.rejected': 'Rejected: routes apply, but none of them matches',
  'outcome.rejected-several': 'Rejected: more than one route matches',
  'outcome.rejected-refused': 'Refused: the data plane answers this request before it looks at any route',
  'outcome.failed': 'Failed: {cause}',
  'outcome.bypassed': 'Outside the mesh: its data plane never sees this request',
  'outcome.uncertain': 'Not certain: {what} could change this answer, and what it does is not simulated.',
  'outcome.uncertain-more':
    'Not certain: {what} and {more} more could change this answer, and what they do is not simulated.',
  'outcome.no-listener': 'Refused: no listener of the Gateway is on port {port}',
  'outcome.listener-unusable': 'Refused: the listener on port {port} gets no traffic',
  'outcome.no-host': 'Rejected: no listener of the Gateway is for {host}',
  'outcome.misdirected': 'Rejected: {host} belongs to another listener than the connection',
  'outcome.no-routes': 'Rejected: no route is attached to the listener',
  'outcome.unknown-gateway': 'Unknown: no manifest declares the Gateway',
  'outcome.gateway-pending': 'Unknown: no known controller configures the Gateway',
  'identify.no-listener': '{gateway} has no listener for {scheme} on port {port}.',
  'identify.listener-unusable':
    '{gateway} has a listener on port {port}, but it is not accepted or not programmed, so that it gets no traffic.',
  'identify.no-host': '{gateway} listens on port {port}, but none of its listeners there is for {host}.',
  'identify.misdirected':
    'The connection was made for {sni}. {host} belongs to another listener of {gateway}, so that it is misdirected.',
  'identify.unknown-gateway': 'No manifest declares {gateway}.',
  'identify.gateway-pending':
    'The class of {gateway} is not among the GatewayClasses of the manifests, or is not accepted: no controller is known to configure it.',
  'identify.listeners': 'Its listeners: {listeners}.',
  'cause.gateway-pending': 'no known controller configures that Gateway',
  'outcome.unknown': 'Unknown: the manifests do not say what {host} is',
  'outcome.not-simulated': 'Unknown: {backends} is of a kind that is not simulated',
  'cause.not-simulated': 'the backend is of a kind that is not simulated',
  'outcome.filter-not-simulated':
    'Unknown: a filter that is not simulated may answer, and there is no backend',
  'cause.no-backends': 'the winning rule has no backends',
  'cause.zero-weight': 'all weights of the winning rule are zero',
  'cause.no-ready-endpoints': 'no ready endpoints',
  'cause.no-such-port': '{service} has no port {port}',
  'cause.timeout': 'the backend did not answer in time',
  'cause.connection-reset': 'the connection to the backend was reset',
  'cause.backend-failed': 'the backend answered with an error',
  'cause.backend-tls-invalid': 'no connection to the backend may be made without a usable CA certificate',
  'cause.filter-broken': 'a filter of the winning rule cannot be used',
  'cause.InvalidKind': 'the backend is of a kind that cannot be used',
  'cause.BackendNotFound': 'the backend does not exist',
  'cause.RefNotPermitted': 'the route may not refer to the backend',
  'cause.UnsupportedProtocol': 'the backend speaks another protocol',
  'cause.client-outside-mesh': 'the client is outside the mesh',
  'cause.unknown-gateway': 'nothing here is that Gateway',
  'cause.unknown-host': 'nothing here is called that',

  // Titles of the six steps.
  'step.1': 'The client sends',
  'step.2': 'The data plane intercepts',
  'step.3': 'The target Service is identified',
  'step.4': 'No route applies: original destination',
  'step.5': 'The best matching route forwards',
  'step.6': 'Routes apply, none matches: rejected',

  'step.2.gateway': 'The Gateway receives',
  'step.3.gateway': 'The listener is chosen',
  'step.5.gateway': 'The best matching route of the listener forwards',
  'step.6.gateway': 'No route of the listener matches: not found',

  'send.workload': '{workload} in namespace {namespace} sends {request}.',
  'send.namespace': 'A workload in namespace {namespace} sends {request}.',
  'send.gateway': 'A client outside the cluster sends {request} to {gateway}.',
  'intercept.yes': 'The data plane of the mesh takes the request before it leaves.',
  'intercept.no': 'The client is outside the mesh: nothing intercepts, and routes do not count.',
  'intercept.gateway':
    'The request enters the cluster through Gateway {gateway}. Mesh routes of the backends play no part.',
  'identify.name':
    '{host} is the name of Service {service} in the client’s own namespace; port {port} is its frontend.',
  'identify.dns-name':
    '{host} is a DNS name of Service {service}; port {port} is its frontend. Hostnames of routes play no part.',
  'identify.vip':
    '{host} is a virtual IP of Service {service}; port {port} is its frontend. The Host header plays no part.',
  'identify.pod':
    '{host} is the address of a Pod: the request goes to an endpoint, and routes of Services do not count.',
  'identify.headless':
    'Service {service} is headless: its name leads straight to endpoints, so it has no frontend that routes could attach to.',
  'identify.external-name':
    'Service {service} is an ExternalName: its name leads out of the mesh’s Services.',
  'identify.no-such-port':
    '{host} is Service {service}, but that Service has no port {port}: there is no frontend to dial.',
  'identify.listener':
    '{host} on port {port} belongs to listener {listener}: of the listeners there it has the most specific hostname that covers it.',
  'identify.unknown': 'No manifest here names {host}, so nobody can tell where the request goes.',
  'skip.identify': 'Not reached.',

  'pass.none':
    'No route is attached to this port of {service}: the request goes to its own endpoints, as if the mesh were absent.',
  'pass.elsewhere':
    'The routes on {service} are consumer routes of {namespaces}; they do not count for a client in {namespace}. The request goes to its own endpoints.',
  'pass.direct': 'Routes belong to Service frontends; this request did not go through one.',
  'pass.no-port': 'Nothing listens there, so the connection fails.',
  'pass.skipped': 'Skipped: routes apply to this request.',

  'route.consumer': 'Consumer routes of {namespace} apply to this client, before any producer route.',
  'route.producer':
    'Producer routes of {service} apply: the client’s namespace has no consumer routes for it.',
  'route.producer-own': 'Producer routes of {service} apply to clients of every namespace.',
  'route.gateway': 'The routes attached to listener {listener} apply, and no others.',
  'route.won': '{route} wins with {rule}, the best of {count} candidates that match.',
  'route.won-only': '{route} wins with {rule}, the only candidate that matches.',
  'route.lost-by': 'It goes before {loser} by {criterion}.',
  'route.forwards': 'It forwards to {backends}.',
  'route.timeouts': 'It gives them {timeouts}.',
  'timeout.request': '{duration} for the whole request',
  'timeout.backendRequest': '{duration} for each try at a backend',
  'route.redirects': 'It answers with a redirect to {location}.',
  'route.fails': 'It cannot deliver: {cause}.',
  'route.skipped': 'Skipped: no route won this request.',
  'reject.consumer':
    'Consumer routes of {namespace} apply to this client, and no candidate matches ({count} in all).',
  'reject.producer': 'Producer routes of {service} apply, and no candidate matches ({count} in all).',
  'reject.gateway': 'No candidate of listener {listener} matches ({count} in all).',
  'reject.no-listener': 'No listener of the Gateway takes it.',
  'reject.gateway-status': 'The client gets {status}.',
  'reject.refused': 'The connection is refused.',
  'reject.several': '{routes} all match, and profile {profile} rejects such requests.',
  'reject.nearest': '{route} {rule} comes nearest, but {misses}.',
  'passed-over.other-listener':
    '{route} {rule} takes such requests, but it is attached to another listener: {on} would have to be {expected} and is {actual}.',
  'passed-over.no-such-section':
    '{route} {rule} takes such requests, but it is not attached: there is no section {actual}.',
  'passed-over.no-such-port':
    '{route} {rule} takes such requests, but it is not attached: its parentRef names port {actual}, which is not there.',
  'passed-over.other-port': '{route} {rule} takes such requests, but only on port {actual}.',
  'passed-over.not-allowed-by-listener':
    '{route} {rule} takes such requests, but the listener refuses it: {on} would have to be {expected} and is {actual}.',
  'passed-over.hostname-does-not-intersect':
    '{route} {rule} takes such requests, but the listener is for {expected} and the route for {actual}.',
  'passed-over.other-parent':
    '{route} {rule} takes such requests, but it is not attached here: {on} of its parentRef would have to be {expected} and is {actual}.',
  miss: '{on} would have to be {expected} and is {actual}',
  'miss.none': '{on} would have to be {expected} and is missing',
  'because.won': '{route} {rule}',
  'reject.status': 'The client gets {status}; the request does not fall through to the Service.',
  'reject.skipped': 'Skipped: the request was not rejected.',
  'not-reached': 'Not reached.',

  'rule.named': 'rule {index} “{name}”',
  rule: 'rule {index}',
  'share.of': '{backend} ({share})',
  and: ' and ',
  comma: ', ',
  // Between two sentences.
  'sentence.space': ' ',

  'criterion.hostname': 'its more specific hostname',
  'criterion.exact-path': 'its exact path',
  'criterion.path-type': 'its type of path',
  'criterion.path-length': 'its longer path',
  'criterion.service': 'its longer gRPC service',
  'criterion.method': 'its method',
  'criterion.headers': 'more header conditions',
  'criterion.query': 'more query conditions',
  'criterion.age': 'age: the older route goes first',
  'criterion.name': 'the alphabetical order of namespace/name',
  'criterion.position': 'its earlier position in the route',

  'note.policy-of-others':
    '{policy} targets {target} from the namespace {namespace}: it acts only on requests that come from there.',
  'note.policy-replaced': '{policy} would act, too, but {by} of the client’s own namespace replaces it.',
  'note.policy-refused-target-not-found': '{policy} is not attached: {target} does not exist.',
  'note.policy-refused-section-not-found': '{policy} is not attached: {target} has no section of that name.',
  'note.policy-refused-conflicted':
    '{policy} is not attached: an older policy of its kind has {target} already.',
  'note.not-simulated-target':
    '{what} acts on {on}. What it does is not simulated: the answer may be another.',
  'note.not-simulated-host':
    '{what} is about host {on}. What it does is not simulated: the answer may be another.',
  'note.not-simulated-workload':
    '{what} selects Pods of {on}. What it does is not simulated: the answer may be another.',
  'note.not-simulated-namespace':
    '{what} acts on all of namespace {on}. What it does is not simulated: the answer may be another.',
  'note.not-simulated-mesh':
    '{what} acts on the whole mesh. What it does is not simulated: the answer may be another.',
  'note.not-simulated-setting':
    '{on} carries {what}. What this setting does is not simulated: the answer may be another.',
  'note.not-simulated-filter':
    'Filter {what} acts on this request. What it does is not simulated: the answer may be another.',
  'note.not-simulated-backend':
    '{what} is a backend of a kind that is not simulated: what becomes of its requests is unknown.',
  'note.backend-tls':
    '{policy}: connections to {service} use TLS, and the certificate must be for {hostname}.',
  'note.backend-tls-invalid':
    '{policy} has no usable CA certificate: no connection to {service} may be made, and plain text is not allowed instead.',
  'note.backend-tls-in-mesh':
    'Whether a mesh follows {policy} is left to the mesh; this answer takes it that it does.',
  'note.retry-budget':
    '{policy}: at most {percent} % of the requests to {service} may be retries; beyond that there is none, and the client gets 503.',
  'note.session-overrides-weights':
    'A client with a session stays on its backend, whatever the weights; they are for new sessions.',
  'note.fields-dropped':
    'The standard channel of Gateway API has no {fields}: the cluster drops it without a word, and so does this answer.',
  'note.implementations-own':
    '{names} of {gateway} is something that one implementation brings along and others do not know. The answer depends on the profile.',
  'note.did-you-mean': 'Nothing here is called {asked}. Near it: {names}.',
  'note.service-ports': '{service} has the ports {ports}.',
  'note.gateway-assumed':
    'No manifest declares {gateway}; it is assumed, with the listeners that routes name, for every host, open to routes of every namespace.',
  'note.namespace-labels-unknown':
    '{listener} selects namespaces by their labels, and no manifest declares Namespace {namespace}: that it takes {route} is supposed.',
  'note.core-group-spelled-out':
    '{routes} writes the core group as `core`. By the specification that names nothing; Linkerd takes it for the core group. This profile: {read}.',
  'note.tcp-route-at-tls-listener':
    '{routes} names a listener that terminates TLS. Whether such a listener takes a TCPRoute depends on the implementation; this profile: {read}.',
  'note.producer-would-take':
    'The producer route {taker} takes such a request for clients elsewhere. It does not apply here: a namespace with consumer routes uses those alone (GEP-1294; Istio does so). Linkerd ranks both together: profile `linkerd` shows the answer there.',
  'note.consumer-shadows-producer':
    'Producer routes ({routes}) exist, too. A namespace with consumer routes uses those alone (GEP-1294; Istio does so). Linkerd ranks both together: profile `linkerd` shows the answer there.',
  'note.fell-back-to-producer':
    'No consumer route matched; this profile then consults the producer routes. The specification as written would reject.',
  'note.several-routes-match':
    'Several routes match ({routes}). The specification merges them by precedence, and exactly one rule receives the request. (That such requests are rejected is a misreading some articles repeat; profile `articles-2023` shows it.)',
  'note.host-header-differs':
    'The Host header says {header}, which would lead to {other}. This profile identifies the Service by {by}; implementations differ.',
  'note.service-assumed':
    'No manifest declares {service}; it is assumed because routes refer to it and no Service at all is declared.',
  'note.repeated-header':
    'The request repeats a header; how a match compares it depends on the implementation (here: {chosen}). With {other} the answer is {result}.',
  'note.repeated-query':
    'The request repeats a query parameter; which value counts is left open (here: {chosen}). With {other} the answer is {result}.',
  'note.query-decoding':
    'Whether query values are decoded before they are compared is left open (here: {chosen}; Envoy compares the raw text). With {other} the answer is {result}.',
  'note.regex-anchor':
    'Whether a pattern must cover the whole value is left open (here: {chosen}). With {other} the answer is {result}.',
  'note.pattern-unit':
    'A pattern meets {chosen} here; Envoy takes bytes from version 1.39 on and characters before. With {other} the answer is {result}.',
  'note.star-pattern':
    'The pattern `*` is no regular expression; Istio takes it for “is present” (here: {chosen}). With {other} the answer is {result}.',
  'note.prefix-trailing-slash':
    'Whether the trailing slash of a prefix counts as a character is left open (here: {chosen}). With {other}, {entry} goes first.',
  'note.criteria-order':
    'The order of the criteria between two matches decides here ({chosen}). With {other}, {entry} goes first.',
  'note.name-order':
    'How namespace and name are ordered decides here ({chosen}). With {other}, {entry} goes first.',
  'note.regex-rank':
    'Where a regular expression stands between exact paths and prefixes depends on the implementation (here: {chosen}). With {other}, {entry} goes first.',
  'note.request-refused':
    'Envoy answers some requests with 400 before any route: methods that it does not know, CONNECT with a path, `%00` (here: {chosen}). With {other} the answer is {result}.',
  'note.underscore-header':
    'The request has a header with `_` in its name; Envoy Gateway refuses it with 400 (here: {chosen}). With {other} the answer is {result}.',
  'note.hostname-fallthrough':
    'Routes of a less specific hostname take what the more specific one does not match; Envoy does not fall through (here: {chosen}). With {other} the answer is {result}.',
  'note.listener-isolation':
    'Whether routes of less specific listeners count, too, depends on the implementation (isolation here: {chosen}). With {other} the answer is {result}.',
  'note.misdirected-request':
    'The host of this request belongs to another listener than its TLS connection; not every implementation notices (here: {chosen}). With {other} the answer is {result}.',
  'note.mesh-reference-grant':
    '{service} is in another namespace, and no ReferenceGrant permits it; whether a mesh needs one is left open (here: {chosen}).',
  'note.groups-united':
    'Consumer routes of {namespace} and producer routes compete in one list here; the specification would use the consumer routes alone.',
  'note.kinds-coexist':
    '{route} stands beside routes of kind {kind} on this port; the specification would let the {kind}s alone apply.',
  'note.client-outside-mesh':
    'The client is outside the mesh; whether producer routes apply to it is left open (here: {chosen}). With {other} the answer is {result}.',
  'note.experimental-field':
    '{fields} belongs to the experimental channel: a cluster with the CRDs of the standard channel drops it without a word.',
  'note.policies-overlap':
    'A consumer policy and a producer policy of one kind are on one target; whether both act is left open (here: {chosen}). With {other}: {result}.',
  'note.redirect-query':
    'Whether a redirect keeps the query string is not specified (here: {chosen}). With {other} it leads to {result}.',
  'note.redirect-host-port':
    'By the specification the port of the Host header does not stay in this redirect; Envoy keeps it where it is told no port (here: {chosen}). With {other} it leads to {result}.',
  'note.redirect-default-port':
    'Envoy Gateway leaves ports 80 and 443 out of a redirect, whatever the scheme (here: {chosen}). With {other} it leads to {result}.',
  'note.prefix-redirect':
    'Implementations replace prefixes in redirects differently (here: {chosen}). With {other} it leads to {result}.',
  'note.root-prefix':
    'Envoy replaces the prefix `/` as one character, without a slash behind the replacement (here: {chosen}). With {other} the path is {result}.',
  'note.last-header-change':
    'The rule and its backendRef change one header; which has the last word is left open (here: {chosen}). With {other}: {result}.',
  'note.filter-local-response':
    'Whether response filters act on what the data plane answers itself is not specified (here: {chosen}). With {other}: {result}.',
  'note.mirror-with-redirect':
    'A mirror beside a redirect is allowed; Istio mirrors nothing, Envoy Gateway refuses the rule (here: {chosen}). With {other}: {result}.',
  'note.retried-errors':
    'What is retried beside the listed codes depends on the implementation (here: {chosen}; Istio and Envoy Gateway retry failures to connect alone). With {other} the answer is {result}.',
  'note.retry-codes-unspecified':
    'The retry stanza lists no codes; which are retried then is left open (here: {chosen}). With {other} the answer is {result}.',
  'note.timeout-unspecified':
    'The rule sets no timeout; what holds then is left open (here: {chosen}; Envoy Gateway ends a request after 15 s). With {other} the answer is {result}.',
  'note.backoff-jittered':
    'The backoff of {backoff} is a minimum by the specification; Envoy waits a random time up to about that long.',
  'note.one-level-only': 'Routes on {service} are not consulted: routing happens once.',
  'note.grpc-on-http-route':
    '{route} is an HTTPRoute: it sees a gRPC request as a POST to the path of its method.',
  'note.retry-unspecified':
    'The retry stanza does not say how often; how many retries are made then is left open.',
  'note.path-not-normalised':
    'Proxies may make something else of {path} before they compare it: Istio {istio}, Envoy Gateway {gateway} (here: {chosen}).',
  'note.path-not-normalised-redirect':
    'Proxies may make something else of {path} before they compare it: Istio {istio}; Envoy Gateway answers with a redirect (307) to {gateway} (here: {chosen}).',
  'note.endpoints-unknown':
    'The manifests do not say how many endpoints {service} has; it is taken to answer.',
  'note.age-unknown': '{loser} carries no creationTimestamp and is taken to be younger than {winner}.',
  'note.name-decided':
    'Only the alphabetical order of names puts {winner} before {loser}. In a cluster the older route goes first; these manifests do not tell their ages.',
  'note.name-decided-dated':
    '{winner} and {loser} are equally old: only the alphabetical order of names decides.',
  'note.regex-invalid': '{pattern} is no RE2 pattern ({reason}) and never matches.',
  'note.no-backends': 'A rule without backendRefs answers 500; it does not go to the parent Service.',
  'note.zero-weight':
    'The specification gives no status for a rule whose weights are all zero; this profile answers {status}.',
  'note.backends-elided':
    'The manifest elides the backends of this rule (`...`); they are read as {service} itself.',
  'note.filter-broken':
    'Filter {filter} cannot be used; requests that need it get an error instead of skipping it.',
  'note.mirror-dropped':
    'The mirror to {service} cannot be used and is dropped; the request itself is not affected.',
  'note.kind-conflict':
    '{route} is ignored on this port: a {lostTo} has it, and only one kind of route applies to a port.',
  'note.protocol-mismatch':
    'The {kind}s on this port look into requests; they say nothing about a raw connection.',
  'note.http-on-grpc-route':
    'Only a GRPCRoute applies here, and this is no gRPC request: it matches nothing.',
  'note.backend-ref-unresolved':
    '{service} cannot be used ({cause}): its share of the requests gets an error.',
  'note.no-ready-endpoints': '{service} has no ready endpoints.',
  'note.consumer-routes-elsewhere':
    'There are consumer routes for this Service in {namespaces}; only clients there see them.',
} as const;

export type MessageKey = keyof typeof MESSAGES_EN;

/** One language's sentences. */
export type Messages = Readonly<Record<MessageKey, string>>;
