import type { Cluster } from '../../../../cluster/cluster.ts';
import type { ConfigMapResource, ObjectRef, SecretResource } from '../../../../resource/gateway-resource.ts';
import { madeObjects } from './made-objects.ts';
import { isPermitted, type Referrer } from './reference-grants.ts';

/** What became of a reference to a certificate or a CA: kind, then grant, then existence and form. */
export type CertificateResult = 'ok' | 'kind' | 'not-permitted' | 'missing';

/** The keys of a certificate with its key. */
const CERTIFICATE_KEYS = ['tls.crt', 'tls.key'];

/**
 * Looks up the Secret of a server or client certificate. Keys are not in Git and not in what people paste: one that is not
 * declared is missing only where other certificates are declared and nothing of the bundle makes it.
 */
export function resolveCertificate(referrer: Referrer, ref: ObjectRef, cluster: Cluster): CertificateResult {
  if (ref.group !== '' || ref.kind !== 'Secret') return 'kind';
  if (!isPermitted(referrer, ref, cluster)) return 'not-permitted';
  const secret = cluster.secrets.get(`${ref.namespace}/${ref.name}`);
  if (secret === undefined) {
    if (madeObjects(cluster).has(`Secret/${ref.namespace}/${ref.name}`)) return 'ok';
    return holdsAny(cluster.secrets, CERTIFICATE_KEYS) ? 'missing' : 'ok';
  }
  return secret.spec.encrypted || CERTIFICATE_KEYS.every((key) => secret.spec.pemKeys.includes(key))
    ? 'ok'
    : 'missing';
}

/** Whether any of the declared objects has all of some keys, whatever they hold. */
function holdsAny(
  store: ReadonlyMap<string, SecretResource | ConfigMapResource>,
  keys: readonly string[],
): boolean {
  for (const { spec } of store.values()) if (keys.every((key) => spec.keys.includes(key))) return true;
  return false;
}

/** Looks up the ConfigMap (or Secret) that holds a CA certificate under `ca.crt`. */
export function resolveCA(referrer: Referrer, ref: ObjectRef, cluster: Cluster): CertificateResult {
  const isConfigMap = ref.group === '' && ref.kind === 'ConfigMap';
  const isSecret = ref.group === '' && ref.kind === 'Secret';
  if (!isConfigMap && !isSecret) return 'kind';
  if (!isPermitted(referrer, ref, cluster)) return 'not-permitted';
  const store = isConfigMap ? cluster.configMaps : cluster.secrets;
  const holder = store.get(`${ref.namespace}/${ref.name}`);
  if (holder === undefined) {
    if (madeObjects(cluster).has(`${ref.kind}/${ref.namespace}/${ref.name}`)) return 'ok';
    return holdsAny(store, ['ca.crt']) ? 'missing' : 'ok';
  }
  return holder.spec.encrypted || holder.spec.pemKeys.includes('ca.crt') ? 'ok' : 'missing';
}
