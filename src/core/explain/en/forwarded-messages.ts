/**
 * The sentences of a request in a mesh that a route forwards, in English, with the notes of the first example.
 * They are part of the page's first
 * download. messages.ts has the other sentences.
 */
export const FORWARDED_MESSAGES_EN = {
  'outcome.forwarded': 'Forwarded to {backends}',
  'step.1': 'The client sends',
  'step.2': 'The data plane intercepts',
  'step.3': 'The target Service is identified',
  'step.4': 'No route applies: original destination',
  'step.5': 'The best matching route forwards',
  'step.6': 'Routes apply, none matches: rejected',
  'send.workload': '{workload} in namespace {namespace} sends {request}.',
  'send.namespace': 'A workload in namespace {namespace} sends {request}.',
  'intercept.yes': 'The data plane of the mesh intercepts the request before it leaves the client.',
  'identify.name':
    '{host} is the name of Service {service} in the client’s own namespace; port {port} is its frontend.',
  'identify.dns-name':
    '{host} is a DNS name of Service {service}; port {port} is its frontend. Hostnames of routes do not matter.',
  'skip.identify': 'Not reached.',
  'pass.skipped': 'Skipped: routes apply to this request.',
  'route.consumer':
    'Consumer routes of {namespace} apply to this client. They take precedence over producer routes.',
  'route.producer':
    'Producer routes of {service} apply, because the client’s namespace has no consumer routes for it.',
  'route.producer-own': 'Producer routes of {service} apply to clients of every namespace.',
  'route.won': '{route} wins with {rule}, the best of {count} matching candidates.',
  'route.won-only': '{route} wins with {rule}, the only matching candidate.',
  'route.lost-by': 'It takes precedence over {loser} because of {criterion}.',
  'route.forwards': 'It forwards to {backends}.',
  'route.skipped': 'Skipped: no route won this request.',
  miss: '{on} must be {expected} but is {actual}',
  'miss.none': '{on} must be {expected} but is missing',
  'because.consumer': '{namespace} has consumer routes for {service}.',
  'because.consumer-first':
    '{namespace} has consumer routes of its own for {service}; the producer routes do not count.',
  'because.producer': '{namespace} has no consumer routes for {service}, so the producer routes count.',
  'because.producer-own': 'Producer routes of {service} count for clients of every namespace.',
  'because.only': 'No other rule matches.',
  'because.precedence': 'This rule takes precedence over {loser} because of {criterion}.',
  'reject.skipped': 'Skipped: the request is not rejected.',
  'not-reached': 'Not reached.',
  'rule.named': 'rule {index} “{name}”',
  rule: 'rule {index}',
  'share.of': '{backend} ({share})',
  and: ' and ',
  comma: ', ',
  'sentence.space': ' ',
  'criterion.hostname': 'its more specific hostname',
  'criterion.exact-path': 'its exact path',
  'criterion.path-type': 'its path type',
  'criterion.path-length': 'its longer path',
  'criterion.service': 'its longer gRPC service',
  'criterion.method': 'its method',
  'criterion.headers': 'more header conditions',
  'criterion.query': 'more query conditions',
  'criterion.age': 'age: the older route takes precedence',
  'criterion.name': 'the alphabetical order of namespace/name',
  'criterion.regex-order': 'the order of the expressions: the longer text is tried first',
  'criterion.rule-length': 'the longer text of its rule',
  'criterion.position': 'its earlier position in the route',
  'timeout.request': '{duration} for the whole request',
  'timeout.backendRequest': '{duration} for each attempt',
  'route.timeouts': 'Timeouts: {timeouts}.',
  'note.consumer-shadows-producer':
    'There are also producer routes ({routes}). A namespace with consumer routes uses only those (GEP-1294; Istio does so). Linkerd ranks both together: profile `linkerd` shows that answer.',
  'note.mesh-reference-grant':
    '{service} is in another namespace, and no ReferenceGrant permits the reference. The specification does not say whether a mesh needs one (here: {chosen}).',
} as const;

/** The sentences that are always loaded. */
export type ForwardedMessages = Readonly<Record<keyof typeof FORWARDED_MESSAGES_EN, string>>;
