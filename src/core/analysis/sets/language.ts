import type { Profile } from '../../profile/profile.ts';
import type { Dimension } from './dimension.ts';

/** The values that a dimension can have at all, as a small automaton over characters. */
export interface Language {
  readonly start: number;
  /** The next state; -1: no value goes on like this. */
  step(state: number, code: number): number;
  accepts(state: number): boolean;
  /** Code points at which `step` may change its mind. */
  readonly changes: readonly number[];
  /** How many states there are, counted from 0; three where it is left out. */
  readonly states?: number;
}

const SPACE = 0x20;
const DELETE = 0x7f;
const SURROGATES = [0xd800, 0xe000] as const;
const LAST = 0x110000;

function isScalar(code: number): boolean {
  return code < LAST && (code < SURROGATES[0] || code >= SURROGATES[1]);
}

/** Neither white space nor a control character. */
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

/** What a request target is made of: visible ASCII; clients percent-encode everything else (RFC 9112, 3.2). */
function isOfTarget(code: number): boolean {
  return code > SPACE && code < DELETE;
}

const TARGET_CHANGES = [SPACE, SPACE + 1, DELETE];

function targetWith(...codes: readonly number[]): readonly number[] {
  return [...TARGET_CHANGES, ...codes.flatMap((code) => [code, code + 1])];
}

/** A path starts with `/` and has no query, fragment or white space in it. */
const PATH: Language = {
  start: 0,
  step: (state, code) =>
    state === 0 ? (code === SLASH ? 1 : -1) : isOfTarget(code) && code !== QUESTION && code !== HASH ? 1 : -1,
  accepts: (state) => state === 1,
  changes: targetWith(QUESTION, HASH, SLASH),
};

/** One element of a path, not empty: a gRPC service or method. */
const ELEMENT: Language = {
  start: 0,
  step: (_, code) => (isOfTarget(code) && code !== QUESTION && code !== HASH && code !== SLASH ? 1 : -1),
  accepts: (state) => state === 1,
  changes: targetWith(QUESTION, HASH, SLASH),
};

/** A header's value: white space only inside, no control characters; it may be empty. */
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

/** A query parameter can be any text once it is decoded. */
const ANY: Language = {
  start: 0,
  step: (_, code) => (isScalar(code) ? 0 : -1),
  accepts: () => true,
  changes: [...SURROGATES, LAST],
};

const AMPERSAND = 0x26;

/** A query parameter that is compared as it is written: what a query can hold without percent-encoding. */
const RAW: Language = {
  start: 0,
  step: (_, code) => (isOfTarget(code) && code !== AMPERSAND && code !== HASH ? 0 : -1),
  accepts: () => true,
  changes: targetWith(AMPERSAND, HASH),
};

/** A method is a token of any spelling: the nine of the API are not all that clients send. */
const METHOD: Language = {
  start: 0,
  step: (_, code) => (code >= 0x41 && code <= 0x5a ? 1 : -1),
  accepts: (state) => state === 1,
  changes: [0x41, 0x5b],
};

/** What values a dimension has. */
export function languageOf(
  { kind }: Pick<Dimension, 'kind'>,
  { queryDecoding }: Pick<Profile, 'queryDecoding'>,
): Language {
  switch (kind) {
    case 'path':
      return PATH;
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
    case 'unknown':
      return ANY;
    default:
      return kind satisfies never;
  }
}

/** Whether some values of a language have characters beyond ASCII. */
export function goesBeyondASCII({ states = 3, step }: Language): boolean {
  return Array.from({ length: states }, (_, at) => at).some((state) => step(state, 0x2603) >= 0);
}

/** Whether a text is one of the values. */
export function speaks(language: Language, text: string): boolean {
  let state = language.start;
  for (const character of text) {
    state = language.step(state, character.codePointAt(0) as number);
    if (state < 0) return false;
  }
  return language.accepts(state);
}
