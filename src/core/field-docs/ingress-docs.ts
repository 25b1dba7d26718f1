import { NGINX_PREFIX, type NginxAnnotation } from '../resource/kinds/networking.k8s.io/nginx-annotations.ts';
import type { FieldDocs } from './field-docs.ts';

/** What an annotation of ingress-nginx does, by its name without the prefix. */
const NGINX_DOCS: Readonly<Record<NginxAnnotation, string>> = {
  'rewrite-target':
    'Replaces the whole path of the request. `$1` is the first group of the path of the rule. With another value than the path, every path of the host is a regular expression.',
  'use-regex':
    'The paths are regular expressions, case-insensitive and without an end. This is then so for every path of the host, also those of other Ingresses.',
  'app-root': 'Redirects `/` of the host to this path, with status 302 and without the query.',
  'x-forwarded-prefix':
    'The value of the header `X-Forwarded-Prefix` of forwarded requests. Only with a rewrite.',
  'ssl-redirect':
    'Redirects http to https with status 308, if the host has a certificate. The default is `true`.',
  'force-ssl-redirect': 'Redirects http to https with status 308, also without a certificate.',
  'preserve-trailing-slash':
    'Redirects to https keep a `/` at the end of the path. Without it, they cut the slash.',
  'permanent-redirect':
    'Answers requests with a redirect to this URL. The path and the query of the request are dropped.',
  'permanent-redirect-code': 'The status of the permanent redirect, 300 to 308. The default is 301.',
  'temporal-redirect':
    'Answers requests with a temporary redirect to this URL. It precedes the permanent one.',
  'temporal-redirect-code': 'The status of the temporary redirect, 300 to 307. The default is 302.',
  'from-to-www-redirect':
    'Redirects the host with `www.` to the one without, or the other way round, with status 308. It has no effect if both hosts exist.',
  'server-alias':
    'More names for the hosts of the Ingress, separated by commas. A name that is a host of another Ingress is ignored.',
  canary:
    'The backends get a part of the requests of the Ingress with the same host and path. It acts on every path whose backend is the same Service port.',
  'canary-by-header': 'A header that selects the canary with the value `always`, and not with `never`.',
  'canary-by-header-value': 'The value of the header that selects the canary, instead of `always`.',
  'canary-by-header-pattern':
    'A regular expression for the value of the header that selects the canary. Without effect if a value is given.',
  'canary-by-cookie':
    'A cookie that selects the canary with the value `always`, and not with `never`. Compared after the header.',
  'canary-weight': 'The share of the other requests that the canary gets, of the total weight.',
  'canary-weight-total': 'The total weight. The default is 100, and smaller values count as 100.',
  'backend-protocol':
    'What is spoken with the backend. The default is `HTTP`. Certificates of backends are not verified.',
  'upstream-vhost': 'The header `Host` of forwarded requests.',
  'service-upstream': 'Requests go to the virtual IP of the Service, not to its endpoints.',
  'proxy-ssl-secret':
    'The Secret with the certificate and the CA for connections to the backend, as `NAMESPACE/NAME`.',
  'proxy-ssl-verify': 'Verifies the certificate of the backend. The default is `off`.',
  'proxy-ssl-verify-depth': 'The length of the chain of certificates of the backend that is verified.',
  'proxy-ssl-name': 'The name that the certificate of the backend is compared with.',
  'proxy-ssl-server-name': 'Sends the name of the server in the TLS handshake (SNI) to the backend.',
  'proxy-ssl-ciphers': 'The ciphers of connections to the backend.',
  'proxy-ssl-protocols': 'The versions of TLS of connections to the backend.',
  'proxy-http-version': 'The version of HTTP of connections to the backend.',
  'proxy-connect-timeout':
    'The time for a connection to the backend, in seconds without a unit. The default is 5.',
  'proxy-read-timeout':
    'The longest time between two reads from the backend, in seconds without a unit. The default is 60. It is not the time for the whole request.',
  'proxy-send-timeout':
    'The longest time between two writes to the backend, in seconds without a unit. The default is 60.',
  'proxy-next-upstream':
    'The failures after which another endpoint gets the request. The default is `error timeout`. Requests such as POST are not repeated.',
  'proxy-next-upstream-timeout': 'The time for all attempts, in seconds. 0 is without a limit.',
  'proxy-next-upstream-tries': 'The number of attempts. The default is 3.',
  'configuration-snippet':
    'Configuration of nginx for the paths. Its effect is unknown here. By default, ingress-nginx ignores an Ingress that has it.',
  'server-snippet':
    'Configuration of nginx for the hosts. Its effect is unknown here. By default, ingress-nginx ignores an Ingress that has it.',
  'stream-snippet':
    'Configuration of nginx for connections that are not HTTP. By default, ingress-nginx ignores an Ingress that has it.',
  'auth-snippet':
    'Configuration of nginx for the requests to the authorization service. By default, ingress-nginx ignores an Ingress that has it.',
  'modsecurity-snippet':
    'Configuration of ModSecurity. By default, ingress-nginx ignores an Ingress that has it.',
  'auth-url':
    'A URL that decides on every request: 2xx lets it through, 401 and 403 are the answer, other statuses give a 500.',
  'auth-method': 'The method of the requests to `auth-url`.',
  'auth-signin': 'The page to which clients are redirected instead of a 401 of `auth-url`.',
  'auth-response-headers':
    'Headers of the answer of `auth-url` that are added to the request, separated by commas.',
  'auth-type': 'Requests need a name and a password; without them the answer is 401.',
  'auth-secret': 'The Secret with the names and passwords. If it is missing, the answer is 503.',
  'auth-secret-type': 'The form of the Secret: a file with all names, or a key for each name.',
  'auth-realm': 'The text that browsers show with the question for the password.',
  'auth-tls-secret': 'The Secret with the CA that signs the certificates of clients, as `NAMESPACE/NAME`.',
  'auth-tls-verify-client': 'Whether clients need a certificate.',
  satisfy: 'Whether a request must satisfy all restrictions of access, or one of them.',
  'whitelist-source-range':
    'The addresses and networks of clients that are let through. Others get 403. The older name of `allowlist-source-range`.',
  'allowlist-source-range': 'The addresses and networks of clients that are let through. Others get 403.',
  'denylist-source-range':
    'The addresses and networks of clients that get 403. They precede those that are let through.',
  'limit-rps': 'Requests of a client in a second. A client with more gets 503, after a burst.',
  'limit-rpm': 'Requests of a client in a minute. A client with more gets 503, after a burst.',
  'limit-connections': 'Connections of a client at the same time. Others get 503.',
  'limit-burst-multiplier': 'The size of a burst, as a multiple of the limit. The default is 5.',
  'limit-whitelist':
    'The addresses and networks of clients without a limit. The older name of `limit-allowlist`.',
  'limit-allowlist': 'The addresses and networks of clients without a limit.',
  'limit-rate': 'Bytes of an answer in a second.',
  'limit-rate-after': 'Bytes of an answer before the rate is limited.',
  'enable-cors':
    'Answers every OPTIONS request of an allowed origin with 204, and adds the CORS headers to the answers.',
  'cors-allow-origin':
    'The allowed origins, separated by commas. `*.` stands for one label. The default is `*`.',
  'cors-allow-methods': 'The allowed methods, separated by commas.',
  'cors-allow-headers': 'The allowed headers of requests, separated by commas.',
  'cors-expose-headers': 'The headers of answers that pages may read, separated by commas.',
  'cors-allow-credentials': 'Whether pages may send credentials. The default is `true`.',
  'cors-max-age': 'How long browsers keep the answer of a preflight, in seconds.',
  affinity: 'A cookie keeps a client at one endpoint.',
  'affinity-mode': 'Whether a client may move to another endpoint after a change of scale.',
  'affinity-canary-behavior': 'Whether a client stays at the canary that it got first.',
  'session-cookie-name': 'The name of the cookie. The default is `INGRESSCOOKIE`.',
  'session-cookie-path': 'The path of the cookie.',
  'session-cookie-domain': 'The domain of the cookie.',
  'session-cookie-max-age': 'The time until the cookie expires, in seconds.',
  'session-cookie-expires': 'The time until the cookie expires, in seconds, for older browsers.',
  'session-cookie-samesite': 'Whether requests from other sites contain the cookie.',
  'session-cookie-secure': 'The cookie is for https only.',
  'session-cookie-change-on-failure': 'A client gets another endpoint after a failure.',
  'mirror-target': 'A URL that gets a copy of every request.',
  'mirror-host': 'The header `Host` of the copies.',
  'mirror-request-body': 'Whether the copies have the body.',
  'default-backend': 'The Service that answers if the Service of a rule has no endpoints.',
  'custom-http-errors': 'The statuses that the default backend answers instead, separated by commas.',
  'custom-headers': 'The ConfigMap with headers that are added to answers, as `NAMESPACE/NAME`.',
  'load-balance': 'How an endpoint of the backend is chosen.',
  'upstream-hash-by': 'The part of a request that chooses the endpoint, for example `$request_uri`.',
  'upstream-hash-by-subset': 'The hash chooses a group of endpoints instead of one.',
  'upstream-hash-by-subset-size': 'The size of the groups. The default is 3.',
  'proxy-body-size': 'The largest body of a request. Larger ones get 413.',
  'client-body-buffer-size': 'The buffer for the body of a request.',
  'proxy-buffering': 'Whether answers are buffered.',
  'proxy-buffer-size': 'The buffer for the start of an answer, with its headers.',
  'proxy-buffers-number': 'The number of buffers for an answer.',
  'proxy-busy-buffers-size': 'The buffers that are sent while the answer is still read.',
  'proxy-max-temp-file-size': 'The largest temporary file for an answer.',
  'proxy-request-buffering': 'Whether bodies of requests are buffered.',
  'proxy-cookie-domain': 'Changes the domain in the cookies of answers.',
  'proxy-cookie-path': 'Changes the path in the cookies of answers.',
  'proxy-redirect-from': 'The text in the header `Location` of answers that is replaced.',
  'proxy-redirect-to': 'The text that replaces it in the header `Location`.',
  'connection-proxy-header': 'The header `Connection` of forwarded requests.',
  'enable-access-log': 'Whether requests are logged.',
  'enable-rewrite-log': 'Whether rewrites are logged.',
  'enable-opentelemetry': 'Whether requests are traced with OpenTelemetry.',
  'enable-modsecurity': 'ModSecurity examines the requests and may reject them.',
  'enable-owasp-core-rules': 'ModSecurity applies the rules of OWASP.',
  'ssl-passthrough':
    'Connections with TLS go to the backend unchanged. Paths have no effect then. The controller needs an option for it.',
};

/** The documentation of the fields of an Ingress, and of the annotations that it may have. */
export const INGRESS_DOCS: FieldDocs = {
  '': 'Ingress answers http and https from outside only. Which rule wins depends on the controller.',
  'metadata.creationTimestamp': 'For ingress-nginx, the oldest Ingress takes a path that several have.',
  'metadata.annotations.kubernetes.io/ingress.class':
    'The class, as it was named before the field `ingressClassName`. ingress-nginx reads the value `nginx`.',
  'spec.ingressClassName':
    'An Ingress without a class gets the default class when it is created. If the class does not exist, the Ingress has no effect.',
  'spec.defaultBackend':
    'Gets the requests that no rule matches. ingress-nginx uses it for the hosts that the Ingress names first, not for unknown hosts.',
  'spec.tls': 'For ingress-nginx, any entry redirects http of all hosts of the Ingress to https.',
  'spec.rules[].host':
    'A wildcard stands for exactly one label: `*.example.com` does not match `a.b.example.com`.',
  'spec.rules[].http.paths[].pathType':
    '`Prefix` compares whole elements between slashes. What `ImplementationSpecific` means depends on the controller.',
  'spec.rules[].http.paths[].backend.resource': 'ingress-nginx and other controllers ignore such a path.',
  'spec.rules[].http.paths[].backend.service.port':
    'The port of the Service, not of its Pods. ingress-nginx also accepts the target port.',
  ...Object.fromEntries(
    Object.entries(NGINX_DOCS).map(([name, text]) => [`metadata.annotations.${NGINX_PREFIX}${name}`, text]),
  ),
};

/** The documentation of the fields of an IngressClass. */
export const INGRESS_CLASS_DOCS: FieldDocs = {
  'metadata.annotations.ingressclass.kubernetes.io/is-default-class':
    'Ingresses without a class get this one when they are created. Of several, the newest one counts.',
  'spec.controller':
    'The field cannot be changed. ingress-nginx serves classes with `k8s.io/ingress-nginx`, Traefik those with `traefik.io/ingress-controller`.',
};
