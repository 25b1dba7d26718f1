import type { Profile } from '../profile/profile.ts';

/**
 * Classes that the engine knows and RE2 does not: binary properties, general categories that RE2 lacks, and
 * scripts that are newer than its tables (Unicode 15). A proxy refuses a pattern that names one.
 */
const UNKNOWN_TO_RE2: ReadonlySet<string> = new Set([
  ...['Cn', 'LC', 'Assigned', 'Unknown', 'ASCII', 'ASCII_Hex_Digit', 'Alphabetic', 'Dash', 'Emoji'],
  ...['Emoji_Component', 'Emoji_Modifier', 'Emoji_Modifier_Base', 'Emoji_Presentation'],
  ...['Extended_Pictographic', 'Hex_Digit', 'Lowercase', 'Math', 'Quotation_Mark', 'Terminal_Punctuation'],
  ...['Uppercase', 'White_Space'],
  ...['Garay', 'Gurung_Khema', 'Kirat_Rai', 'Ol_Onal', 'Sunuwar', 'Todhri', 'Tulu_Tigalari'],
  ...['Beria_Erfe', 'Sidetic', 'Tai_Yo', 'Tolong_Siki'],
]);

/** The name of a class in RE2: a general category, `Any` or a script. */
const CLASS_NAME = /^(Any|[A-Z]|[A-Z][a-z]|[A-Z][A-Za-z]*(_[A-Z][a-z]*)*)$/;

/**
 * Any byte. In a pattern over characters it represents one ASCII character, unless it is repeated without a
 * limit.
 */
const ANY = '(?s:.)';
const ANY_ASCII = '[\\x00-\\x7f]';

/**
 * Returns a pattern of RE2 in the syntax of the engine, with the same meaning. `\C` is expanded. Names of
 * groups are removed, because the engine refuses a repeated name. Throws an Error with the reason if RE2
 * refuses the pattern and the engine does not.
 */
export function inEngineSyntax(source: string, unit: Profile['patternUnit']): string {
  let text = '';
  let inClass = false;
  for (let at = 0; at < source.length; at++) {
    const character = source[at] as string;
    if (character === '\\') {
      const piece = readEscape(source, at);
      if (unit === 'bytes') refuseWideEscape(piece);
      const repeated = /^[*+]/.test(source.slice(at + piece.length));
      text += piece === '\\C' && !inClass ? (unit === 'bytes' || repeated ? ANY : ANY_ASCII) : piece;
      at += piece.length - 1;
      continue;
    }
    const name = inClass ? null : /^\(\?P?<([A-Za-z_][A-Za-z0-9_]*)>/.exec(source.slice(at));
    if (name !== null) {
      text += '(';
      at += name[0].length - 1;
      continue;
    }
    if (inClass) {
      const posix = /^\[:\^?[a-z]+:\]/.exec(source.slice(at));
      if (posix !== null) {
        text += posix[0];
        at += posix[0].length - 1;
        continue;
      }
      if (character === ']') inClass = false;
    } else if (character === '[') {
      const opening = /^\[\^?\]?/.exec(source.slice(at)) as RegExpExecArray;
      text += opening[0];
      at += opening[0].length - 1;
      inClass = true;
      continue;
    }
    text += character;
  }
  return text;
}

/**
 * Returns the text that starts with a backslash: one character, a named class, a number, or a quotation up to
 * `\E`.
 */
function readEscape(source: string, at: number): string {
  const rest = source.slice(at);
  const quoted = /^\\Q[\s\S]*?(\\E|$)/.exec(rest);
  if (quoted !== null) return quoted[0];
  const wide = /^\\x\{[0-9A-Fa-f]+\}/.exec(rest);
  if (wide !== null) return wide[0];
  const named = /^\\[pP](?:\{(\^?)([^}]*)\}|(.))/s.exec(rest);
  if (named === null) return rest.slice(0, 2);
  const name = named[2] ?? named[3] ?? '';
  if (!CLASS_NAME.test(name) || UNKNOWN_TO_RE2.has(name)) {
    throw new Error(`invalid character class range: \`${named[0]}\``);
  }
  return named[0];
}

const LAST_BYTE = 0xff;

/** Throws an Error for a character beyond one byte, which a pattern over bytes cannot contain. */
function refuseWideEscape(piece: string): void {
  const code = /^\\x\{([0-9A-Fa-f]+)\}$/.exec(piece)?.[1];
  if (code !== undefined && Number.parseInt(code, 16) > LAST_BYTE) {
    throw new Error(`invalid escape sequence: \`${piece}\``);
  }
}
