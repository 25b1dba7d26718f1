import type { ROUTING_CODES } from '../../findings/codes-routing.ts';
import { namespacedNameIn } from '../../ids/ids.ts';
import type { Args } from '../finding-words.ts';

/** One English sentence (or two) for each routing code: what is wrong, why it matters, what to do. */
export const ROUTING_SENTENCES: Readonly<Record<keyof typeof ROUTING_CODES, (args: Args) => string>> = {
  'duplicate-resource': ({ resource }) =>
    `\`${resource}\` is declared more than once. The last one is used, as with \`kubectl apply\`.`,
  'parent-service-missing': ({ route, service }) =>
    `\`${route}\` has Service \`${service}\` as its parent, but no manifest declares it. The route has no effect there.`,
  'parent-service-assumed': ({ service, port }) =>
    `No manifest declares Service \`${service}\`. The manifests declare no Services at all, so this Service is assumed to exist with port ${port}.`,
  'parent-service-headless': ({ route, service }) =>
    `Service \`${service}\` is headless (\`clusterIP: None\`). It has no frontend, so \`${route}\` has no effect there.`,
  'parent-service-external-name': ({ route, service }) =>
    `Service \`${service}\` is of type ExternalName. It has no frontend in the cluster, so \`${route}\` has no effect there.`,
  'parent-port-missing': ({ route, service, port, ports }) =>
    `Service \`${service}\` has no port ${port}${ports === '' ? '' : ` (it has ${ports})`}: \`${route}\` does not attach there.`,
  'parent-section-missing': ({ route, service, section, sections }) =>
    `Service \`${service}\` has no port named \`${section}\`${sections === '' ? '' : ` (it has ${sections})`}: \`${route}\` does not attach there.`,
  'parent-kind-not-simulated': ({ route, parent }) =>
    `\`${route}\` also has the parent \`${parent}\`, a kind of parent that is not simulated.`,
  'parent-kind-outdated': ({ route, parent }) =>
    `\`${route}\` refers to its parent \`${parent}\` with the experimental kind \`XListenerSet\`, which no longer exists. The kind is now \`ListenerSet\` of \`gateway.networking.k8s.io\`. The route does not attach.`,
  'parent-group-wrong': ({ route, parent, kind, group }) =>
    `\`${route}\` refers to ${kind} \`${parent}\` in the API group \`${group}\`. The group of ${kind} is \`gateway.networking.k8s.io\`. The route does not attach, and no controller writes a status.`,
  'parent-service-without-group': ({ route, parent, written }) =>
    `\`${route}\` refers to Service \`${parent}\` in group \`${written}\`. A Service is in the core group: the route does not attach without \`group: ""\`.`,
  'parent-kind-misspelt': ({ route, parent, written, kind }) =>
    `\`${route}\` refers to its parent \`${parent}\` with kind \`${written}\`. The correct kind is \`${kind}\`. The route does not attach.`,
  'parent-gateway-is-service': ({ route, parent }) =>
    `\`${route}\` has Gateway \`${parent}\` as its parent. No manifest declares that Gateway, but there is a Service with this name. To attach to the Service, write \`group: ""\` and \`kind: Service\`.`,
  'parent-ports-hide-routes': ({ route, other, service, port }) =>
    `\`${route}\` does not apply to port ${port} of Service \`${service}\`: \`${other}\` does, and only one of them names the port in its parentRef. Istio does not merge such routes, and the older one applies.`,
  'route-kind-conflict': ({ route, kind, service, port }) =>
    `\`${route}\` does not apply to port ${port} of Service \`${service}\`, because a ${kind} does: only one kind of route applies to a port.`,
  'hostnames-ignored': ({ route, hostnames }) =>
    `The hostnames of \`${route}\` (${hostnames}) have no effect in a mesh. Match the \`Host\` header instead.`,
  'route-without-parents': ({ route }) => `\`${route}\` has no parentRefs, so it has no effect.`,
  'route-without-rules': ({ route }) =>
    `\`${route}\` has no rules. It matches nothing, so every request to its parents is rejected.`,
  'backend-service-missing': ({ route, service }) =>
    `\`${route}\` forwards to Service \`${service}\`, but no manifest declares it. Its share of the requests gets a 500.`,
  'backend-port-missing': ({ route, service, port, ports }) =>
    `\`${route}\` forwards to port ${port} of Service \`${service}\`, which has ${ports === '' ? 'no ports' : `only ${ports}`}. Its share of the requests gets a 500.`,
  'backend-port-is-target-port': ({ service, port, use }) =>
    `Port ${port} is the target port of Service \`${service}\`. A backendRef needs the Service port, here ${use}.`,
  'backend-kind-unknown': ({ route, kind }) =>
    `\`${route}\` forwards to a \`${kind}\`. This kind can never be a backend. Its share of the requests gets a 500.`,
  'backend-ref-not-permitted': ({ route, service }) =>
    `\`${route}\` refers to Service \`${service}\` in another namespace, and no ReferenceGrant there permits it. Its share of the requests gets a 500.`,
  'backend-external-name': ({ route, service }) =>
    `\`${route}\` forwards to ExternalName Service \`${service}\`, which has no endpoints of its own. Its share of the requests gets a 500.`,
  'backend-protocol-incompatible': ({ route, service, port, protocol }) =>
    `Port ${port} of Service \`${service}\` uses \`${protocol}\`, which is not compatible with \`${route}\`. Its share of the requests gets a 500.`,
  'backend-without-endpoints': ({ service, port }) =>
    `Port ${port} of Service \`${service}\` has no ready endpoints. Its share of the requests gets a 503.`,
  'rule-without-backends': ({ route, rule }) =>
    `Rule ${rule} of \`${route}\` has no backendRefs. Requests that match it get a 500; they do not go to the parent Service.`,
  'routes-contested': ({ winner, loser, rule, by, request }) =>
    `\`${winner}\` and rule ${rule} of \`${loser}\` match \`${request}\` equally well but do different things. \`${winner}\` wins only because ${by === 'age' ? 'it is older' : 'its namespace and name sort first; the manifests have no timestamps that could decide'}.`,
  'rule-never-reached': ({ route, rule, blockers, effect, open = '' }) =>
    `No request can ever reach rule ${rule} of \`${route}\`: \`${blockers}\` takes all of its requests first${effectOf(effect)}.${openOf(open)}`,
  'match-never-reached': ({ route, rule, match, blockers, effect, open = '' }) =>
    `No request can ever reach match ${match} of rule ${rule} of \`${route}\`: \`${blockers}\` takes all of its requests first${effectOf(effect)}.${openOf(open)}`,
  'catch-all-missing': ({ service, route, lacks, request }) =>
    `\`${route}\` matches requests with \`${lacks}\`, but no rule matches requests without it. For example, at \`${service}\`, \`${request}\` is rejected.`,
  'consumer-routes-hide-producer': ({ namespace, service, consumer, producer, request }) =>
    `For clients in \`${namespace}\`, only the consumer routes of \`${namespace}\` (\`${consumer}\`) apply at \`${service}\`. For example, \`${request}\` is rejected, although \`${producer}\` takes it for other clients.`,
  'weights-all-zero': ({ route, rule }) =>
    `All weights of rule ${rule} of \`${route}\` are zero. Requests that match it are not forwarded.`,
  'mirror-target-unusable': ({ route, service }) =>
    `\`${route}\` mirrors to Service \`${service}\`, which cannot be used. The copy is dropped; the request itself is not affected.`,
  'access-policy-incomplete': ({ policy, part }) =>
    `\`${policy}\` needs \`${part}\`, which is missing or empty. Istio refuses it.`,
  'access-key-unknown': ({ policy, key }) =>
    `\`${policy}\` has a condition on \`${key}\`, which is not an attribute of Istio. Istio refuses it.`,
  'access-selects-nothing': ({ policy, selector }) =>
    `The selector of \`${policy}\` (${selector}) selects none of the workloads that are declared there, so that the policy applies to nothing.`,
  'access-rule-on-connections': ({ policy, rule, port, action }) =>
    action === 'ALLOW'
      ? `Rule ${rule} of \`${policy}\` reads requests, but \`${port}\` is not HTTP. There the rule never matches, so that the policy refuses every connection.`
      : `Rule ${rule} of \`${policy}\` reads requests, but \`${port}\` is not HTTP. There the conditions are ignored, so that the rule refuses every connection.`,
  'access-account-undeclared': ({ policy, principal }) =>
    `\`${policy}\` names \`${principal}\`. No workload or ServiceAccount of the manifests has this identity.`,
  'selector-picks-nothing': ({ service, selector }) =>
    `The selector of Service \`${service}\` (${selector}) selects none of the workloads that are declared in its namespace.`,
  'parent-gateway-missing': ({ route, gateway }) =>
    `\`${route}\` has \`${gateway}\` as its parent, but no manifest declares it. The route does not attach, and no controller writes a status.`,
  'default-gateway-missing': ({ route }) =>
    `\`${route}\` uses the default Gateways (\`useDefaultGateways: All\`), but no Gateway has \`defaultScope: All\`.`,
  'gateway-class-missing': ({ gateway, class: name }) =>
    `\`${gateway}\` has class \`${name}\`, which no manifest declares. The Gateway stays pending.`,
  'parameters-missing': ({ resource, parameters }) =>
    `\`${resource}\` uses the parameters \`${parameters}\`, which no manifest declares. It is not accepted (InvalidParameters).`,
  'address-type-unsupported': ({ gateway, type }) =>
    `\`${gateway}\` requests an address of type \`${type}\`, which only one implementation supports. Other implementations do not accept the Gateway (UnsupportedAddress), and it receives no traffic here.`,
  'listener-not-found': ({ route, gateway, section, port, listeners }) =>
    `\`${route}\` refers to ${[section === '' ? [] : `listener \`${section}\``, port === '' ? [] : `port ${port}`].flat().join(' and ')} of \`${gateway}\`, which has ${listeners === '' ? 'no listeners' : listeners}. The route is not accepted (NoMatchingParent).`,
  'listener-refuses-kind': ({ route, gateway, kind }) =>
    `\`${route}\` refers to \`${gateway}\`, but no listener there accepts a ${kind}. The route is not accepted (NotAllowedByListeners).`,
  'listener-refuses-namespace': ({ route, gateway, namespace }) =>
    `The listeners of \`${gateway}\` do not accept routes from namespace \`${namespace}\`, so \`${route}\` is not accepted (NotAllowedByListeners). By default, listeners accept routes only from the namespace of the Gateway.`,
  'listener-hostname-mismatch': ({ route, gateway, hostnames, listeners }) =>
    `The hostnames of \`${route}\` (${hostnames}) do not overlap with those of the listeners of \`${gateway}\` (${listeners}). The route is not accepted.`,
  'listener-conflicted': ({ listener, reason }) =>
    `\`${listener}\` conflicts with another listener on its port (${reason}). It receives no traffic.`,
  'listener-protocol-unsupported': ({ listener, protocol }) =>
    `\`${listener}\` uses \`${protocol}\`, a protocol of one implementation. It is not simulated.`,
  'policy-target-missing': ({ policy, target }) =>
    `\`${policy}\` targets \`${target}\`, which no manifest declares. It has no effect there.`,
  'policy-section-missing': ({ policy, target, section }) =>
    `\`${policy}\` targets the section \`${section}\` of \`${target}\`, which has no section with this name. The policy is not attached.`,
  'policy-conflicted': ({ policy, target }) =>
    `An older policy of the same kind already targets \`${target}\`. \`${policy}\` has no effect there (Conflicted).`,
  'field-dropped': ({ field }) =>
    `\`${field}\` is not in the standard channel of Gateway API. The cluster drops it silently.`,
  'kind-not-in-channel': ({ kind, group }) =>
    `A cluster with the standard channel of Gateway API has no \`${kind}\` (\`${group}\`). \`kubectl apply\` rejects the document.`,
  'gateway-assumed': ({ route, gateway }) =>
    `\`${route}\` has \`${gateway}\` as its parent, but the manifests declare no Gateway at all. The Gateway is assumed to exist, with the listeners that parentRefs refer to, and to accept routes from every namespace.`,
  'listener-kind-invalid': ({ listener, kinds }) =>
    `\`${listener}\` allows kinds that are not compatible with its protocol (${kinds}). These kinds are ignored.`,
  'listener-https-without-tls': ({ listener }) =>
    `\`${listener}\` uses HTTPS but has no \`tls\`, so it has no certificate. A cluster admits the listener, but it receives no traffic (Programmed=False).`,
  'certificate-unusable': ({ listener }) =>
    `A certificate of \`${listener}\` is missing or malformed. The listener receives no traffic.`,
  'certificate-not-permitted': ({ listener }) =>
    `A certificate of \`${listener}\` is in another namespace, and no ReferenceGrant there permits the reference.`,
  'listener-set-not-allowed': ({ set, gateway }) =>
    `\`${gateway}\` does not allow \`${set}\` to add listeners. The default of \`allowedListeners\` is None.`,
  'listener-set-parent-missing': ({ set, gateway }) =>
    `\`${set}\` has \`${gateway}\` as its parent, but no manifest declares such a Gateway. The listeners belong to no Gateway, and no route attaches to them.`,
  'route-kinds-share-hostname': ({ route, other, listener }) =>
    `\`${route}\` and \`${other}\` have the same host names on \`${listener}\`. Both are accepted here, and gRPC calls use the GRPCRoute first. An implementation may accept only the older route.`,
  'redirect-to-itself': ({ route, rule, listener }) =>
    `Rule ${rule} of \`${route}\` redirects requests from \`${listener}\` to the same listener, host and path. Clients end in a redirect loop.`,
  'host-header-modified': ({ route, rule }) =>
    `Rule ${rule} of \`${route}\` sets the \`Host\` header with a header modifier. The backend receives the new host, but Envoy Gateway rejects such a filter. Use \`hostname\` of URLRewrite instead.`,
  'header-value-percent': ({ route, header, value }) =>
    `\`${route}\` sets header \`${header}\` to \`${value}\`. Data planes based on Envoy read \`%\` as a command: they replace it or reject the whole configuration. Write \`%%\` for them.`,
  'path-without-slash': ({ route, value }) =>
    `\`${route}\` replaces a path with \`${value}\`, which does not start with \`/\`. A redirect adds the slash; a rewrite sends an invalid path.`,
  'full-path-empty': ({ route }) =>
    `\`${route}\` replaces the full path with an empty value. It is read as \`/\` here; Envoy does not change the path.`,
  'full-path-with-query': ({ route, value }) =>
    `\`${route}\` replaces the full path with \`${value}\`, which contains a query. In a redirect it replaces the query of the request; in a rewrite the query of the request is added after it.`,
  'query-value-not-raw': ({ route, parameter, value }) =>
    `\`${route}\` matches query parameter \`${parameter}\` with \`${value}\`, which must be encoded in a URL. Implementations that compare the raw text, such as Istio and Envoy Gateway, never match it.`,
  'header-name-underscore': ({ route, header }) =>
    `\`${route}\` matches header \`${header}\`. With this profile, requests with \`_\` in a header name get a 400, so no request matches it.`,
  'regex-invalid': ({ pattern, reason }) =>
    `\`${pattern}\` is not a valid RE2 pattern (${reason}). This match never holds.`,
  'backend-kind-not-simulated': ({ route, backend }) =>
    `\`${route}\` forwards to \`${backend}\`. An implementation may support this kind, but it is not simulated. The result for its share of the requests is unknown.`,
  'backend-object-missing': ({ route, backend, kind }) =>
    `\`${route}\` forwards to \`${backend}\`, but no manifest declares it, although others of kind ${kind} are declared. Its share of the requests gets a 500.`,
  'extension-filter-missing': ({ route, filter, kind }) =>
    `\`${route}\` uses the filter \`${filter}\`, but no manifest declares it, although others of kind ${kind} are declared. Requests that match its rule get a 500.`,
  'namespace-labels-unknown': ({ resource, gateway, namespace }) =>
    `\`${gateway}\` selects namespaces by label, and no manifest declares Namespace \`${namespace}\`. It is unknown whether \`${gateway}\` accepts \`${resource}\`; the answers assume that it does.`,
  'tcp-route-at-tls-listener': ({ route, gateway }) =>
    `\`${gateway}\` terminates TLS at the listener that \`${route}\` refers to. By the specification, such a listener accepts no TCPRoute. Some implementations accept it (profile \`istio\`).`,
  'client-certificate-unusable': ({ resource, certificate, why }) =>
    `The certificate that \`${resource}\` presents to backends cannot be used: \`${certificate}\` ${why === 'kind' ? 'is of a kind that contains no certificate' : why === 'not-permitted' ? 'is in another namespace, and no ReferenceGrant there permits it' : 'is missing or malformed'}.`,
  'ca-certificate-unusable': ({ resource, certificate, why }) =>
    `\`${resource}\` cannot verify certificates with \`${certificate}\`: it ${why === 'kind' ? 'is of a kind that contains no certificate' : why === 'not-permitted' ? 'is in another namespace, and no ReferenceGrant there permits it' : 'is missing or malformed'}.`,
  'listener-set-parent-not-accepted': ({ set, gateway, reason }) =>
    `\`${gateway}\` is not accepted (${reason}), so \`${set}\` is not accepted. Its listeners receive no traffic.`,
  'external-auth-unusable': ({ route, cause }) =>
    `The server of an ExternalAuth filter of \`${route}\` cannot be used (${cause}). Requests that match the rule get a 500.`,
  'ca-certificates-all-unusable': ({ resource }) =>
    `None of the CA certificates of \`${resource}\` can be used. Certificates cannot be verified, so its connections fail.`,
  'listeners-not-valid': ({ resource }) =>
    `None of the listeners of \`${resource}\` is valid, so it is not accepted (ListenersNotValid). It receives no traffic.`,
  'client-validation-unusable': ({ listener, gateway }) =>
    `\`${gateway}\` verifies client certificates, but not all of its CA certificates can be used. This affects \`${listener}\`, too.`,
  'backend-transport-mismatch': ({ route, service, port, protocol, transport }) =>
    `Port ${port} of Service \`${service}\` is a ${protocol} port, but \`${route}\` forwards ${transport}. Its share of the traffic is dropped.`,
  'address-not-an-ip': ({ gateway, value }) =>
    `\`${gateway}\` requests the address \`${value}\`, which is not an IP address.`,
  'backend-expects-tls': ({ route, service, port, sign }) =>
    `Port ${port} of Service \`${service}\` seems to expect TLS (\`${sign}\`), but \`${route}\` forwards plain text: no BackendTLSPolicy targets it. The number and the name of a port do not switch on TLS.`,
  'cors-preflight-unmatched': ({ route, rule, on }) =>
    `No CORS preflight can match rule ${rule} of \`${route}\`, because the rule matches on \`${on}\`. A browser sends OPTIONS without the headers of the request, so the CORS filter never answers it.`,
  'weights-across-rules': ({ route, rule, first }) =>
    `Rules ${first} and ${rule} of \`${route}\` match the same requests. Weights apply only within one rule, so rule ${first} takes all requests. Put both backends into one rule.`,
  'reference-grant-near-miss': ({ grant, field, written, wanted, from, target }) =>
    `\`${grant}\` does not permit the reference from ${from} to \`${target}\`: its \`${field}\` is \`${written}\` but must be \`${wanted}\`.`,
};

function effectOf(effect: string | number | undefined): string {
  return effect === 'different' ? ', with a different result' : ', with the same result';
}

/** Notes on related places, by their names in findings. */
export const ROUTING_NOTES = {
  'similar-name': 'this name is similar',
  'the-one-that-counts': 'this one is used',
  'policy-target': 'its target',
  'the-other-route': 'the other route is here',
  'same-name-elsewhere': 'a Service with this name is here',
  'takes-the-requests': 'this rule takes the requests',
  'takes-it-elsewhere': 'this route takes it for other clients',
} satisfies Readonly<Record<string, string>>;

/** Titles of fixes, by their names in findings. */
export const ROUTING_FIXES = {
  'use-name': ({ name }) => `Use \`${name}\``,
  'allow-namespace': ({ namespace, listener }) =>
    `Let listener \`${listener}\` accept routes from \`${namespace}\``,
  'use-certificate': ({ secret }) => `Use the certificate in Secret \`${secret}\``,
  'use-parent': ({ kind, parent }) => `Attach to ${kind} \`${parent}\``,
  'use-namespace': ({ namespace }) => `Use namespace \`${namespace}\``,
  'use-gateway-group': ({ kind }) => `Use ${kind} of \`gateway.networking.k8s.io\``,
  'use-service-port': ({ port }) => `Use port ${port}`,
  'use-section': ({ section }) => `Use section \`${section}\``,
  'add-group': ({ group }) => `Add \`group: ${group}\``,
  'add-reference-grant': ({ namespace }) => `Add a ReferenceGrant in namespace \`${namespace}\``,
  'add-catch-all': ({ service, port }) => `Send all other requests to \`${service}:${port}\``,
  'add-service': ({ service }) => `Declare Service \`${service}\``,
  'add-hidden-rule': ({ from, rule, route, grants = 0 }) =>
    `Add rule ${rule} of \`${namespacedNameIn(String(from))}\` to \`${namespacedNameIn(String(route))}\`${withGrant(grants)}`,
  'add-path-rule': ({ path, route, grants = 0 }) =>
    `Add a rule for \`${path}\` to \`${namespacedNameIn(String(route))}\`${withGrant(grants)}`,
  'add-catch-all-to': ({ service, port, route, grants = 0 }) =>
    `Send all other requests to \`${service}:${port}\` in \`${namespacedNameIn(String(route))}\`${withGrant(grants)}`,
  'add-producer-route': ({ service }) => `Add a producer route for \`${service}\``,
  'add-consumer-route': ({ service, namespace, grants = 0 }) =>
    `Add a consumer route for \`${service}\` in \`${namespace}\`${withGrant(grants)}`,
  'add-gateway-route': ({ listener, service }) =>
    `Add a route from listener \`${listener}\` to \`${service}\``,
} satisfies Readonly<Record<string, (args: Args) => string>>;

/** Returns the ReferenceGrants that a fix also adds. */
function withGrant(grants: string | number): string {
  return grants === 0 ? '' : ', with a ReferenceGrant';
}

/** Returns the open points of the specification that make a rule dead. */
function openOf(open: Args[string]): string {
  const parts = String(open ?? '').split(', ');
  return (
    (parts.includes('regexRank')
      ? ' This depends on how the profile ranks patterns, which the specification leaves open. Another implementation may decide differently.'
      : '') +
    (parts.includes('age')
      ? ' This depends on the order of names: in a cluster the older route takes precedence, and these manifests have no timestamps.'
      : '')
  );
}
