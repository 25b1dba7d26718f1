import { FORWARDED_MESSAGES_EN } from './forwarded-messages.ts';
import { INGRESS_MESSAGES_EN } from './ingress-messages.ts';
import { ISTIO_MESSAGES_EN } from './istio-messages.ts';

/**
 * All sentences of traces in English. The explainer replaces `{name}` by a value, often a link. Other
 * languages have the same keys (see languages.ts).
 */
export const MESSAGES_EN = {
  ...FORWARDED_MESSAGES_EN,
  ...ISTIO_MESSAGES_EN,
  ...INGRESS_MESSAGES_EN,
  'outcome.passed-through': 'Passed through to {backends}: no route applies',
  'outcome.redirected': 'Redirected to {location}',
  'outcome.responded': 'Answered by the data plane itself',
  'outcome.rejected': 'Rejected: routes apply, but none of them matches',
  'outcome.rejected-several': 'Rejected: more than one route matches',
  'outcome.rejected-refused': 'Refused: the data plane answers this request before it looks at any route',
  'outcome.failed': 'Failed: {cause}',
  'outcome.bypassed': 'Outside the mesh: the data plane never sees this request',
  'outcome.uncertain': 'Not certain: {what} could change this answer, and its effect is not simulated.',
  'outcome.uncertain-more':
    'Not certain: {what} and {more} more could change this answer, and their effect is not simulated.',
  'outcome.no-listener': 'Refused: no listener of the Gateway is on port {port}',
  'outcome.listener-unusable': 'Refused: the listener on port {port} receives no traffic',
  'outcome.no-host': 'Rejected: no listener of the Gateway matches {host}',
  'outcome.misdirected': 'Rejected: {host} belongs to another listener than the connection',
  'outcome.no-routes': 'Rejected: no route is attached to the listener',
  'outcome.unknown-gateway': 'Unknown: no manifest declares the Gateway',
  'outcome.gateway-pending': 'Unknown: no known controller configures the Gateway',
  'identify.no-listener': '{gateway} has no listener for {scheme} on port {port}.',
  'identify.listener-unusable':
    '{gateway} has a listener on port {port}, but it is not accepted or not programmed, so it receives no traffic.',
  'identify.no-host': '{gateway} listens on port {port}, but no listener there matches {host}.',
  'identify.misdirected':
    'The connection is for {sni}, but {host} belongs to another listener of {gateway}. The request is misdirected.',
  'identify.unknown-gateway': 'No manifest declares {gateway}.',
  'identify.gateway-pending':
    'The manifests have no accepted GatewayClass for {gateway}, so no known controller configures it.',
  'identify.listeners': 'Its listeners: {listeners}.',
  'cause.gateway-pending': 'no known controller configures that Gateway',
  'outcome.unknown': 'Unknown: the manifests do not say what {host} is',
  'outcome.not-simulated': 'Unknown: the kind of {backends} is not simulated',
  'cause.not-simulated': 'the kind of the backend is not simulated',
  'outcome.filter-not-simulated':
    'Unknown: a filter that is not simulated may answer, and there is no backend',
  'cause.no-backends': 'the winning rule has no backends',
  'cause.zero-weight': 'all weights of the winning rule are zero',
  'cause.no-ready-endpoints': 'no ready endpoints',
  'cause.no-such-port': '{service} has no port {port}',
  'cause.timeout': 'the backend did not answer in time',
  'cause.connection-reset': 'the connection to the backend was reset',
  'cause.backend-failed': 'the backend answered with an error',
  'cause.backend-tls-invalid':
    'the data plane must not connect to the backend without a usable CA certificate',
  'cause.access-denied': 'an access policy refuses it',
  'cause.mutual-tls-required': 'the server requires mutual TLS',
  'cause.filter-broken': 'a filter of the winning rule cannot be used',
  'cause.InvalidKind': 'the kind of the backend cannot be used',
  'cause.BackendNotFound': 'the backend does not exist',
  'cause.RefNotPermitted': 'the route is not permitted to refer to the backend',
  'cause.UnsupportedProtocol': 'the backend uses another protocol',
  'cause.client-outside-mesh': 'the client is outside the mesh',
  'cause.unknown-gateway': 'no manifest declares that Gateway',
  'cause.unknown-host': 'no manifest declares that host',

  'step.2.gateway': 'The Gateway receives',
  'step.3.gateway': 'The listener is chosen',
  'step.5.gateway': 'The best matching route of the listener forwards',
  'step.6.gateway': 'No route of the listener matches: not found',

  'send.gateway': 'A client outside the cluster sends {request} to {gateway}.',
  'semantics.auto': 'The manifests have {signs}, so the answer follows profile {profile}.',
  'intercept.no': 'The client is outside the mesh. Nothing intercepts the request, so routes do not apply.',
  'intercept.gateway':
    'The request enters the cluster through Gateway {gateway}. Mesh routes of the backends do not apply.',
  'identify.vip':
    '{host} is a virtual IP of Service {service}; port {port} is its frontend. The Host header does not matter.',
  'identify.pod':
    '{host} is the address of a Pod. The request goes to an endpoint, so routes of Services do not apply.',
  'identify.headless':
    'Service {service} is headless. Its name resolves directly to endpoints, so it has no frontend for routes.',
  'identify.external-name':
    'Service {service} is of type ExternalName. Its name resolves to a host outside the Services of the mesh.',
  'identify.no-such-port':
    '{host} is Service {service}, but that Service has no port {port}, so there is no frontend.',
  'identify.listener':
    '{host} on port {port} belongs to listener {listener}: it has the most specific hostname that matches.',
  'identify.unknown': 'No manifest here names {host}, so the destination of the request is unknown.',

  'pass.none':
    'No route is attached to this port of {service}. The request goes to the endpoints of the Service, as without a mesh.',
  'pass.unmatched':
    'Routes apply to this port of {service}, but none of them matches. They leave such requests to the endpoints of the Service.',
  'pass.elsewhere':
    'The routes on {service} are consumer routes of {namespaces}. They do not apply to a client in {namespace}. The request goes to the endpoints of the Service.',
  'pass.direct': 'Routes attach to Service frontends, and this request does not use a frontend.',
  'pass.no-port': 'Nothing listens on this port, so the connection fails.',

  'route.gateway': 'Only the routes attached to listener {listener} apply.',
  'route.redirects': 'It answers with a redirect to {location}.',
  'route.fails': 'It cannot forward the request: {cause}.',
  'reject.consumer':
    'Consumer routes of {namespace} apply to this client, and no candidate matches ({count} in all).',
  'reject.producer': 'Producer routes of {service} apply, and no candidate matches ({count} in all).',
  'reject.gateway': 'No candidate of listener {listener} matches ({count} in all).',
  'reject.no-listener': 'No listener of the Gateway accepts the request.',
  'reject.gateway-status': 'The client gets {status}.',
  'reject.refused': 'The connection is refused.',
  'reject.several': '{routes} all match, and profile {profile} rejects such requests.',
  'reject.nearest': '{route} {rule} is the closest: {misses}.',
  'passed-over.other-listener':
    '{route} {rule} matches, but it is attached to another listener: {on} must be {expected} but is {actual}.',
  'passed-over.no-such-section':
    '{route} {rule} matches, but it is not attached: there is no section {actual}.',
  'passed-over.no-such-port':
    '{route} {rule} matches, but it is not attached: its parentRef refers to port {actual}, which does not exist.',
  'passed-over.other-port': '{route} {rule} matches, but only on port {actual}.',
  'passed-over.not-allowed-by-listener':
    '{route} {rule} matches, but the listener does not accept the route: {on} must be {expected} but is {actual}.',
  'passed-over.hostname-does-not-intersect':
    '{route} {rule} matches, but the listener is for {expected} and the route is for {actual}.',
  'passed-over.other-parent':
    '{route} {rule} matches, but it is not attached here: {on} of its parentRef must be {expected} but is {actual}.',
  'route.united': 'Consumer routes of {namespace} and producer routes compete in one table.',
  'because.united': 'The consumer routes of {namespace} and the producer routes of {service} compete.',
  'because.refers': '{route} {rule} refers to {backends}, which cannot receive the request.',
  'because.gateway': 'Listener {listener} accepts the request.',
  'because.hidden-producer':
    '{namespace} has consumer routes of its own for {service}, so the producer route {route} that takes this request does not count.',
  'reject.status': 'The client gets {status}. The request does not fall through to the Service.',

  'note.policy-of-others':
    '{policy} targets {target} from namespace {namespace}. It affects only requests from that namespace.',
  'note.policy-replaced': '{policy} does not act, because {by} of the client’s own namespace replaces it.',
  'note.policy-refused-target-not-found': '{policy} is not attached: {target} does not exist.',
  'note.policy-refused-section-not-found':
    '{policy} is not attached: {target} has no section with that name.',
  'note.policy-refused-conflicted':
    '{policy} is not attached: an older policy of the same kind already targets {target}.',
  'note.not-simulated-target':
    '{what} acts on {on}. Its effect is not simulated: the answer may be different.',
  'note.not-simulated-host':
    '{what} acts on host {on}. Its effect is not simulated: the answer may be different.',
  'note.not-simulated-workload':
    '{what} selects Pods of {on}. Its effect is not simulated: the answer may be different.',
  'note.not-simulated-namespace':
    '{what} acts on all of namespace {on}. Its effect is not simulated: the answer may be different.',
  'note.not-simulated-mesh':
    '{what} acts on the whole mesh. Its effect is not simulated: the answer may be different.',
  'note.not-simulated-setting':
    '{on} has {what}. The effect of this setting is not simulated: the answer may be different.',
  'note.not-simulated-filter':
    'Filter {what} acts on this request. Its effect is not simulated: the answer may be different.',
  'note.not-simulated-backend':
    '{what} is a backend of a kind that is not simulated. The result for its requests is unknown.',
  'note.backend-tls':
    '{policy}: connections to {service} use TLS, and the certificate must be for {hostname}.',
  'note.backend-tls-invalid':
    '{policy} has no usable CA certificate. The data plane must not connect to {service}, and must not use plain text instead.',
  'note.backend-tls-in-mesh':
    'Each mesh decides whether it follows {policy}; this answer assumes that it does.',
  'note.retry-budget':
    '{policy}: at most {percent} % of the requests to {service} may be retries. Above this limit there are no retries, and the client gets 503.',
  'note.session-overrides-weights':
    'A client with a session stays on its backend. The weights apply only to new sessions.',
  'note.fields-dropped':
    'The standard channel of Gateway API has no {fields}. The cluster drops it silently, and this answer ignores it.',
  'note.implementations-own':
    '{names} of {gateway} exists only in one implementation. The answer depends on the profile.',
  'note.did-you-mean': 'There is no {asked} here. Similar names: {names}.',
  'note.fault-abort': 'A fault answers {percent} % of these requests with {status}.',
  'note.service-ports': '{service} has the ports {ports}.',
  'note.gateway-assumed':
    'No manifest declares {gateway}. It is assumed to exist, with the listeners that routes refer to, for every host and for routes of every namespace.',
  'note.namespace-labels-unknown':
    '{listener} selects namespaces by label, and no manifest declares Namespace {namespace}. This answer assumes that the listener accepts {route}.',
  'note.core-group-spelled-out':
    '{routes} writes the core group as `core`. By the specification, no group has this name; Linkerd reads it as the core group. This profile: {read}.',
  'note.tcp-route-at-tls-listener':
    '{routes} refers to a listener that terminates TLS. It depends on the implementation whether such a listener accepts a TCPRoute. This profile: {read}.',
  'note.producer-would-take':
    'The producer route {taker} does not apply. A namespace with consumer routes uses only those (GEP-1294; Istio does so). Linkerd ranks both together: profile `linkerd` shows that answer.',
  'note.fell-back-to-producer':
    'No consumer route matches, so this profile uses the producer routes. By the specification, the request is rejected.',
  'note.several-routes-match':
    'Several routes match ({routes}). The specification merges them by precedence, and exactly one rule receives the request. (Some articles say that such requests are rejected. This is wrong; profile `articles-2023` shows it.)',
  'note.host-header-differs':
    'The Host header is {header}, which refers to {other}. This profile identifies the Service by {by}; implementations differ.',
  'note.service-assumed':
    'No manifest declares {service}. It is assumed to exist, because routes refer to it and the manifests declare no Services at all.',
  'note.repeated-header':
    'The request repeats a header. How a match compares it depends on the implementation (here: {chosen}). With {other} the answer is {result}.',
  'note.repeated-query':
    'The request repeats a query parameter. The specification does not say which value is used (here: {chosen}). With {other} the answer is {result}.',
  'note.query-decoding':
    'The specification does not say whether query values are decoded before they are compared (here: {chosen}; Envoy compares the raw text). With {other} the answer is {result}.',
  'note.regex-anchor':
    'The specification does not say whether a pattern must match the whole value (here: {chosen}). With {other} the answer is {result}.',
  'note.pattern-unit':
    'A pattern compares {chosen} here. Envoy compares bytes from version 1.39 on, and characters in earlier versions. With {other} the answer is {result}.',
  'note.star-pattern':
    'The pattern `*` is not a valid regular expression. Istio reads it as “is present” (here: {chosen}). With {other} the answer is {result}.',
  'note.prefix-trailing-slash':
    'The specification does not say whether the trailing slash of a prefix counts as a character (here: {chosen}). With {other}, {entry} takes precedence.',
  'note.criteria-order':
    'The order of the criteria between two matches decides here ({chosen}). With {other}, {entry} takes precedence.',
  'note.name-order':
    'The order of namespace and name decides here ({chosen}). With {other}, {entry} takes precedence.',
  'note.regex-rank':
    'The rank of a regular expression among exact paths and prefixes depends on the implementation (here: {chosen}). With {other}, {entry} takes precedence.',
  'note.request-refused':
    'Envoy answers some requests with 400 before it uses any route: unknown methods, CONNECT with a path, `%00` (here: {chosen}). With {other} the answer is {result}.',
  'note.underscore-header':
    'The request has a header with `_` in its name. Envoy Gateway answers it with 400 (here: {chosen}). With {other} the answer is {result}.',
  'note.hostname-fallthrough':
    'Routes of a less specific hostname take requests that the more specific one does not match. Envoy does not fall through (here: {chosen}). With {other} the answer is {result}.',
  'note.listener-isolation':
    'It depends on the implementation whether routes of less specific listeners also apply (isolation here: {chosen}). With {other} the answer is {result}.',
  'note.misdirected-request':
    'The host of this request belongs to another listener than its TLS connection. Not every implementation detects this (here: {chosen}). With {other} the answer is {result}.',
  'note.groups-united':
    'Consumer routes of {namespace} and producer routes compete in one table here. By the specification, only the consumer routes apply.',
  'note.kinds-coexist':
    '{route} applies together with routes of kind {kind} on this port. By the specification, only the {kind}s apply.',
  'note.client-outside-mesh':
    'The client is outside the mesh. The specification does not say whether producer routes apply to it (here: {chosen}). With {other} the answer is {result}.',
  'note.experimental-field':
    '{fields} belongs to the experimental channel. A cluster with the CRDs of the standard channel drops it silently.',
  'note.policies-overlap':
    'A consumer policy and a producer policy of the same kind have the same target. The specification does not say whether both act (here: {chosen}). With {other}: {result}.',
  'note.redirect-query':
    'The specification does not say whether a redirect keeps the query string (here: {chosen}). With {other} it leads to {result}.',
  'note.redirect-host-port':
    'By the specification, this redirect drops the port of the Host header. Envoy keeps it if the filter sets no port (here: {chosen}). With {other} it leads to {result}.',
  'note.redirect-default-port':
    'Envoy Gateway omits ports 80 and 443 from a redirect for every scheme (here: {chosen}). With {other} it leads to {result}.',
  'note.prefix-redirect':
    'Implementations replace prefixes in redirects differently (here: {chosen}). With {other} it leads to {result}.',
  'note.root-prefix':
    'Envoy replaces the prefix `/` as one character and adds no slash after the replacement (here: {chosen}). With {other} the path is {result}.',
  'note.removed-header':
    'One modifier removes a header and also sets or adds it. The specification does not say which comes first; Envoy removes first (here: {chosen}). With {other}: {result}.',
  'note.sniffed-port':
    'The name of the dialled port tells no protocol. On such a port, the proxy of Istio goes by the dialled address, not by the Host header (here: {chosen}). With {other}: {result}.',
  'note.host-header-port':
    'The Host header has another port than the request dials. Istio ignores it (here: {chosen}). With {other}: {result}.',
  'note.grpc-as-paths':
    'Istio reads a GRPCRoute as conditions on paths and headers. It also takes requests that are not gRPC, and its rules and those of HTTPRoutes are one list (here: {chosen}). With {other}: {result}.',
  'note.parent-ports-apart':
    'Some routes name the port in their parentRef, and some name none. Istio does not merge them: on this port, only the group with the oldest route applies (here: {chosen}). With {other}: {result}.',
  'note.headless-service-routed':
    'The Service is headless. By the specification, no route applies to it; Istio applies routes on ports that may be HTTP (here: {chosen}). With {other}: {result}.',
  'note.connection-routes-everywhere':
    'A TCPRoute or TLSRoute of another namespace names this Service. In Istio, it applies to the clients of all namespaces (here: {chosen}). With {other}: {result}.',
  'note.other-server-name':
    'No TLSRoute lists the server name of the connection. Istio passes such a connection on to the dialled address (here: {chosen}). With {other}: {result}.',
  'note.unsupported-filter':
    'A route has a filter that Istio does not support, or a GRPCRoute has a mirror without a usable backend. Istio then ignores the whole route (here: {chosen}). With {other}: {result}.',
  'note.selector-unmatched':
    'The selector of a Service matches no workload of these manifests, which have other workloads. The answer depends on whether it has endpoints (here: {chosen}). With {other}: {result}.',
  'note.last-header-change':
    'The rule and its backendRef change the same header. The specification does not say which change is applied last (here: {chosen}). With {other}: {result}.',
  'note.filter-local-response':
    'The specification does not say whether response filters act on responses of the data plane itself (here: {chosen}). With {other}: {result}.',
  'note.mirror-with-redirect':
    'A rule can have a mirror and a redirect. Istio mirrors nothing, and Envoy Gateway rejects the rule (here: {chosen}). With {other}: {result}.',
  'note.retried-errors':
    'The errors that are retried in addition to the listed codes depend on the implementation (here: {chosen}; Istio and Envoy Gateway retry only failures to connect). With {other} the answer is {result}.',
  'note.retry-codes-unspecified':
    'The retry stanza lists no codes. The specification does not say which codes are retried in this case (here: {chosen}). With {other} the answer is {result}.',
  'note.timeout-unspecified':
    'The rule sets no timeout. The specification gives no default (here: {chosen}; Envoy Gateway ends a request after 15 s). With {other} the answer is {result}.',
  'note.backoff-jittered':
    'By the specification, the backoff of {backoff} is a minimum. Envoy waits for a random time up to about this value.',
  'note.one-level-only': 'Routes on {service} do not apply: a request is routed only once.',
  'note.grpc-on-http-route':
    '{route} is an HTTPRoute. For it, a gRPC request is a POST to the path of the method.',
  'note.retry-unspecified':
    'The retry stanza sets no number of attempts. The specification does not say how many retries there are in this case.',
  'note.path-not-normalised':
    'Some proxies normalise {path} before they compare it: Istio to {istio}, Envoy Gateway to {gateway} (here: {chosen}).',
  'note.path-not-normalised-redirect':
    'Some proxies normalise {path} before they compare it: Istio to {istio}; Envoy Gateway answers with a redirect (307) to {gateway} (here: {chosen}).',
  'note.endpoints-unknown':
    'The manifests do not say how many endpoints {service} has. This answer assumes that it responds.',
  'note.age-unknown': '{loser} has no creationTimestamp and is treated as younger than {winner}.',
  'note.name-decided':
    '{winner} takes precedence over {loser} only by the alphabetical order of names. In a cluster the older route takes precedence; these manifests have no timestamps.',
  'note.name-decided-dated':
    '{winner} and {loser} have the same age: only the alphabetical order of names decides.',
  'note.regex-invalid': '{pattern} is not a valid RE2 pattern ({reason}) and never matches.',
  'note.no-backends':
    'A rule without backendRefs answers with 500. The request does not go to the parent Service.',
  'note.zero-weight':
    'The specification gives no status for a rule with only zero weights. This profile answers with {status}.',
  'note.backends-elided':
    'The manifest omits the backends of this rule (`...`). The backend is assumed to be {service} itself.',
  'note.filter-broken':
    'Filter {filter} cannot be used. Requests that need it get an error; the filter is not skipped.',
  'note.mirror-dropped':
    'The mirror to {service} cannot be used and is dropped. The request itself is not affected.',
  'note.kind-conflict':
    '{route} is ignored on this port, because a {lostTo} applies: only one kind of route applies to a port.',
  'note.protocol-mismatch': 'The {kind}s on this port match requests. They do not apply to a raw connection.',
  'note.http-on-grpc-route':
    'Only a GRPCRoute applies here, and this is not a gRPC request, so nothing matches.',
  'note.backend-ref-unresolved':
    '{service} cannot be used ({cause}). Its share of the requests gets an error.',
  'note.no-ready-endpoints': '{service} has no ready endpoints.',
  'note.consumer-routes-elsewhere':
    'There are consumer routes for this Service in {namespaces}. They apply only to clients there.',
} as const;

/** The key of a sentence, which all languages share. */
export type MessageKey = keyof typeof MESSAGES_EN;

/** The sentences of one language. */
export type Messages = Readonly<Record<MessageKey, string>>;
