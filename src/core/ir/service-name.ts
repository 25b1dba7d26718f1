/**
 * The ways in which a host can name a Service: `svc` in the client's own namespace, `svc.ns`, `svc.ns.svc`
 * and the full name under the cluster domain. Case and a trailing dot do not count.
 */
export interface ServiceName {
  readonly namespace: string;
  readonly name: string;
  readonly by: 'name' | 'dns-name';
}

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** Reads a host as a Service name; null when it has no such form (an IP, a public host, a wildcard). */
export function readServiceName(
  host: string,
  clientNamespace: string | null,
  clusterDomain: string,
): ServiceName | null {
  let rest = host.toLowerCase();
  if (rest.endsWith('.')) rest = rest.slice(0, -1);
  const suffix = `.svc.${clusterDomain.toLowerCase()}`;
  let full = false;
  if (rest.endsWith(suffix)) {
    rest = rest.slice(0, -suffix.length);
    full = true;
  } else if (rest.endsWith('.svc')) {
    rest = rest.slice(0, -'.svc'.length);
    full = true;
  }
  const labels = rest.split('.');
  if (!labels.every((label) => LABEL.test(label))) return null;
  if (labels.length === 2)
    return { name: labels[0] as string, namespace: labels[1] as string, by: 'dns-name' };
  if (labels.length === 1 && !full && clientNamespace !== null) {
    return { name: labels[0] as string, namespace: clientNamespace, by: 'name' };
  }
  return null;
}

/** Whether a host is an IP literal (IPv4, or IPv6 with or without brackets). */
export function isIPLiteral(host: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(host) || host.includes(':');
}
