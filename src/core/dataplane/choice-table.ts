import type { TraceNote } from '../ir/trace-note.ts';
import type { Profile } from '../profile/profile.ts';
import { PROFILES } from '../profile/profiles.ts';
import type { AskedAgain } from './asked-again.ts';
import { ORDER_CHOICES, type OrderField } from './order-choices.ts';

/** A field of a profile: an open point of the specifications. */
export type ProfileField = Exclude<keyof Profile, 'name'>;

/** How a trace shows that a choice affects its request. */
interface Choice<Field extends ProfileField> {
  /** The codes of the notes. A trace has one of them if another value would change its outcome. */
  readonly codes: readonly [TraceNote['code'], ...TraceNote['code'][]];
  readonly rule: string;
  /** Every value of the field. For a list: the values that profiles use. */
  readonly values: readonly Profile[Field][];
  /**
   * How the note is found. `asking-again`: the request is decided with each other value, and the outcomes are
   * compared. `order`: the matching entries are sorted with each other value. `where-read`: the code that
   * reads the field adds the note, because the value affects the tables.
   */
  readonly by: Field extends AskedAgain ? 'asking-again' : Field extends OrderField ? 'order' : 'where-read';
}

type Choices = { readonly [Field in ProfileField]: Choice<Field> };

const OWN = [...new Set(Object.values(PROFILES).map(({ own }) => own))];

/** All choices. A new field of `Profile` does not compile without its line here. */
export const CHOICES = {
  channel: {
    codes: ['experimental-field', 'fields-dropped'],
    rule: 'R-701',
    values: ['experimental', 'standard'],
    by: 'where-read',
  },
  consumerFallback: {
    codes: ['consumer-shadows-producer', 'producer-would-take', 'fell-back-to-producer', 'groups-united'],
    rule: 'R-129, A-02',
    values: ['reject', 'fallbackToProducer', 'union'],
    by: 'where-read',
  },
  serviceIdentification: {
    codes: ['host-header-differs'],
    rule: 'R-120, A-03',
    values: ['clusterIP', 'authority'],
    by: 'where-read',
  },
  sniffedPorts: {
    codes: ['sniffed-port'],
    rule: 'R-120, A-03',
    values: ['by-host', 'by-address'],
    by: 'asking-again',
  },
  hostHeaderPort: {
    codes: ['host-header-port'],
    rule: 'R-120, A-03',
    values: ['compared', 'ignored'],
    by: 'asking-again',
  },
  grpcMatching: {
    codes: ['grpc-as-paths'],
    rule: 'R-240, R-241',
    values: ['calls', 'paths'],
    by: 'asking-again',
  },
  parentPorts: {
    codes: ['parent-ports-apart'],
    rule: 'R-111, R-222',
    values: ['merged', 'apart'],
    by: 'asking-again',
  },
  headlessServices: {
    codes: ['headless-service-routed'],
    rule: 'R-123',
    values: ['bypassed', 'routed'],
    by: 'asking-again',
  },
  connectionRoutes: {
    codes: ['connection-routes-everywhere'],
    rule: 'R-104, R-126',
    values: ['by-namespace', 'everywhere'],
    by: 'asking-again',
  },
  otherServerNames: {
    codes: ['other-server-name'],
    rule: 'R-128',
    values: ['rejected', 'passed-through'],
    by: 'asking-again',
  },
  unsupportedFilters: {
    codes: ['unsupported-filter'],
    rule: 'R-306, R-316',
    values: ['fail', 'drop-route'],
    by: 'asking-again',
  },
  unmatchedSelectors: {
    codes: ['endpoints-unknown', 'selector-unmatched'],
    rule: 'R-337',
    values: ['unknown', 'no-endpoints'],
    by: 'asking-again',
  },
  emptyServices: {
    codes: ['no-ready-endpoints'],
    rule: 'R-110, R-121',
    values: ['no-answer', '503'],
    by: 'where-read',
  },
  removedHeaders: {
    codes: ['removed-header'],
    rule: 'R-308',
    values: ['last', 'first'],
    by: 'asking-again',
  },
  meshReferenceGrant: {
    codes: ['mesh-reference-grant'],
    rule: 'R-139, A-04',
    values: ['notRequired', 'required'],
    by: 'where-read',
  },
  kindConflict: {
    codes: ['kind-conflict', 'kinds-coexist'],
    rule: 'R-133, A-07',
    values: ['gepOrder', 'coexist'],
    by: 'where-read',
  },
  coreGroup: {
    codes: ['core-group-spelled-out'],
    rule: 'A-01, R-103',
    values: ['empty', 'also-spelled-out'],
    by: 'where-read',
  },
  tcpRouteAtTLS: {
    codes: ['tcp-route-at-tls-listener'],
    rule: 'R-426',
    values: ['refused', 'terminated'],
    by: 'where-read',
  },
  own: {
    codes: ['implementations-own'],
    rule: 'R-415, R-430',
    values: OWN,
    by: 'where-read',
  },
  severalMatches: {
    codes: ['several-routes-match'],
    rule: 'R-132, R-222',
    values: ['merge', 'reject'],
    by: 'where-read',
  },
  httpCriteria: { ...ORDER_CHOICES.httpCriteria, by: 'order' },
  regexRank: { ...ORDER_CHOICES.regexRank, by: 'order' },
  prefixTrailingSlash: { ...ORDER_CHOICES.prefixTrailingSlash, by: 'order' },
  nameOrder: { ...ORDER_CHOICES.nameOrder, by: 'order' },
  zeroWeight: { codes: ['zero-weight'], rule: 'R-335, A-17', values: [500, 503], by: 'where-read' },
  undeclaredServices: {
    codes: ['service-assumed'],
    rule: 'S71',
    values: ['assume-when-none', 'missing'],
    by: 'where-read',
  },
  undeclaredGateways: {
    codes: ['gateway-assumed'],
    rule: 'S71',
    values: ['assume-when-none', 'missing'],
    by: 'where-read',
  },
  regexAnchor: {
    codes: ['regex-anchor'],
    rule: 'R-207, A-29',
    values: ['full', 'search'],
    by: 'asking-again',
  },
  patternUnit: {
    codes: ['pattern-unit'],
    rule: 'R-207, A-29',
    values: ['characters', 'bytes'],
    by: 'asking-again',
  },
  starPattern: {
    codes: ['star-pattern'],
    rule: 'R-207, A-29',
    values: ['invalid', 'present'],
    by: 'asking-again',
  },
  repeatedHeaders: {
    codes: ['repeated-header'],
    rule: 'R-211, A-30',
    values: ['any-or-joined', 'joined', 'first', 'individually'],
    by: 'asking-again',
  },
  repeatedQuery: {
    codes: ['repeated-query'],
    rule: 'R-213, A-30',
    values: ['first', 'any'],
    by: 'asking-again',
  },
  queryDecoding: { codes: ['query-decoding'], rule: 'R-213', values: ['form', 'raw'], by: 'asking-again' },
  pathNormalisation: {
    codes: ['path-not-normalised'],
    rule: 'R-204, A-12',
    values: ['none', 'base', 'merge', 'decode', 'redirect'],
    by: 'where-read',
  },
  refusedRequests: {
    codes: ['request-refused'],
    rule: 'R-208, A-12',
    values: ['none', 'envoy'],
    by: 'asking-again',
  },
  underscoreHeaders: {
    codes: ['underscore-header'],
    rule: 'R-209',
    values: ['allowed', 'refused'],
    by: 'asking-again',
  },
  hostnameFallthrough: {
    codes: ['hostname-fallthrough'],
    rule: 'R-406, A-09',
    values: [true, false],
    by: 'asking-again',
  },
  listenerIsolation: {
    codes: ['listener-isolation'],
    rule: 'R-411',
    values: [true, false],
    by: 'asking-again',
  },
  misdirectedRequests: {
    codes: ['misdirected-request'],
    rule: 'R-412',
    values: ['detect', 'ignore'],
    by: 'asking-again',
  },
  serverSideProducerRoutes: {
    codes: ['client-outside-mesh'],
    rule: 'R-118, A-35',
    values: [true, false],
    by: 'asking-again',
  },
  policyOverlap: {
    codes: ['policy-replaced', 'policies-overlap'],
    rule: 'R-607, A-39',
    values: ['consumer-replaces', 'both'],
    by: 'asking-again',
  },
  backendTLSInMesh: {
    codes: ['backend-tls-in-mesh'],
    rule: 'R-630',
    values: [true, false],
    by: 'asking-again',
  },
  redirectKeepsQuery: {
    codes: ['redirect-query'],
    rule: 'R-311, A-40',
    values: [true, false],
    by: 'asking-again',
  },
  redirectHostPort: {
    codes: ['redirect-host-port'],
    rule: 'R-311',
    values: ['dropped', 'kept', 'kept-if-sent'],
    by: 'asking-again',
  },
  redirectDefaultPorts: {
    codes: ['redirect-default-port'],
    rule: 'R-311',
    values: ['by-scheme', 'dropped'],
    by: 'asking-again',
  },
  prefixRedirect: {
    codes: ['prefix-redirect'],
    rule: 'R-312, A-16',
    values: ['as-rewrite', 'untrimmed', 'untrimmed-merging'],
    by: 'asking-again',
  },
  rootPrefix: {
    codes: ['root-prefix'],
    rule: 'R-312, A-16',
    values: ['separated', 'concatenated'],
    by: 'asking-again',
  },
  lastHeaderChange: {
    codes: ['last-header-change'],
    rule: 'R-305',
    values: ['backendRef', 'rule'],
    by: 'asking-again',
  },
  filterLocalResponses: {
    codes: ['filter-local-response'],
    rule: 'R-309, A-40',
    values: ['none', 'redirects', 'all'],
    by: 'asking-again',
  },
  mirrorWithRedirect: {
    codes: ['mirror-with-redirect'],
    rule: 'R-303, R-316',
    values: ['mirrored', 'ignored'],
    by: 'asking-again',
  },
  retriedErrors: {
    codes: ['retried-errors'],
    rule: 'R-343',
    values: ['all', 'connect-failures'],
    by: 'asking-again',
  },
  unstatedAttempts: { codes: ['retry-unspecified'], rule: 'R-343', values: [1, 2], by: 'asking-again' },
  unstatedCodes: {
    codes: ['retry-codes-unspecified'],
    rule: 'R-343',
    values: ['none', '503'],
    by: 'asking-again',
  },
  unstatedTimeout: {
    codes: ['timeout-unspecified'],
    rule: 'R-341',
    values: ['none', '15s'],
    by: 'asking-again',
  },
} as const satisfies Choices;

/** The fields of a profile, without `name`. */
export const PROFILE_FIELDS = Object.keys(CHOICES) as readonly ProfileField[];
