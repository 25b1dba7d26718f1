import type { Profile } from '../../profile/profile.ts';
import type { Dimension } from './dimension.ts';

/** The possible values of a dimension, as a small automaton over characters. */
export interface Language {
  readonly start: number;
  /** Returns the next state. -1 means that no value continues like this. */
  step(state: number, code: number): number;
  accepts(state: number): boolean;
  /** Code points at which the result of `step` may change. */
  readonly changes: readonly number[];
  /** The number of states, counted from 0. The default is three. */
  readonly states?: number;
}

const SPACE = 0x20;
const DELETE = 0x7f;
const SURROGATES = [0xd800, 0xe000] as const;
const LAST = 0x110000;

function isScalar(code: number): boolean {
  return code < LAST && (code < SURROGATES[0] || code >= SURROGATES[1]);
}

/** Returns true for characters that are neither white space nor control characters. */
function isVisible(code: number): boolean {
  return code > SPACE && code !== DELETE && !(code > DELETE && code <= 0xa0) && isScalar(code);
}

const VISIBLE_CHANGES = [SPACE, SPACE + 1, DELETE, DELETE + 1, 0xa1, ...SURROGATES, LAST];
const QUESTION = 0x3f;
const HASH = 0x23;
const SLASH = 0x2f;

function changesWith(...codes: readonly number[]): readonly number[] {
  return [...VISIBLE_CHANGES, ...codes.flatMap((code) => [code, code + 1])];
}

/**
 * Returns true for the characters of a request target: visible ASCII. Clients percent-encode all others (RFC
 * 9112, 3.2).
 */
function isOfTarget(code: number): boolean {
  return code > SPACE && code < DELETE;
}

const TARGET_CHANGES = [SPACE, SPACE + 1, DELETE];

function targetWith(...codes: readonly number[]): readonly number[] {
  return [...TARGET_CHANGES, ...codes.flatMap((code) => [code, code + 1])];
}

/** A path starts with `/` and has no query, fragment or white space. */
const PATH: Language = {
  start: 0,
  step: (state, code) =>
    state === 0 ? (code === SLASH ? 1 : -1) : isOfTarget(code) && code !== QUESTION && code !== HASH ? 1 : -1,
  accepts: (state) => state === 1,
  changes: targetWith(QUESTION, HASH, SLASH),
};

const PERCENT = 0x25;
const DOT = 0x2e;

/**
 * A path as nginx compares it: without percent signs, repeated slashes and dot segments (I-612). States: before the
 * path, after a slash, in a segment, after a segment's first dot, after its second one.
 */
const DECODED_PATH: Language = {
  start: 0,
  step: (state, code) => {
    if (PATH.step(state, code) < 0 || code === PERCENT) return -1;
    if (state === 0) return 1;
    if (code === SLASH) return state === 2 ? 1 : -1;
    if (code === DOT && state !== 2) return state === 1 ? 3 : state === 3 ? 4 : 2;
    return 2;
  },
  accepts: (state) => state === 1 || state === 2,
  changes: targetWith(QUESTION, HASH, SLASH, PERCENT, DOT),
  states: 5,
};

/** One non-empty element of a path: a gRPC service or method. */
const ELEMENT: Language = {
  start: 0,
  step: (_, code) => (isOfTarget(code) && code !== QUESTION && code !== HASH && code !== SLASH ? 1 : -1),
  accepts: (state) => state === 1,
  changes: targetWith(QUESTION, HASH, SLASH),
};

/** The value of a header: white space only inside, no control characters. It may be empty. */
const HEADER: Language = {
  start: 0,
  step: (state, code) => {
    if (isVisible(code)) return 1;
    const blank = code === SPACE || code === 9;
    return blank && state !== 0 ? 2 : -1;
  },
  accepts: (state) => state !== 2,
  changes: changesWith(SPACE, 9),
};

/** A Host header as clients send it: lower case, no white space. */
const HOST: Language = {
  start: 0,
  step: (_, code) => (code > SPACE && code < DELETE && !(code >= 0x41 && code <= 0x5a) ? 1 : -1),
  accepts: (state) => state === 1,
  changes: [SPACE + 1, 0x41, 0x5b, DELETE],
};

/** A decoded query parameter can be any text. */
const ANY: Language = {
  start: 0,
  step: (_, code) => (isScalar(code) ? 0 : -1),
  accepts: () => true,
  changes: [...SURROGATES, LAST],
};

const AMPERSAND = 0x26;

/**
 * A query parameter that is compared as written: the characters that a query can contain without
 * percent-encoding.
 */
const RAW: Language = {
  start: 0,
  step: (_, code) => (isOfTarget(code) && code !== AMPERSAND && code !== HASH ? 0 : -1),
  accepts: () => true,
  changes: targetWith(AMPERSAND, HASH),
};

/** A method is any token. Clients send more methods than the nine in the API. */
const METHOD: Language = {
  start: 0,
  step: (_, code) => (code >= 0x41 && code <= 0x5a ? 1 : -1),
  accepts: (state) => state === 1,
  changes: [0x41, 0x5b],
};

/** A scheme is a word in lower case. */
const SCHEME: Language = {
  start: 0,
  step: (_, code) => (code >= 0x61 && code <= 0x7a ? 1 : -1),
  accepts: (state) => state === 1,
  changes: [0x61, 0x7b],
};

const OCTET_STATES = 8;
const [START, ONE, TWO, OTHER, ONE_MORE, TWENTY_FIVE, WHOLE] = [0, 1, 2, 3, 4, 5, 6] as const;
const LAST_OCTET = 3;

/** Returns the state of a number from 0 to 255 after one more digit. Returns -1 if there is none. */
function afterDigit(state: number, digit: number): number {
  switch (state) {
    case START:
      return digit === 0 ? WHOLE : digit === 1 ? ONE : digit === 2 ? TWO : OTHER;
    case ONE:
      return ONE_MORE;
    case TWO:
      return digit < 5 ? ONE_MORE : digit === 5 ? TWENTY_FIVE : WHOLE;
    case OTHER:
    case ONE_MORE:
      return WHOLE;
    case TWENTY_FIVE:
      return digit <= 5 ? WHOLE : -1;
    default:
      return -1;
  }
}

/** IPv4 addresses: four numbers from 0 to 255. */
const ADDRESS: Language = {
  start: START,
  states: OCTET_STATES * (LAST_OCTET + 1),
  step(state, code) {
    const octet = Math.floor(state / OCTET_STATES);
    const own = state % OCTET_STATES;
    if (code === 0x2e) return own === START || octet === LAST_OCTET ? -1 : (octet + 1) * OCTET_STATES;
    if (code < 0x30 || code > 0x39) return -1;
    const next = afterDigit(own, code - 0x30);
    return next < 0 ? -1 : octet * OCTET_STATES + next;
  },
  accepts: (state) => Math.floor(state / OCTET_STATES) === LAST_OCTET && state % OCTET_STATES !== START,
  changes: [0x2e, 0x2f, ...Array.from({ length: 11 }, (_, at) => 0x30 + at)],
};

/** Returns the possible values of a dimension. `decodesPaths` leaves out the paths that nginx changes (I-612). */
export function languageOf(
  { kind }: Pick<Dimension, 'kind'>,
  { queryDecoding }: Pick<Profile, 'queryDecoding'>,
  decodesPaths = false,
): Language {
  switch (kind) {
    case 'path':
      return decodesPaths ? DECODED_PATH : PATH;
    case 'grpc-service':
    case 'grpc-method':
      return ELEMENT;
    case 'header':
      return HEADER;
    case 'host':
      return HOST;
    case 'query':
      return queryDecoding === 'raw' ? RAW : ANY;
    case 'method':
      return METHOD;
    case 'scheme':
      return SCHEME;
    case 'client-address':
      return ADDRESS;
    case 'unknown':
      return ANY;
    default:
      return kind satisfies never;
  }
}

/** Returns true if some values of a language have characters beyond ASCII. */
export function goesBeyondASCII({ states = 3, step }: Language): boolean {
  return Array.from({ length: states }, (_, at) => at).some((state) => step(state, 0x2603) >= 0);
}

/** Returns true if a text is one of the values. */
export function speaks(language: Language, text: string): boolean {
  let state = language.start;
  for (const character of text) {
    state = language.step(state, character.codePointAt(0) as number);
    if (state < 0) return false;
  }
  return language.accepts(state);
}
