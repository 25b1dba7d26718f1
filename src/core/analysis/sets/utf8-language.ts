import type { Language } from './language.ts';

/**
 * The rest of a character after some bytes: nothing, a number of tail bytes, or a tail byte of a narrower
 * range.
 */
const TAILS = {
  none: 0,
  one: 1,
  two: 2,
  three: 3,
  afterE0: 4,
  afterED: 5,
  afterF0: 6,
  afterF4: 7,
  afterC2: 8,
} as const;
const KINDS = 9;

/** A character beyond U+00A0. Every language takes either all or none of these. */
const BEYOND = 0x2603;
/** The first character beyond ASCII. A language that takes it takes all characters beyond ASCII. */
const CONTROL = 0x80;

/**
 * Returns a language over bytes with the same values: each character of a value is encoded in UTF-8, and each
 * byte is one character. Requires a language that treats U+00A1 and all characters after it alike, and also
 * U+0080 to U+00A0.
 */
export function inBytes(language: Language): Language {
  const states = Array.from({ length: (language.states ?? DEFAULT_STATES) * KINDS }, (_, at) => at);
  return {
    start: language.start * KINDS,
    states: states.length,
    step(state, byte) {
      const [own, tails] = [Math.floor(state / KINDS), state % KINDS];
      if (tails !== TAILS.none) return continued(own, tails, byte, language);
      if (byte < 0x80) {
        const next = language.step(own, byte);
        return next < 0 ? -1 : next * KINDS;
      }
      const lead = leadOf(byte, language.step(own, CONTROL) >= 0);
      return lead === null || language.step(own, BEYOND) < 0 ? -1 : own * KINDS + lead;
    },
    accepts: (state) => state % KINDS === TAILS.none && language.accepts(Math.floor(state / KINDS)),
    changes: [...language.changes.filter((code) => code <= 0x80), ...BYTE_CHANGES],
  };
}

const DEFAULT_STATES = 3;
const BYTE_CHANGES = [
  ...[0x80, 0x90, 0xa0, 0xa1, 0xc0, 0xc2, 0xc3, 0xe0, 0xe1, 0xed, 0xee],
  ...[0xf0, 0xf1, 0xf4, 0xf5, 0x100],
];

/** Returns the rest of a character after its first byte. Returns null if no character starts with it. */
function leadOf(byte: number, takesControls: boolean): number | null {
  if (byte < 0xc2 || byte > 0xf4) return null;
  if (byte === 0xc2) return takesControls ? TAILS.one : TAILS.afterC2;
  if (byte < 0xe0) return TAILS.one;
  if (byte === 0xe0) return TAILS.afterE0;
  if (byte === 0xed) return TAILS.afterED;
  if (byte < 0xf0) return TAILS.two;
  if (byte === 0xf0) return TAILS.afterF0;
  return byte === 0xf4 ? TAILS.afterF4 : TAILS.three;
}

/** By the rest of a character: the range of the next byte, and the rest after it. */
const NEXT: Readonly<Record<number, readonly [from: number, to: number, tails: number]>> = {
  [TAILS.one]: [0x80, 0xbf, TAILS.none],
  [TAILS.two]: [0x80, 0xbf, TAILS.one],
  [TAILS.three]: [0x80, 0xbf, TAILS.two],
  [TAILS.afterE0]: [0xa0, 0xbf, TAILS.one],
  [TAILS.afterED]: [0x80, 0x9f, TAILS.one],
  [TAILS.afterF0]: [0x90, 0xbf, TAILS.two],
  [TAILS.afterF4]: [0x80, 0x8f, TAILS.two],
  [TAILS.afterC2]: [0xa1, 0xbf, TAILS.none],
};

function continued(own: number, tails: number, byte: number, language: Language): number {
  const next = NEXT[tails];
  if (next === undefined || byte < next[0] || byte > next[1]) return -1;
  return next[2] === TAILS.none ? language.step(own, BEYOND) * KINDS : own * KINDS + next[2];
}
