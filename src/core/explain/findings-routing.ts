import type { ROUTING_CODES } from '../findings/codes-routing.ts';
import type { Args } from './finding-words.ts';

/** One English sentence (or two) for each routing code: what is wrong, why it matters, what to do. */
export const ROUTING_SENTENCES: Readonly<Record<keyof typeof ROUTING_CODES, (args: Args) => string>> = {
  'duplicate-resource': ({ resource }) =>
    `\`${resource}\` is declared more than once; the last one counts, as \`kubectl apply\` would leave it.`,
  'parent-service-missing': ({ route, service }) =>
    `\`${route}\` names Service \`${service}\` as its parent, but no manifest declares it: the route applies to nothing.`,
  'parent-service-assumed': ({ service, port }) =>
    `No manifest declares Service \`${service}\`. Since nothing here declares any Service, it is assumed to exist with port ${port}.`,
  'parent-service-headless': ({ route, service }) =>
    `Service \`${service}\` is headless (\`clusterIP: None\`): it has no frontend, so \`${route}\` applies to nothing there.`,
  'parent-service-external-name': ({ route, service }) =>
    `Service \`${service}\` is an ExternalName: it has no frontend in the cluster, so \`${route}\` applies to nothing there.`,
  'parent-port-missing': ({ route, service, port, ports }) =>
    `Service \`${service}\` has no port ${port}${ports === '' ? '' : ` (it has ${ports})`}: \`${route}\` does not attach there.`,
  'parent-section-missing': ({ route, service, section, sections }) =>
    `Service \`${service}\` has no port named \`${section}\`${sections === '' ? '' : ` (it has ${sections})`}: \`${route}\` does not attach there.`,
  'parent-kind-not-simulated': ({ route, parent }) =>
    `\`${route}\` also names \`${parent}\`, a kind of parent that is not simulated here.`,
  'parent-kind-outdated': ({ route, parent }) =>
    `\`${route}\` names \`${parent}\` by the experimental kind \`XListenerSet\`, which is gone: it is \`ListenerSet\` of \`gateway.networking.k8s.io\` now. Nobody takes the route there.`,
  'parent-group-wrong': ({ route, parent, kind, group }) =>
    `\`${route}\` names ${kind} \`${parent}\` in the API group \`${group}\`; a ${kind} belongs to \`gateway.networking.k8s.io\`. Nobody takes the route there, and nobody writes a status.`,
  'parent-service-without-group': ({ route, parent, written }) =>
    `\`${route}\` names Service \`${parent}\` in group \`${written}\`. A Service is in the core group: without \`group: ""\` the route does not attach to it.`,
  'parent-kind-misspelt': ({ route, parent, written, kind }) =>
    `\`${route}\` names \`${parent}\` by kind \`${written}\`. The kind is \`${kind}\`: the route does not attach.`,
  'parent-gateway-is-service': ({ route, parent }) =>
    `\`${route}\` names Gateway \`${parent}\`, which no manifest declares, and there is a Service of that name. To attach to the Service, write \`group: ""\` and \`kind: Service\`.`,
  'route-kind-conflict': ({ route, kind, service, port }) =>
    `\`${route}\` loses port ${port} of Service \`${service}\` to a ${kind}: only one kind of route applies to a port.`,
  'hostnames-ignored': ({ route, hostnames }) =>
    `The hostnames of \`${route}\` (${hostnames}) do not count in a mesh; match the \`Host\` header instead.`,
  'route-without-parents': ({ route }) => `\`${route}\` has no parentRefs: it applies to nothing.`,
  'route-without-rules': ({ route }) =>
    `\`${route}\` has no rules: it matches nothing, and every request it applies to is rejected.`,
  'backend-service-missing': ({ route, service }) =>
    `\`${route}\` forwards to Service \`${service}\`, but no manifest declares it: its share of the requests gets a 500.`,
  'backend-port-missing': ({ route, service, port, ports }) =>
    `\`${route}\` forwards to port ${port} of Service \`${service}\`, which has ${ports === '' ? 'no ports' : `only ${ports}`}: its share gets a 500.`,
  'backend-port-is-target-port': ({ service, port, use }) =>
    `Port ${port} is the target port of Service \`${service}\`; a backendRef names the Service port, here ${use}.`,
  'backend-kind-unknown': ({ route, kind }) =>
    `\`${route}\` forwards to a \`${kind}\`, a kind that can never be a backend: its share gets a 500.`,
  'backend-ref-not-permitted': ({ route, service }) =>
    `\`${route}\` may not refer to Service \`${service}\` in another namespace: no ReferenceGrant there permits it, and its share gets a 500.`,
  'backend-external-name': ({ route, service }) =>
    `\`${route}\` forwards to ExternalName Service \`${service}\`, which has no endpoints of its own: its share gets a 500.`,
  'backend-protocol-incompatible': ({ route, service, port, protocol }) =>
    `Port ${port} of Service \`${service}\` speaks \`${protocol}\`, which does not go with \`${route}\`: its share gets a 500.`,
  'backend-without-endpoints': ({ service, port }) =>
    `Service \`${service}\` port ${port} has no ready endpoints: its share of the requests gets a 503.`,
  'rule-without-backends': ({ route, rule }) =>
    `Rule ${rule} of \`${route}\` has no backendRefs: the requests that it wins get a 500, not the parent Service.`,
  'routes-contested': ({ winner, loser, rule, by, request }) =>
    `\`${winner}\` and rule ${rule} of \`${loser}\` ask for \`${request}\` equally and do different things: \`${winner}\` gets it only because ${by === 'age' ? 'it is older' : 'its namespace and name come first; the manifests carry no age that would decide'}.`,
  'rule-never-reached': ({ route, rule, blockers, effect, open = '' }) =>
    `No request can ever reach rule ${rule} of \`${route}\`: \`${blockers}\` takes all of them first${effectOf(effect)}.${openOf(open)}`,
  'match-never-reached': ({ route, rule, match, blockers, effect, open = '' }) =>
    `No request can ever reach match ${match} of rule ${rule} of \`${route}\`: \`${blockers}\` takes all of them first${effectOf(effect)}.${openOf(open)}`,
  'catch-all-missing': ({ service, route, lacks, request }) =>
    `\`${route}\` takes requests with \`${lacks}\`, and nothing takes those without it: at \`${service}\`, \`${request}\` is rejected.`,
  'consumer-routes-hide-producer': ({ namespace, service, consumer, producer, request }) =>
    `Clients in \`${namespace}\` cannot make requests that \`${producer}\` takes for others: at \`${service}\` the consumer routes of \`${namespace}\` (\`${consumer}\`) alone apply to them, and \`${request}\` is rejected.`,
  'weights-all-zero': ({ route, rule }) =>
    `All weights of rule ${rule} of \`${route}\` are zero: the requests that it wins are not forwarded.`,
  'mirror-target-unusable': ({ route, service }) =>
    `\`${route}\` mirrors to Service \`${service}\`, which cannot be used: the copy is dropped, the request itself is not affected.`,
  'selector-picks-nothing': ({ service, selector }) =>
    `The selector of Service \`${service}\` (${selector}) picks none of the workloads declared in its namespace.`,
  'parent-gateway-missing': ({ route, gateway }) =>
    `\`${route}\` names \`${gateway}\` as its parent, but no manifest declares it: nobody takes the route, and nobody writes a status.`,
  'default-gateway-missing': ({ route }) =>
    `\`${route}\` asks for the default Gateways (\`useDefaultGateways: All\`), but none here has \`defaultScope: All\`.`,
  'gateway-class-missing': ({ gateway, class: name }) =>
    `\`${gateway}\` is of class \`${name}\`, which no manifest declares: it stays pending.`,
  'parameters-missing': ({ resource, parameters }) =>
    `\`${resource}\` takes its settings from \`${parameters}\`, which no manifest declares: it is not accepted (InvalidParameters).`,
  'address-type-unsupported': ({ gateway, type }) =>
    `\`${gateway}\` asks for an address of type \`${type}\`, which belongs to one implementation: elsewhere it is not accepted (UnsupportedAddress), and takes no traffic here.`,
  'listener-not-found': ({ route, gateway, section, port, listeners }) =>
    `\`${route}\` asks for ${[section === '' ? [] : `listener \`${section}\``, port === '' ? [] : `port ${port}`].flat().join(' and ')} of \`${gateway}\`, which has ${listeners === '' ? 'no listeners' : listeners}: it is not accepted (NoMatchingParent).`,
  'listener-refuses-kind': ({ route, gateway, kind }) =>
    `No listener of \`${gateway}\` that \`${route}\` asks for takes a ${kind}: it is not accepted (NotAllowedByListeners).`,
  'listener-refuses-namespace': ({ route, gateway, namespace }) =>
    `The listeners of \`${gateway}\` do not take routes from namespace \`${namespace}\`: \`${route}\` is not accepted (NotAllowedByListeners). The default is the Gateway's own namespace.`,
  'listener-hostname-mismatch': ({ route, gateway, hostnames, listeners }) =>
    `The hostnames of \`${route}\` (${hostnames}) share nothing with those of the listeners of \`${gateway}\` (${listeners}): it is not accepted.`,
  'listener-conflicted': ({ listener, reason }) =>
    `\`${listener}\` cannot be told apart from another listener on its port (${reason}): it takes no traffic.`,
  'listener-protocol-unsupported': ({ listener, protocol }) =>
    `\`${listener}\` speaks \`${protocol}\`, a protocol of one implementation: it is not simulated.`,
  'policy-target-missing': ({ policy, target }) =>
    `\`${policy}\` targets \`${target}\`, which no manifest declares: it acts on nothing there.`,
  'policy-section-missing': ({ policy, target, section }) =>
    `\`${policy}\` targets the section \`${section}\` of \`${target}\`, which has none of that name: it is not attached.`,
  'policy-conflicted': ({ policy, target }) =>
    `An older policy of its kind has \`${target}\` already: \`${policy}\` does nothing there (Conflicted).`,
  'field-dropped': ({ field }) =>
    `\`${field}\` is not in the standard channel of Gateway API: the cluster drops it silently.`,
  'kind-not-in-channel': ({ kind, group }) =>
    `A cluster with the standard channel of Gateway API has no \`${kind}\` (\`${group}\`): \`kubectl apply\` refuses the document.`,
  'gateway-assumed': ({ route, gateway }) =>
    `\`${route}\` names \`${gateway}\` as its parent, but no manifest declares any Gateway: it is assumed, with the listeners that parentRefs name, open to routes of every namespace.`,
  'listener-kind-invalid': ({ listener, kinds }) =>
    `\`${listener}\` allows kinds that do not go with its protocol (${kinds}): these are left out.`,
  'listener-https-without-tls': ({ listener }) =>
    `\`${listener}\` speaks HTTPS but has no \`tls\`, and so no certificate to show: a cluster admits it, and it takes no traffic (Programmed=False).`,
  'certificate-unusable': ({ listener }) =>
    `A certificate of \`${listener}\` is missing or malformed: the listener takes no traffic.`,
  'certificate-not-permitted': ({ listener }) =>
    `A certificate of \`${listener}\` lies in another namespace, and no ReferenceGrant there permits it.`,
  'listener-set-not-allowed': ({ set, gateway }) =>
    `\`${gateway}\` does not let \`${set}\` add listeners: \`allowedListeners\` is None unless it says otherwise.`,
  'listener-set-parent-missing': ({ set, gateway }) =>
    `\`${set}\` belongs to \`${gateway}\`, which is no Gateway that a manifest declares: its listeners are nobody's, and no route attaches to them.`,
  'route-kinds-share-hostname': ({ route, other, listener }) =>
    `\`${route}\` and \`${other}\` are for the same host names on \`${listener}\`. Both are accepted here, and calls try the GRPCRoute first; an implementation may accept only the older one.`,
  'redirect-to-itself': ({ route, rule, listener }) =>
    `Rule ${rule} of \`${route}\` redirects requests that come in at \`${listener}\` to that same listener, with the same host and path: clients go round in circles.`,
  'host-header-modified': ({ route, rule }) =>
    `Rule ${rule} of \`${route}\` sets the \`Host\` header with a header modifier. The backend gets the new host, but Envoy Gateway refuses such a filter: use \`hostname\` of URLRewrite.`,
  'header-value-percent': ({ route, header, value }) =>
    `\`${route}\` sets header \`${header}\` to \`${value}\`. Data planes made of Envoy take \`%\` for a command: they replace it, or refuse the whole configuration. Write \`%%\` for them.`,
  'path-without-slash': ({ route, value }) =>
    `\`${route}\` replaces a path by \`${value}\`, which does not begin with \`/\`: a redirect gets the slash, a rewrite sends a path that is none.`,
  'full-path-empty': ({ route }) =>
    `\`${route}\` replaces the full path by nothing. That is read as \`/\` here; Envoy leaves the path as it is.`,
  'full-path-with-query': ({ route, value }) =>
    `\`${route}\` replaces the full path by \`${value}\`, which holds a query: in a redirect it takes the place of the request’s own, in a rewrite the request’s is put behind it.`,
  'query-value-not-raw': ({ route, parameter, value }) =>
    `\`${route}\` asks for query parameter \`${parameter}\` with \`${value}\`, which a URL cannot carry as it is. Those who compare the raw text, Istio and Envoy Gateway among them, never match it.`,
  'header-name-underscore': ({ route, header }) =>
    `\`${route}\` asks for header \`${header}\`. Under this profile requests with \`_\` in the name of a header are answered with 400: no such request gets here.`,
  'regex-invalid': ({ pattern, reason }) =>
    `\`${pattern}\` is no RE2 pattern (${reason}): this match never holds.`,
  'backend-kind-not-simulated': ({ route, backend }) =>
    `\`${route}\` forwards to \`${backend}\`, a kind that an implementation may know and that is not simulated: what becomes of its share is unknown.`,
  'backend-object-missing': ({ route, backend, kind }) =>
    `\`${route}\` forwards to \`${backend}\`, but no manifest declares it, though others of kind ${kind} are declared: its share of the requests gets a 500.`,
  'extension-filter-missing': ({ route, filter, kind }) =>
    `\`${route}\` names the filter \`${filter}\`, but no manifest declares it, though others of kind ${kind} are declared: requests of its rule get a 500.`,
  'namespace-labels-unknown': ({ resource, gateway, namespace }) =>
    `\`${gateway}\` selects namespaces by their labels, and no manifest declares Namespace \`${namespace}\`: whether it takes \`${resource}\` is not known; it is supposed to.`,
  'tcp-route-at-tls-listener': ({ route, gateway }) =>
    `\`${gateway}\` terminates TLS at the listener that \`${route}\` names. By the specification such a listener takes no TCPRoute; some implementations do (profile \`istio\`).`,
  'client-certificate-unusable': ({ resource, certificate, why }) =>
    `The certificate that \`${resource}\` shows to backends cannot be used: \`${certificate}\` ${why === 'kind' ? 'is of a kind that holds no certificate' : why === 'not-permitted' ? 'is in another namespace, and no ReferenceGrant there permits it' : 'is missing or malformed'}.`,
  'ca-certificate-unusable': ({ resource, certificate, why }) =>
    `\`${resource}\` cannot check certificates by \`${certificate}\`: it ${why === 'kind' ? 'is of a kind that holds no certificate' : why === 'not-permitted' ? 'is in another namespace, and no ReferenceGrant there permits it' : 'is missing or malformed'}.`,
  'listener-set-parent-not-accepted': ({ set, gateway, reason }) =>
    `\`${gateway}\` is not accepted (${reason}), so neither is \`${set}\`: its listeners take no traffic.`,
  'external-auth-unusable': ({ route, cause }) =>
    `The server that an ExternalAuth filter of \`${route}\` asks cannot be used (${cause}): the requests of its rule get a 500.`,
  'ca-certificates-all-unusable': ({ resource }) =>
    `None of the CA certificates of \`${resource}\` can be used: what they are to check cannot be checked, and its connections fail.`,
  'listeners-not-valid': ({ resource }) =>
    `None of the listeners of \`${resource}\` is valid, so it is not accepted (ListenersNotValid): it takes no traffic.`,
  'client-validation-unusable': ({ listener, gateway }) =>
    `\`${gateway}\` wants certificates of clients checked, and its CA certificates cannot all be used: that holds for \`${listener}\`, too.`,
  'backend-transport-mismatch': ({ route, service, port, protocol, transport }) =>
    `Port ${port} of Service \`${service}\` is a ${protocol} port, and \`${route}\` forwards ${transport}: its share is dropped.`,
  'address-not-an-ip': ({ gateway, value }) =>
    `\`${gateway}\` asks for the address \`${value}\`, which is no IP address.`,
  'backend-expects-tls': ({ route, service, port, sign }) =>
    `Port ${port} of Service \`${service}\` seems to speak TLS (\`${sign}\`), and \`${route}\` forwards plain text: no BackendTLSPolicy targets it. The number and the name of a port do not decide.`,
  'cors-preflight-unmatched': ({ route, rule, on }) =>
    `No preflight can match rule ${rule} of \`${route}\` (it asks for \`${on}\`): a browser sends OPTIONS without the headers of the request, and the CORS filter never answers it.`,
  'weights-across-rules': ({ route, rule, first }) =>
    `Rules ${first} and ${rule} of \`${route}\` match the same requests: weights count within one rule, so rule ${first} takes all of them. Put both backends into one rule.`,
  'reference-grant-near-miss': ({ grant, field, written, wanted, from, target }) =>
    `\`${grant}\` does not permit that ${from} refers to \`${target}\`: its \`${field}\` is \`${written}\` and would have to be \`${wanted}\`.`,
};

function effectOf(effect: string | number | undefined): string {
  return effect === 'different' ? ', and does something else with them' : ', to the same effect';
}

/** Notes beside related places, by their names in findings. */
export const ROUTING_NOTES = {
  'similar-name': 'this name is similar',
  'the-one-that-counts': 'this one counts',
  'policy-target': 'its target',
  'the-other-route': 'the other route is here',
  'same-name-elsewhere': 'a Service of that name is here',
  'takes-the-requests': 'this takes the requests',
  'takes-it-elsewhere': 'this takes it for everybody else',
} satisfies Readonly<Record<string, string>>;

/** Titles of fixes, by their names in findings. */
export const ROUTING_FIXES = {
  'use-name': ({ name }) => `Use \`${name}\``,
  'allow-namespace': ({ namespace, listener }) =>
    `Let listener \`${listener}\` take routes from \`${namespace}\``,
  'use-certificate': ({ secret }) => `Use the certificate in Secret \`${secret}\``,
  'use-parent': ({ kind, parent }) => `Attach to ${kind} \`${parent}\``,
  'use-namespace': ({ namespace }) => `Use namespace \`${namespace}\``,
  'use-gateway-group': ({ kind }) => `Use ${kind} of \`gateway.networking.k8s.io\``,
  'use-service-port': ({ port }) => `Use port ${port}`,
  'use-section': ({ section }) => `Use section \`${section}\``,
  'add-group': ({ group }) => `Add \`group: ${group}\``,
  'add-reference-grant': ({ namespace }) => `Add a ReferenceGrant in namespace \`${namespace}\``,
  'add-catch-all': ({ service, port }) => `Send everything else to \`${service}:${port}\``,
  'add-service': ({ service }) => `Declare Service \`${service}\``,
} satisfies Readonly<Record<string, (args: Args) => string>>;

/** What a dead rule rests on where the specification leaves it open. */
function openOf(open: Args[string]): string {
  const parts = String(open ?? '').split(', ');
  return (
    (parts.includes('regexRank')
      ? ' This rests on how the profile ranks patterns, which the specification leaves open: another implementation may decide otherwise.'
      : '') +
    (parts.includes('age')
      ? ' This rests on the order of names: in a cluster the older route goes first, and these manifests carry no ages.'
      : '')
  );
}
