/** The sentences of traces about Ingresses, in English. Part of MESSAGES_EN. */
export const INGRESS_MESSAGES_EN = {
  'step.2.ingress': 'The Ingress controller receives',
  'step.3.ingress': 'The host is chosen',
  'step.5.ingress': 'The best matching path of the host decides',
  'step.6.ingress': 'No path of the host matches: not found',
  'send.ingress': 'A client outside the cluster sends {request} to the controller of Ingress class {class}.',
  'intercept.ingress':
    'The request enters the cluster through the controller of {class}. Routes of a mesh do not apply to it.',
  'identify.ingress': 'The Host header selects the paths. The Ingresses of this class serve {listener}.',
  'route.ingress': 'The Ingresses of this class that serve {listener} decide.',
  'because.ingress': 'The controller of the class serves {listener}.',
  'outcome.no-host-ingress': 'Rejected: no Ingress of the class serves {host}',
  'cause.address-refused': 'the address of the client is not allowed',
  'cause.preflight': 'the controller answers the preflight itself',
  'cause.credentials-missing': 'the request has no credentials',
  'cause.location-denied': 'an annotation of the Ingress cannot be used, so the controller answers 503',
  'note.controller-assumed':
    'No manifest declares {class}. This answer assumes that its controller is ingress-nginx, because of its name or of annotations.',
  'note.controller-unknown':
    'The behaviour of this controller ({controller}) is not known. This answer follows the specification of Ingress.',
  'note.nginx-regex-host':
    '{by} turns every path of this host into a regular expression that ignores letter case and has an open end, also the paths of other Ingresses.',
  'note.nginx-slash-added':
    'The path is written as {path}. nginx answers the path without the slash with a redirect, before any other redirect.',
  'note.nginx-rest-of-host':
    'No rule names this path. {ingress} is the first Ingress that names the host, so its annotations apply here.',
  'note.nginx-configuration-refused':
    '{ingress} and another Ingress of the class give nginx the same location {path} twice. nginx refuses the whole configuration, and the controller keeps the one before it for all hosts. This answer is what the manifests ask for.',
  'note.nginx-not-served':
    '{ingress} names this host. The controller does not serve it, because of the annotation {annotation}.',
  'note.nginx-canary-by-service':
    '{canary} names other hosts or paths. Its canary acts here, because the location uses the same Service port.',
  'note.nginx-canary-service-taken':
    '{canary} is no canary here: an earlier Ingress uses its Service, so its paths are ordinary ones.',
  'note.nginx-canary-no-primary':
    '{canary} has no effect: no other Ingress has the same host, path and path type.',
  'note.nginx-canary-second': '{canary} has no effect: only the first canary of a Service port counts.',
  'note.nginx-canary-empty': '{canary} has no ready endpoint, so no request goes to it.',
  'note.nginx-order-by-name':
    '{ingress} and {other} have the same host and path, and no different creation times. The name that sorts last comes first.',
  'note.nginx-certificate-of-wildcard':
    'The wildcard above {host} has a certificate, so plain requests are redirected although no Ingress of this host asks for TLS.',
  'note.nginx-target-port':
    '{service} has no port {port}. It is the target port of one: ingress-nginx accepts that.',
  'note.client-address-assumed':
    'The request does not give the address of the client. This answer is for 127.0.0.1.',
  'note.nginx-limits': 'Requests above the limit get 503 ({limits}).',
  'note.nginx-timeouts':
    '{timeouts}. A read timeout is the time between two reads, not for the whole request.',
  'note.nginx-protocol': 'The controller connects to the backend with the protocol {protocol}.',
  'note.nginx-path-decoded':
    'nginx compares the path {path}, and forwards it as received unless it is rewritten.',
  'note.service-alias': '{service} is an alias: its name {name} leads to {target}.',
} as const;

/** The keys of the sentences about Ingresses. */
export type IngressMessages = Readonly<Record<keyof typeof INGRESS_MESSAGES_EN, string>>;
