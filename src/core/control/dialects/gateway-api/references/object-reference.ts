import type { Cluster } from '../../../../cluster/cluster.ts';
import { formatResourceId, namespacedName } from '../../../../ids/ids.ts';
import type { ConfigMapResource, ObjectRef, SecretResource } from '../../../../resource/gateway-resource.ts';
import { madeObjects } from './made-objects.ts';
import { isPermitted, type Referrer } from './reference-grants.ts';

/**
 * The result of a reference to a certificate or a CA. Kind, grant, and then existence and form are checked
 * (R-417, R-454).
 */
export type CertificateResult = 'ok' | 'kind' | 'not-permitted' | 'missing';

/** The keys of a certificate with its private key. */
const CERTIFICATE_KEYS = ['tls.crt', 'tls.key'];

/**
 * Returns the result for the Secret of a server or client certificate. Users do not store private keys in Git
 * or paste them. An undeclared Secret is missing only if other certificates are declared and no object of the
 * bundle creates it.
 */
export function resolveCertificate(referrer: Referrer, ref: ObjectRef, cluster: Cluster): CertificateResult {
  if (ref.group !== '' || ref.kind !== 'Secret') return 'kind';
  if (!isPermitted(referrer, ref, cluster)) return 'not-permitted';
  const secret = cluster.secrets.get(namespacedName(ref.namespace, ref.name));
  if (secret === undefined) {
    if (madeObjects(cluster).has(formatResourceId('Secret', ref.namespace, ref.name))) return 'ok';
    return holdsAny(cluster.secrets, CERTIFICATE_KEYS) ? 'missing' : 'ok';
  }
  return secret.spec.encrypted || CERTIFICATE_KEYS.every((key) => secret.spec.pemKeys.includes(key))
    ? 'ok'
    : 'missing';
}

/** Returns true if any of the declared objects has all of some keys, with any value. */
function holdsAny(
  store: ReadonlyMap<string, SecretResource | ConfigMapResource>,
  keys: readonly string[],
): boolean {
  for (const { spec } of store.values()) if (keys.every((key) => spec.keys.includes(key))) return true;
  return false;
}

/** Returns the result for the ConfigMap (or Secret) with a CA certificate under `ca.crt`. */
export function resolveCA(referrer: Referrer, ref: ObjectRef, cluster: Cluster): CertificateResult {
  const isConfigMap = ref.group === '' && ref.kind === 'ConfigMap';
  const isSecret = ref.group === '' && ref.kind === 'Secret';
  if (!isConfigMap && !isSecret) return 'kind';
  if (!isPermitted(referrer, ref, cluster)) return 'not-permitted';
  const store = isConfigMap ? cluster.configMaps : cluster.secrets;
  const holder = store.get(namespacedName(ref.namespace, ref.name));
  if (holder === undefined) {
    if (madeObjects(cluster).has(formatResourceId(ref.kind, ref.namespace, ref.name))) return 'ok';
    return holdsAny(store, ['ca.crt']) ? 'missing' : 'ok';
  }
  return holder.spec.encrypted || holder.spec.pemKeys.includes('ca.crt') ? 'ok' : 'missing';
}
