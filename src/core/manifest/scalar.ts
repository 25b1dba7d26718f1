/**
 * Returns the value of a plain (unquoted) scalar as Kubernetes reads it. kubectl and the API server use a
 * YAML 1.1 reader (go-yaml v2), so `yes` is true, `0777` is 511 and a date is a string. Returns other text
 * unchanged. Numbers can contain underscores; base 60 is not supported.
 */
export function resolvePlain(text: string): string | number | boolean | null {
  switch (text.charCodeAt(0)) {
    case 0x6e: // n
      return text === 'null' ? null : text === 'no' || text === 'n' ? false : text;
    case 0x4e: // N
      if (text === 'Null' || text === 'NULL') return null;
      return text === 'No' || text === 'NO' || text === 'N' ? false : text;
    case 0x79: // y
      return text === 'yes' || text === 'y' ? true : text;
    case 0x59: // Y
      return text === 'Yes' || text === 'YES' || text === 'Y' ? true : text;
    case 0x74: // t
      return text === 'true' ? true : text;
    case 0x54: // T
      return text === 'True' || text === 'TRUE' ? true : text;
    case 0x66: // f
      return text === 'false' ? false : text;
    case 0x46: // F
      return text === 'False' || text === 'FALSE' ? false : text;
    case 0x6f: // o
      return text === 'on' ? true : text === 'off' ? false : text;
    case 0x4f: // O
      if (text === 'On' || text === 'ON') return true;
      return text === 'Off' || text === 'OFF' ? false : text;
    case 0x7e: // ~
      return text === '~' ? null : text;
    case 0x30:
    case 0x31:
    case 0x32:
    case 0x33:
    case 0x34:
    case 0x35:
    case 0x36:
    case 0x37:
    case 0x38:
    case 0x39:
    case 0x2b: // +
    case 0x2d: // -
    case 0x2e: // .
      return resolveNumber(text);
    default:
      return text === '' ? null : text;
  }
}

const DECIMAL = /^[-+]?(?:0|[1-9][0-9]*)$/;
const OTHER_BASE = /^([-+]?)0(?:x([0-9a-fA-F]+)|b([01]+)|o?([0-7]+))$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const INFINITE = /^[-+]?\.(?:inf|Inf|INF)$/;

function resolveNumber(text: string): string | number {
  const first = text.charCodeAt(0);
  if (text.length < 10 && first >= 0x31 && first <= 0x39) {
    // The common case, a short decimal, needs no regular expression.
    let value = first - 0x30;
    let at = 1;
    for (; at < text.length; at++) {
      const digit = text.charCodeAt(at) - 0x30;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (at === text.length) return value;
  }
  const last = text.charCodeAt(text.length - 1);
  // Addresses, versions and quantities (`10.0.0.1`, `100m`, `v1`) have endings or parts that no number has.
  if (first === 0x2e && INFINITE.test(text)) return Number.POSITIVE_INFINITY;
  if ((first === 0x2d || first === 0x2b) && INFINITE.test(text)) {
    return first === 0x2d ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  if (first === 0x2e && (text === '.nan' || text === '.NaN' || text === '.NAN')) return Number.NaN;
  const isHex = (last | 0x20) >= 0x61 && (last | 0x20) <= 0x66;
  if (!isHex && last !== 0x2e && last !== 0x5f && (last < 0x30 || last > 0x39)) return text;
  const bare = text.includes('_') ? text.replaceAll('_', '') : text;
  if (DECIMAL.test(bare)) return Number(bare) + 0;
  const based = OTHER_BASE.exec(bare);
  if (based !== null) {
    const [, sign, hex, binary, octal] = based;
    const digits = hex ?? binary ?? octal ?? '0';
    const value = Number.parseInt(digits, hex !== undefined ? 16 : binary !== undefined ? 2 : 8);
    return sign === '-' ? 0 - value : value;
  }
  return FLOAT.test(bare) ? Number(bare) + 0 : text;
}
