const LABEL = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(?:\\.${LABEL})*`;
const BYTE = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
const IPV4 = `(?:${BYTE}\\.){3}${BYTE}`;
const PATH = "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+";

/** The formats of text fields, by the name in `field-format`. */
export const FORMATS = {
  'dns-label': new RegExp(`^${LABEL}$`),
  'dns-subdomain': new RegExp(`^${SUBDOMAIN}$`),
  group: new RegExp(`^(?:${SUBDOMAIN})?$`),
  kind: /^[a-zA-Z](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$/,
  hostname: new RegExp(`^(?:\\*\\.)?${SUBDOMAIN}$`),
  'precise-hostname': new RegExp(`^${SUBDOMAIN}$`),
  'header-name': /^[A-Za-z0-9!#$%&'*+\-.^_\x60|~]+$/,
  // RFC 9110, 5.5: no control characters except the tab.
  'header-value': /^[^\u0000-\u0008\u000a-\u001f\u007f]*$/,
  duration: /^(?:[0-9]{1,5}(?:h|m|s|ms)){1,4}$/,
  'domain-path': new RegExp(`^${SUBDOMAIN}/${PATH}$`),
  'address-type': new RegExp(`^(?:Hostname|IPAddress|NamedAddress|${SUBDOMAIN}/${PATH})$`),
  protocol: new RegExp(`^(?:[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?|${SUBDOMAIN}/[A-Za-z0-9]+)$`),
  'well-known-ca': new RegExp(`^(?:System|${SUBDOMAIN}/(?:[A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9])$`),
  uri: /^[^:/?#]+:\/\/[^/?#]*[^?#]*(?:\?[^#]*)?(?:#.*)?$/,
  'cors-origin': /^(?:\*|[a-zA-Z][a-zA-Z0-9+.-]*:\/\/(?:\*\.)?[^/\s]+)$/,
} as const satisfies Readonly<Record<string, RegExp>>;

/** An IPv4 or IPv6 address. The API server does not require it. */
export const IP_ADDRESS = new RegExp(`^(?:${IPV4}|(?=.*:.*:)[0-9A-Fa-f:]+(?::${IPV4})?)$`);

/** The name of a format of text fields. */
export type FormatName = keyof typeof FORMATS;

/** Returns the milliseconds of a GEP-2257 duration. Returns null for an invalid one. */
export function durationMilliseconds(duration: string): number | null {
  if (!FORMATS.duration.test(duration)) return null;
  let total = 0;
  for (const [, digits, unit] of duration.matchAll(/([0-9]+)(h|ms|m|s)/g)) {
    const factor = unit === 'h' ? 3_600_000 : unit === 'm' ? 60_000 : unit === 's' ? 1000 : 1;
    total += Number(digits) * factor;
  }
  return total;
}
