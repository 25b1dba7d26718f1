import { isSubnet } from '../../../../match/subnet.ts';
import { NGINX_PREFIX } from '../../../../resource/kinds/networking.k8s.io/nginx-annotations.ts';
import { own } from '../../../../text/own.ts';
import { LENIENT, SNIPPETS, STRICT_ANNOTATIONS } from './annotation-rules.ts';

/** Which requests a canary takes (I-709). */
export interface CanarySettings {
  readonly weight: number;
  /** At least 100. */
  readonly weightTotal: number;
  readonly header: string | null;
  readonly headerValue: string | null;
  readonly headerPattern: string | null;
  readonly cookie: string | null;
}

/** The answers to cross-origin requests (I-717). */
export interface CORSSettings {
  /** `*` alone allows every origin. */
  readonly origins: readonly string[];
  readonly methods: string;
  readonly headers: string;
  readonly exposeHeaders: string;
  readonly credentials: boolean;
  readonly maxAge: string;
}

/** What the annotations of an Ingress ask for. */
export interface NginxSettings {
  /** An annotation whose value removes the whole Ingress (I-602). Null if there is none. */
  readonly droppedBy: string | null;
  /** A snippet, if the controller allows it: its effect is unknown (I-714). */
  readonly snippet: string | null;
  /** An annotation that cannot be used, so that the locations answer 503 (I-602). */
  readonly deniedBy: string | null;
  readonly usesRegex: boolean;
  readonly rewriteTarget: string;
  readonly appRoot: string;
  readonly sslRedirect: boolean;
  readonly forceSSLRedirect: boolean;
  readonly preservesSlash: boolean;
  readonly redirect: { readonly url: string; readonly code: number } | null;
  readonly redirectsWWW: boolean;
  readonly aliases: readonly string[];
  /** Null for an ordinary Ingress. */
  readonly canary: CanarySettings | null;
  readonly cors: CORSSettings | null;
  readonly denies: readonly string[];
  /** Null if every address is allowed. */
  readonly allows: readonly string[] | null;
  readonly authURL: string | null;
  /** The type and the Secret of an authentication by password. */
  readonly passwords: { readonly type: string; readonly secret: string } | null;
  readonly upstreamVhost: string;
  readonly forwardedPrefix: string;
  readonly defaultBackend: string;
  readonly mirror: string;
  readonly affinity: { readonly name: string | null; readonly path: string | null } | null;
  readonly limits: readonly string[];
  readonly timeouts: readonly string[];
  readonly protocol: string;
  /** Annotations that may change an answer and are not simulated. */
  readonly unsimulated: readonly string[];
}

const MOST_REDIRECT_CODES = { temporal: 307, permanent: 308 } as const;
const FIRST_REDIRECT_CODE = 300;
const WHOLE = 100;

/** Annotations that may change the answer to some requests and have no effect here. */
const UNSIMULATED: readonly string[] = [
  'auth-tls-secret',
  'enable-modsecurity',
  'enable-global-auth',
  'custom-http-errors',
  'ssl-passthrough',
  'proxy-redirect-from',
  'satisfy',
];

/** Returns what the annotations of an Ingress ask for. `allowsSnippets` is true if the controller reads snippets. */
export function nginxSettings(
  annotations: Readonly<Record<string, string>>,
  allowsSnippets: boolean,
): NginxSettings {
  const text = (name: string): string => own(annotations, `${NGINX_PREFIX}${name}`) ?? '';
  const strict = [...STRICT_ANNOTATIONS].find(
    ([name, { isValid }]) => text(name) !== '' && !isValid(text(name)),
  );
  const snippet = SNIPPETS.find((name) => text(name) !== '') ?? null;
  const flag = (name: string, otherwise: boolean): boolean =>
    LENIENT.boolean(text(name)) ? /^(1|t)/i.test(text(name)) : otherwise;
  const word = (name: string, isValid: (value: string) => boolean = LENIENT.word): string =>
    isValid(text(name)) ? text(name) : '';
  const allowed = text('whitelist-source-range') || text('allowlist-source-range');
  const denied = text('denylist-source-range');
  return {
    droppedBy: strict?.[0] ?? (snippet !== null && !allowsSnippets ? snippet : null),
    snippet: allowsSnippets ? snippet : null,
    deniedBy: deniedBy(allowed, denied, text),
    usesRegex: flag('use-regex', false),
    rewriteTarget: word('rewrite-target', LENIENT.path),
    appRoot: /^\//.test(text('app-root')) ? word('app-root', LENIENT.path) : '',
    sslRedirect: flag('ssl-redirect', true),
    forceSSLRedirect: flag('force-ssl-redirect', false),
    preservesSlash: flag('preserve-trailing-slash', false),
    redirect: redirectOf(text),
    // With a temporary redirect that is no URL, ingress-nginx reads no redirect at all.
    redirectsWWW:
      flag('from-to-www-redirect', false) &&
      (text('temporal-redirect') === '' || isURL(text('temporal-redirect'))),
    aliases: listOf(text('server-alias')),
    canary: flag('canary', false) ? canaryOf(word, text) : null,
    cors: flag('enable-cors', false) ? corsOf(text, flag) : null,
    denies: listOf(denied),
    allows: allowed === '' ? null : listOf(allowed),
    authURL: text('auth-url') || null,
    passwords: text('auth-type') === '' ? null : { type: text('auth-type'), secret: text('auth-secret') },
    upstreamVhost: text('upstream-vhost'),
    forwardedPrefix: text('x-forwarded-prefix'),
    defaultBackend: text('default-backend'),
    mirror: text('mirror-target'),
    affinity:
      text('affinity') === 'cookie'
        ? {
            name: text('session-cookie-name') || 'INGRESSCOOKIE',
            path: text('session-cookie-path') || null,
          }
        : null,
    limits: present(['limit-rps', 'limit-rpm', 'limit-connections'], text),
    timeouts: present(
      ['proxy-connect-timeout', 'proxy-read-timeout', 'proxy-send-timeout', 'proxy-next-upstream'],
      text,
    ),
    protocol: text('backend-protocol').toUpperCase() || 'HTTP',
    unsimulated: UNSIMULATED.filter((name) => text(name) !== '' && text(name) !== 'false').map(
      (name) => `${NGINX_PREFIX}${name}`,
    ),
  };
}

type Text = (name: string) => string;

/** Returns `name: value` of the annotations that are present. */
function present(names: readonly string[], text: Text): readonly string[] {
  return names.filter((name) => text(name) !== '').map((name) => `${name}: ${text(name)}`);
}

function listOf(value: string): readonly string[] {
  return value
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** Returns an annotation that makes the locations answer 503: a malformed list of addresses (I-602). */
function deniedBy(allowed: string, denied: string, text: Text): string | null {
  if (listOf(allowed).some((each) => !isSubnet(each)))
    return text('whitelist-source-range') === '' ? 'allowlist-source-range' : 'whitelist-source-range';
  return listOf(denied).some((each) => !isSubnet(each)) ? 'denylist-source-range' : null;
}

/** Returns the redirect of all locations. A temporary one wins (I-705). */
function redirectOf(text: Text): NginxSettings['redirect'] {
  const code = (name: 'temporal' | 'permanent', otherwise: number) => {
    const asked = Number(text(`${name}-redirect-code`) || Number.NaN);
    return asked >= FIRST_REDIRECT_CODE && asked <= MOST_REDIRECT_CODES[name] ? asked : otherwise;
  };
  const temporal = text('temporal-redirect');
  if (isURL(temporal)) return { url: temporal, code: code('temporal', 302) };
  if (temporal !== '') return null;
  const permanent = text('permanent-redirect');
  return permanent === '' ? null : { url: permanent, code: code('permanent', 301) };
}

function isURL(text: string): boolean {
  return /^http[^:]*:\/\/./.test(text);
}

function canaryOf(
  word: (name: string, isValid?: (value: string) => boolean) => string,
  text: Text,
): CanarySettings {
  const integer = (name: string, otherwise: number) =>
    LENIENT.integer(text(name)) ? Number(text(name)) : otherwise;
  return {
    weight: integer('canary-weight', 0),
    weightTotal: Math.max(integer('canary-weight-total', WHOLE), WHOLE),
    header: word('canary-by-header') || null,
    headerValue: word('canary-by-header-value') || null,
    headerPattern: word('canary-by-header-pattern', LENIENT.pattern) || null,
    cookie: word('canary-by-cookie') || null,
  };
}

const CORS_METHODS = 'GET, PUT, POST, DELETE, PATCH, OPTIONS';
const CORS_HEADERS =
  'DNT,Keep-Alive,User-Agent,X-Requested-With,If-Modified-Since,Cache-Control,Content-Type,Range,Authorization';
const CORS_MAX_AGE = '1728000';

function corsOf(text: Text, flag: (name: string, otherwise: boolean) => boolean): CORSSettings {
  const origins = listOf(text('cors-allow-origin'));
  return {
    origins: origins.length === 0 || origins.includes('*') ? ['*'] : origins,
    methods: text('cors-allow-methods') || CORS_METHODS,
    headers: text('cors-allow-headers') || CORS_HEADERS,
    exposeHeaders: text('cors-expose-headers'),
    credentials: flag('cors-allow-credentials', true),
    maxAge: text('cors-max-age') || CORS_MAX_AGE,
  };
}
