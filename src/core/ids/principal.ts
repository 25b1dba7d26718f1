/**
 * Creates and reads the identities of workloads: `TRUST-DOMAIN/ns/NAMESPACE/sa/ACCOUNT`, and service accounts:
 * `NAMESPACE/ACCOUNT`.
 */

/** Returns the principal of a service account. Without an account, returns its start. */
export function principalOf(trustDomain: string, namespace: string, account = ''): string {
  return `${trustDomain}/ns/${namespace}/sa/${account}`;
}

/** Returns `NAMESPACE/ACCOUNT` for a service account as a policy in a namespace writes it. */
export function accountOf(namespace: string, written: string): string {
  return written.includes('/') ? written : `${namespace}/${written}`;
}

/** Returns true if a text can be the name of a service account: it is one part. */
export function isAccountName(text: string): boolean {
  return text !== '' && !text.includes('/');
}

/** Returns a text in two pieces: up to its last slash, and the rest. Null if it has no slash. */
export function cutAccount(text: string): readonly [string, string] | null {
  const slash = text.lastIndexOf('/');
  return slash < 0 ? null : [text.slice(0, slash + 1), text.slice(slash + 1)];
}

const PARTS = 5;

/** Returns the trust domain of a principal, and the rest after it. Null if it does not have all parts. */
export function cutTrustDomain(principal: string): readonly [string, string] | null {
  const [domain = '', ...rest] = principal.split('/');
  return rest.length + 1 === PARTS ? [domain, `/${rest.join('/')}`] : null;
}

/** Returns the parts of a principal without wildcards. Null for another text. */
export function readPrincipal(
  principal: string,
): { readonly namespace: string; readonly account: string } | null {
  const [, ns, namespace, sa, account] = principal.split('/');
  if (ns !== 'ns' || sa !== 'sa' || !namespace || !account || principal.includes('*')) return null;
  return { namespace, account };
}
