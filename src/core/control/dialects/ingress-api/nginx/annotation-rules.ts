/** What ingress-nginx does with a value that its validation refuses (I-602). */
interface AnnotationRule {
  readonly isValid: (value: string) => boolean;
}

const WORD = String.raw`\-._~a-zA-Z0-9\/:`;
const matches = (pattern: RegExp): AnnotationRule => ({ isValid: (value) => pattern.test(value) });

const BOOLEAN = matches(/^(1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/);
const INTEGER = matches(/^[+-]?\d+$/);
const URL = matches(new RegExp(`^[${WORD},:?&=]*$`));
const URL_WITH_VARIABLES = matches(new RegExp(`^[${WORD}, ,:?&=$]*$`));
const SERVER_NAME = matches(new RegExp(String.raw`^\s*[${WORD}^$\[\](){}*+?|&=\\]*\s*$`));
const CAPTURED_PATH = matches(new RegExp(String.raw`^\/?[${WORD}$ ]*$`));
const NAME = matches(/^[a-z]([-a-z0-9]*[a-z0-9])?$/);
const SERVER_NAMES: AnnotationRule = {
  isValid: (value) => value.split(',').every((name) => SERVER_NAME.isValid(name)),
};

/**
 * The annotations of `nginx.ingress.kubernetes.io/` whose parser is strict: an invalid value removes the whole
 * Ingress. An empty value is not validated.
 */
export const STRICT_ANNOTATIONS: ReadonlyMap<string, AnnotationRule> = new Map([
  ['temporal-redirect', URL],
  ['temporal-redirect-code', INTEGER],
  ['permanent-redirect', URL],
  ['permanent-redirect-code', INTEGER],
  ['from-to-www-redirect', BOOLEAN],
  ['relative-redirects', BOOLEAN],
  ['limit-rps', INTEGER],
  ['limit-rpm', INTEGER],
  ['limit-connections', INTEGER],
  ['server-alias', SERVER_NAMES],
  ['upstream-vhost', SERVER_NAME],
  ['x-forwarded-prefix', CAPTURED_PATH],
  ['default-backend', NAME],
  ['auth-url', URL_WITH_VARIABLES],
]);

/** The annotations whose value is not validated, and that ingress-nginx allows only if it is configured so. */
export const SNIPPETS: readonly string[] = [
  'configuration-snippet',
  'server-snippet',
  'auth-snippet',
  'stream-snippet',
  'modsecurity-snippet',
];

/** Returns true for a value of a lenient annotation that is valid. Another value is read as absent. */
export const LENIENT = {
  boolean: BOOLEAN.isValid,
  integer: INTEGER.isValid,
  path: CAPTURED_PATH.isValid,
  word: matches(new RegExp(`^[${WORD}\\/ ]*$`)).isValid,
  pattern: matches(new RegExp(String.raw`^[${WORD}^$\[\](){}*+?|&=\\]*$`)).isValid,
} as const;
