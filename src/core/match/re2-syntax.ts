import type { Profile } from '../profile/profile.ts';

/**
 * Classes that our engine knows and RE2 does not: binary properties, general categories that RE2 left out, and scripts
 * younger than its tables (Unicode 15). A proxy refuses a pattern that names one.
 */
const UNKNOWN_TO_RE2: ReadonlySet<string> = new Set([
  ...['Cn', 'LC', 'Assigned', 'Unknown', 'ASCII', 'ASCII_Hex_Digit', 'Alphabetic', 'Dash', 'Emoji'],
  ...['Emoji_Component', 'Emoji_Modifier', 'Emoji_Modifier_Base', 'Emoji_Presentation'],
  ...['Extended_Pictographic', 'Hex_Digit', 'Lowercase', 'Math', 'Quotation_Mark', 'Terminal_Punctuation'],
  ...['Uppercase', 'White_Space'],
  ...['Garay', 'Gurung_Khema', 'Kirat_Rai', 'Ol_Onal', 'Sunuwar', 'Todhri', 'Tulu_Tigalari'],
  ...['Beria_Erfe', 'Sidetic', 'Tai_Yo', 'Tolong_Siki'],
]);

/** A name as RE2 writes them: a general category, `Any` or a script. */
const CLASS_NAME = /^(Any|[A-Z]|[A-Z][a-z]|[A-Z][A-Za-z]*(_[A-Z][a-z]*)*)$/;

/** Any byte: in characters it is one of ASCII, unless it is repeated without end. */
const ANY = '(?s:.)';
const ANY_ASCII = '[\\x00-\\x7f]';

/**
 * A pattern of RE2 in the words of our engine, which means the same by it: `\C` is written out, and the names of groups
 * are left out, since the engine refuses a name that is given twice. Throws an Error with the reason where RE2 refuses
 * the pattern and the engine would not.
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

/** What a backslash begins: one character, a class by name, a number, or a quotation up to `\E`. */
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

/** In a pattern over bytes there is no character beyond one byte. */
function refuseWideEscape(piece: string): void {
  const code = /^\\x\{([0-9A-Fa-f]+)\}$/.exec(piece)?.[1];
  if (code !== undefined && Number.parseInt(code, 16) > LAST_BYTE) {
    throw new Error(`invalid escape sequence: \`${piece}\``);
  }
}
