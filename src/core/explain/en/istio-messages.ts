/** The sentences of traces about objects of Istio and KT-env, in English. Part of MESSAGES_EN. */
export const ISTIO_MESSAGES_EN = {
  'cause.NoCluster':
    'DNS finds the endpoints of the host, and none of them has the labels of the subset, so the proxy has no cluster for it',
  'cause.SubsetNotFound': 'no DestinationRule defines the subset for this client',
  'route.istio-gateway':
    'Virtual host {listener} has the request. At a Gateway of Istio, the rules of all VirtualServices for one host are one list: in the order of the VirtualServices, and rules for every request come last.',
  'cause.registry-only':
    'the outbound traffic policy REGISTRY_ONLY refuses hosts that the proxy does not know',
  'identify.virtual-host':
    'In Istio, the Host header selects the virtual host. {host} at port {port} is {service}.',
  'identify.virtual-host-plain':
    'In Istio, the Host header selects the virtual host. A VirtualService declares {host} at port {port}.',
  'identify.outside-host':
    'In Istio, the Host header selects the virtual host. A ServiceEntry declares {host} at port {port}.',
  'identify.connection-sni':
    'The proxy of the client does not read this connection. Its server name {name} selects {frontend}.',
  'identify.connection-port':
    'No address and no server name is declared for {host} at port {port}. {frontend} takes all other connections of this port.',
  'identify.connection-address': 'A ServiceEntry declares {host}. This connection is for {frontend}.',
  'note.outside-host':
    'The proxy finds {host} at port {port} by DNS. The manifests do not show whether it answers; this answer assumes that it does.',
  'note.dialled-address':
    'The ServiceEntry of {host} has the resolution NONE: the connection goes to the address and the port that the client dialled. The host and the port that a rule names have no effect.',
  'note.gateway-pods-matter':
    '{gateway} selects Pods that these manifests do not have, and `exportTo`, conditions on the source or DestinationRules depend on their namespace or labels. This answer assumes Pods in namespace {namespace} with the labels of the selector.',
  'note.gateway-pods-unknown':
    '{gateway} selects Pods that these manifests do not have. This answer is that of Pods in namespace {namespace}, with the Gateways of the manifests that select them.',
  'note.tls-origination':
    '{by}: the proxy encrypts the connection to {host} at port {port} with TLS (mode {mode}).',
  'note.tls-twice':
    '{by}: the proxy encrypts the connection to {host} at port {port} with TLS (mode {mode}), and the client encrypts it already. The server gets TLS in TLS, which usually fails.',
  'note.tls-at-http-port':
    'Port {port} of {host} is declared as HTTP, and the client sends TLS. The proxy cannot read it, so no rule for HTTP applies: not the VirtualService, and no TLS that the proxy would add. The outbound traffic policy decides about the connection. (Old versions of Istio answered 404 or broke the connection.) Declare the port as HTTPS or TLS to route it by its server name.',
  'identify.blocked':
    'The proxy of the client knows no host {host} at port {port}, and REGISTRY_ONLY refuses unknown hosts.',
  'step.5.written': 'The first matching rule as written decides',
  'route.won-first': '{route} wins with {rule}, the first of {count} that match.',
  'because.virtual-service': 'The VirtualService has this host, and its first matching rule as written wins.',
  'because.generated': '{via} generates the rules for {service}.',
  'route.virtual-service':
    'A VirtualService has this host. Its first matching rule as written wins; consumers and producers do not exist here.',
  'reject.virtual-service': 'A VirtualService has this host, and none of its {count} candidates matches.',
  'note.host-port-unsent':
    'The Host header is taken without a port. A client that sends {host}:{port} can get another answer.',
  'note.fault-delay': 'A fault delays {percent} % of these requests by {delay}.',
  'note.client-labels-unknown':
    'Istio looks at the labels of the Pods of {namespace}, and the request gives neither a workload nor labels. This answer is for a Pod without labels.',
  'note.subset-of-other-clients':
    '{rules} defines the subset {subset} of {service}, but does not apply to this client. Each client has the DestinationRule of its own namespace, else that of the namespace of the Service, and they are not merged.',
  'note.lane-header-added':
    'The sidecar adds {header} with the value {value}, the environment of its Pod, because the request has no such header ({environment}). The filter of KT-env names its place with an old name, which newer versions of Istio may not find. Then the header is missing.',
  'note.lane-header-unknown':
    'The sidecars of {namespace} add {header} with the environment of their Pod, and the request gives neither a workload nor labels. This answer is for a Pod without an environment.',
  'note.lane-value-unknown':
    'No workload of {namespace} has the environment {value}, so no rule names it and the default applies. KT-env looks for the parent {ancestor} when it writes the rules, not when a request arrives.',
  'note.lane-fallback':
    '{service} has no workload in the environment {value}. The rule uses {instance}, the nearest level above it that has one.',
  'note.lane-default-missing':
    'The default rule of {service} names the subset {subset}, and no workload of {service} has the label {label} with this value. The proxy has no such cluster.',
  'note.lane-alias-exact':
    'The pattern {pattern} of the alias {header} has no placeholder, so KT-env compares the whole value with the name of an environment.',
  'note.lane-rule-order':
    'Rules of several environments match ({subsets}). {environment} writes them in an order that the manifests do not define.',
  'note.lane-environments-several':
    'KT-env keeps the newest VirtualEnvironment of a namespace, and the manifests do not say which one that is. {environment} is assumed, not {others}.',
  'outcome.denied': 'Denied: {policies} refuses this request',
  'outcome.denied-connection': 'Denied: the server accepts only mutual TLS, and {policies} requires it',
  'outcome.access-unknown':
    'Not certain: {what} decides about this request, and the manifests do not say all that it looks at.',
  'outcome.access-differs':
    'Not certain: the Pods behind one backend have different access policies, so the answer depends on the Pod.',
  'access.shares': 'The access policies of its backends differ.',
  'access.unrestricted': 'No access policy selects the Pods there.',
  'access.not-denied': 'No access policy denies it there.',
  'access.allowed': 'There, {policies} allows it.',
  'access.closed': 'There, the server closes the connection, because {policies} requires mutual TLS.',
  'access.denied': 'There, {policies} refuses it.',
  'access.unknown': 'There, {policies} decides, and not everything that it looks at is known.',
  'note.access-unrestricted':
    'No access policy selects the Pods of {service}, so that every request reaches them.',
  'note.access-not-denied':
    'Access policies select the Pods of {service}. None of them denies this request, and none of them has the action ALLOW, so that it passes.',
  'note.access-allowed': '{policies} allows this request to {service}.',
  'note.access-denied-by-rule':
    '{policy} denies this request to {service}: its rule {rule} matches. DENY is evaluated before ALLOW.',
  'note.access-no-rule':
    '{policies} has the action ALLOW and selects the Pods of {service}, and no rule matches. As soon as one ALLOW policy selects a Pod, everything else is refused.',
  'note.access-nearest':
    'The nearest rule is rule {rule} of {policy}: {part} must be {expected} and is {actual}.',
  'note.access-nearest-missing':
    'The nearest rule is rule {rule} of {policy}: {part} must be {expected}, and the request has none.',
  'note.access-no-identity':
    'The nearest rule is rule {rule} of {policy}: {part} must be {expected}, and this connection proves no identity. Only mutual TLS does.',
  'note.access-without-rules':
    '{policy} has no rules, so that it matches nothing: an ALLOW policy without rules denies every request. A rule without conditions matches everything.',
  'note.access-reads-requests':
    'Rule {rule} of {policy} reads requests, and the port is not HTTP: the proxy sees only connections there, and such an ALLOW rule never matches.',
  'note.access-differs':
    'The Pods behind {service} have different access policies: {denied} refuses this request, {others} does not.',
  'note.access-unknown':
    '{policy} may decide about this request to {service}: its rule {rule} looks at {part}, which neither the manifests nor the request say.',
  'note.access-unknown-provider':
    '{policy} leaves the decision about this request to {service} to the provider {expected}, which is outside the manifests.',
  'note.access-unknown-selector':
    '{policy} may be for the Pods of {service}: no manifest declares their labels.',
  'note.access-unknown-token':
    '{policy} verifies the token of this request to {service}. A token that is not valid is refused with 401, and the manifests do not say whether it is.',
  'note.access-unknown-mutual-tls':
    '{policy} may require mutual TLS at {service}, and the manifests do not say whether this connection uses it.',
  'note.mutual-tls-required':
    '{policy} requires mutual TLS at {service}. This connection is plain text, so that the server closes it.',
  'note.host-claim-lost-private':
    '{routes} also names this host and does not apply to this client. Istio merges nothing in a mesh: {winners} has the host, because it is private to the namespace of the client or exported to it by name.',
  'note.host-claim-lost-own-namespace':
    '{routes} also names this host and does not apply to this client. Istio merges nothing in a mesh: {winners} has the host, because routes in the namespace of the client precede public VirtualServices.',
  'note.host-claim-lost-older':
    '{routes} also names this host and does not apply to this client. Istio merges nothing in a mesh: {winners} has the host, because it is older (equal ages: first by name).',
  'note.subset-undefined':
    'No DestinationRule that applies to this client defines the subset {subset} of {service}. Its share of the requests gets 503.',
} as const;

/** The sentences of one language. */
export type IstioMessages = Readonly<Record<keyof typeof ISTIO_MESSAGES_EN, string>>;
