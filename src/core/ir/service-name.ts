/**
 * A host that names a Service: `svc` in the namespace of the client, `svc.ns`, `svc.ns.svc`, or the
 * full name under the cluster domain. Case and a trailing dot are ignored.
 */
export interface ServiceName {
  readonly namespace: string;
  readonly name: string;
  readonly by: 'name' | 'dns-name';
}

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/**
 * Returns the Service that a host names. Returns null for a host of another form (an IP address, a public
 * host, a wildcard).
 */
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

/** Returns true if a host is an IP literal (IPv4, or IPv6 with or without brackets). */
export function isIPLiteral(host: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(host) || host.includes(':');
}
