import { GATEWAY_API, type Profile } from './profile.ts';
import { AUTO, type ProfileName } from './profile-names.ts';

/** The behaviour of Envoy 1.39 and later with every configuration that Istio and Envoy Gateway write. */
const ENVOY = {
  repeatedHeaders: 'individually',
  queryDecoding: 'raw',
  patternUnit: 'bytes',
  refusedRequests: 'envoy',
  nameOrder: 'tuple',
  hostnameFallthrough: false,
  misdirectedRequests: 'ignore',
  filterLocalResponses: 'all',
  lastHeaderChange: 'rule',
  mirrorWithRedirect: 'ignored',
  redirectHostPort: 'kept',
  rootPrefix: 'concatenated',
  retriedErrors: 'connect-failures',
  unstatedAttempts: 2,
} as const satisfies Partial<Profile>;

const ENVOY_PROXIES = { ...GATEWAY_API.own, envoy: true };

const ISTIO: Profile = {
  ...GATEWAY_API,
  ...ENVOY,
  name: 'istio',
  serviceIdentification: 'authority',
  sniffedPorts: 'by-address',
  hostHeaderPort: 'ignored',
  kindConflict: 'coexist',
  grpcMatching: 'paths',
  parentPorts: 'apart',
  headlessServices: 'routed',
  connectionRoutes: 'everywhere',
  otherServerNames: 'passed-through',
  unsupportedFilters: 'drop-route',
  nameOrder: 'generated',
  redirectHostPort: 'kept-if-sent',
  removedHeaders: 'first',
  unmatchedSelectors: 'no-endpoints',
  emptyServices: '503',
  regexRank: 'exact-prefix-regex',
  pathNormalisation: 'base',
  starPattern: 'present',
  prefixRedirect: 'untrimmed',
  tcpRouteAtTLS: 'terminated',
  own: {
    classes: ['istio', 'istio-east-west', 'istio-remote', 'istio-waypoint'],
    protocols: ['HBONE'],
    envoy: true,
  },
};

/**
 * The profiles that `--profile` and the page offer. The profiles of implementations contain only deviations
 * that their code or reports show. All other fields have the default of
 * the specification.
 */
export const PROFILES: Readonly<Record<string, Profile>> = {
  'gateway-api': GATEWAY_API,
  'gateway-api-standard': { ...GATEWAY_API, name: 'gateway-api-standard', channel: 'standard' },
  istio: ISTIO,
  // Envoy up to 1.38 compares the joined value of a repeated header, and matches patterns by characters.
  'istio-1.30': { ...ISTIO, name: 'istio-1.30', repeatedHeaders: 'joined', patternUnit: 'characters' },
  'envoy-gateway': {
    ...GATEWAY_API,
    ...ENVOY,
    name: 'envoy-gateway',
    own: ENVOY_PROXIES,
    prefixTrailingSlash: 'count',
    pathNormalisation: 'redirect',
    underscoreHeaders: 'refused',
    redirectDefaultPorts: 'dropped',
    prefixRedirect: 'untrimmed-merging',
    unstatedCodes: '503',
    unstatedTimeout: '15s',
  },
  linkerd: {
    ...GATEWAY_API,
    name: 'linkerd',
    consumerFallback: 'union',
    coreGroup: 'also-spelled-out',
    httpCriteria: ['path-length', 'headers', 'query', 'method', 'age', 'name', 'position'],
    regexRank: 'none',
  },
  kuma: {
    ...GATEWAY_API,
    name: 'kuma',
    own: ENVOY_PROXIES,
    meshReferenceGrant: 'required',
    zeroWeight: 503,
  },
  'articles-2023': { ...GATEWAY_API, name: 'articles-2023', severalMatches: 'reject' },
} satisfies Readonly<Record<ProfileName, Profile>>;

/**
 * Returns the profile with a name. Returns null if there is none.
 *
 * @example
 * ```
 * findProfile('istio')?.consumerFallback; // 'reject'
 * findProfile('unknown'); // null
 * ```
 */
export function findProfile(name: string): Profile | null {
  return Object.values(PROFILES).find((profile) => profile.name === name) ?? null;
}

/** Returns the profile that a user names, or `auto`, which `analyse` accepts, too. Returns null for other names. */
export function findProfileChoice(name: string): Profile | typeof AUTO | null {
  return name === AUTO ? AUTO : findProfile(name);
}

/** The names that a user can choose, `auto` first. */
export const PROFILE_CHOICES: readonly string[] = [AUTO, ...Object.keys(PROFILES)];
