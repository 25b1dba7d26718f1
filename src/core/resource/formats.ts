const LABEL = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(?:\\.${LABEL})*`;
const PATH = "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+";

/** The formats of text fields, by the name that `field-format` gives. */
export const FORMATS = {
  'dns-label': new RegExp(`^${LABEL}$`),
  'dns-subdomain': new RegExp(`^${SUBDOMAIN}$`),
  group: new RegExp(`^(?:${SUBDOMAIN})?$`),
  kind: /^[a-zA-Z](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$/,
  hostname: new RegExp(`^(?:\\*\\.)?${SUBDOMAIN}$`),
  'precise-hostname': new RegExp(`^${SUBDOMAIN}$`),
  'header-name': /^[A-Za-z0-9!#$%&'*+\-.^_\x60|~]+$/,
  duration: /^(?:[0-9]{1,5}(?:h|m|s|ms)){1,4}$/,
  'domain-path': new RegExp(`^${SUBDOMAIN}/${PATH}$`),
  'address-type': new RegExp(`^(?:Hostname|IPAddress|NamedAddress|${SUBDOMAIN}/${PATH})$`),
  protocol: new RegExp(`^(?:[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?|${SUBDOMAIN}/[A-Za-z0-9]+)$`),
  'well-known-ca': new RegExp(`^(?:System|${SUBDOMAIN}/(?:[A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9])$`),
  uri: /^[^:/?#]+:\/\/[^/?#]*[^?#]*(?:\?[^#]*)?(?:#.*)?$/,
  'cors-origin': /^(?:\*|[a-zA-Z][a-zA-Z0-9+.-]*:\/\/(?:\*\.)?[^/\s]+)$/,
} as const satisfies Readonly<Record<string, RegExp>>;

export type FormatName = keyof typeof FORMATS;

/** A GEP-2257 duration in milliseconds, or null when it is none. */
export function durationMilliseconds(duration: string): number | null {
  if (!FORMATS.duration.test(duration)) return null;
  let total = 0;
  for (const [, digits, unit] of duration.matchAll(/([0-9]+)(h|ms|m|s)/g)) {
    const factor = unit === 'h' ? 3_600_000 : unit === 'm' ? 60_000 : unit === 's' ? 1000 : 1;
    total += Number(digits) * factor;
  }
  return total;
}
