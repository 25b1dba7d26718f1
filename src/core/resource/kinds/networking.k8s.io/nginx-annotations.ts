/** The values that an annotation of ingress-nginx may have. */
export type NginxValue =
  /** `true` or `false`. */
  | 'boolean'
  /** A whole number without a unit. */
  | 'integer'
  /** An absolute URL, or a path. */
  | 'url'
  /** A path, which may contain `$1` and other groups of the path of the Ingress. */
  | 'path'
  /** A regular expression of PCRE. */
  | 'regex'
  /** IP addresses and networks, separated by commas. */
  | 'networks'
  /** Names or numbers, separated by commas. */
  | 'list'
  /** A size as nginx writes it, for example `8k`. */
  | 'size'
  /** A part of the configuration of nginx (I-714). */
  | 'snippet'
  /** Another text: the name of a header, a host, a Secret. */
  | 'text'
  /** One of some words. */
  | readonly string[];

/** The start of the names of the annotations of ingress-nginx. */
export const NGINX_PREFIX = 'nginx.ingress.kubernetes.io/';

const SWITCH: NginxValue = ['on', 'off'];

/** The annotations of ingress-nginx (I-701…I-721), by their names without the prefix. */
export const NGINX_ANNOTATIONS = {
  // Paths (I-701…I-703).
  'rewrite-target': 'path',
  'use-regex': 'boolean',
  'app-root': 'path',
  'x-forwarded-prefix': 'path',
  // Redirects (I-704…I-706).
  'ssl-redirect': 'boolean',
  'force-ssl-redirect': 'boolean',
  'preserve-trailing-slash': 'boolean',
  'permanent-redirect': 'url',
  'permanent-redirect-code': 'integer',
  'temporal-redirect': 'url',
  'temporal-redirect-code': 'integer',
  'from-to-www-redirect': 'boolean',
  // Hosts (I-707).
  'server-alias': 'list',
  // Canaries (I-708, I-709).
  canary: 'boolean',
  'canary-by-header': 'text',
  'canary-by-header-value': 'text',
  'canary-by-header-pattern': 'regex',
  'canary-by-cookie': 'text',
  'canary-weight': 'integer',
  'canary-weight-total': 'integer',
  // The connection to the backend (I-710, I-711).
  'backend-protocol': ['HTTP', 'HTTPS', 'GRPC', 'GRPCS', 'AUTO_HTTP', 'FCGI'],
  'upstream-vhost': 'text',
  'service-upstream': 'boolean',
  'proxy-ssl-secret': 'text',
  'proxy-ssl-verify': SWITCH,
  'proxy-ssl-verify-depth': 'integer',
  'proxy-ssl-name': 'text',
  'proxy-ssl-server-name': SWITCH,
  'proxy-ssl-ciphers': 'text',
  'proxy-ssl-protocols': 'text',
  'proxy-http-version': ['1.0', '1.1'],
  // Timeouts and further attempts (I-713).
  'proxy-connect-timeout': 'integer',
  'proxy-read-timeout': 'integer',
  'proxy-send-timeout': 'integer',
  'proxy-next-upstream': 'text',
  'proxy-next-upstream-timeout': 'integer',
  'proxy-next-upstream-tries': 'integer',
  // Configuration of nginx (I-714).
  'configuration-snippet': 'snippet',
  'server-snippet': 'snippet',
  'stream-snippet': 'snippet',
  'auth-snippet': 'snippet',
  'modsecurity-snippet': 'snippet',
  // Who may send requests (I-715, I-716).
  'auth-url': 'url',
  'auth-method': 'text',
  'auth-signin': 'url',
  'auth-response-headers': 'list',
  'auth-type': ['basic', 'digest'],
  'auth-secret': 'text',
  'auth-secret-type': ['auth-file', 'auth-map'],
  'auth-realm': 'text',
  'auth-tls-secret': 'text',
  'auth-tls-verify-client': ['on', 'off', 'optional', 'optional_no_ca'],
  satisfy: ['all', 'any'],
  'whitelist-source-range': 'networks',
  'allowlist-source-range': 'networks',
  'denylist-source-range': 'networks',
  'limit-rps': 'integer',
  'limit-rpm': 'integer',
  'limit-connections': 'integer',
  'limit-burst-multiplier': 'integer',
  'limit-whitelist': 'networks',
  'limit-allowlist': 'networks',
  'limit-rate': 'integer',
  'limit-rate-after': 'integer',
  // CORS (I-717).
  'enable-cors': 'boolean',
  'cors-allow-origin': 'list',
  'cors-allow-methods': 'list',
  'cors-allow-headers': 'list',
  'cors-expose-headers': 'list',
  'cors-allow-credentials': 'boolean',
  'cors-max-age': 'integer',
  // The same server for a client (I-718).
  affinity: ['cookie'],
  'affinity-mode': ['balanced', 'persistent'],
  'affinity-canary-behavior': ['sticky', 'legacy'],
  'session-cookie-name': 'text',
  'session-cookie-path': 'text',
  'session-cookie-domain': 'text',
  'session-cookie-max-age': 'integer',
  'session-cookie-expires': 'integer',
  'session-cookie-samesite': ['None', 'Lax', 'Strict'],
  'session-cookie-secure': 'boolean',
  'session-cookie-change-on-failure': 'boolean',
  // Copies and other answers (I-719, I-720).
  'mirror-target': 'url',
  'mirror-host': 'text',
  'mirror-request-body': SWITCH,
  'default-backend': 'text',
  'custom-http-errors': 'list',
  'custom-headers': 'text',
  // Without an effect on the backend that answers (I-721).
  'load-balance': ['round_robin', 'ewma'],
  'upstream-hash-by': 'text',
  'upstream-hash-by-subset': 'boolean',
  'upstream-hash-by-subset-size': 'integer',
  'proxy-body-size': 'size',
  'client-body-buffer-size': 'size',
  'proxy-buffering': SWITCH,
  'proxy-buffer-size': 'size',
  'proxy-buffers-number': 'integer',
  'proxy-busy-buffers-size': 'size',
  'proxy-max-temp-file-size': 'size',
  'proxy-request-buffering': SWITCH,
  'proxy-cookie-domain': 'text',
  'proxy-cookie-path': 'text',
  'proxy-redirect-from': 'text',
  'proxy-redirect-to': 'text',
  'connection-proxy-header': 'text',
  'enable-access-log': 'boolean',
  'enable-rewrite-log': 'boolean',
  'enable-opentelemetry': 'boolean',
  'enable-modsecurity': 'boolean',
  'enable-owasp-core-rules': 'boolean',
  'ssl-passthrough': 'boolean',
} as const satisfies Readonly<Record<string, NginxValue>>;

/** The name of an annotation of ingress-nginx, without the prefix. */
export type NginxAnnotation = keyof typeof NGINX_ANNOTATIONS;
