import type { Cluster } from '../../cluster/cluster.ts';
import type { ObjectRef } from '../../resource/gateway-resource.ts';
import { isPermitted, type Referrer } from '../is-permitted.ts';

/** What became of a reference to a certificate or a CA: kind, then grant, then existence and form. */
export type CertificateResult = 'ok' | 'kind' | 'not-permitted' | 'missing';

/**
 * Looks up the Secret of a server or client certificate. A bundle that declares no Secret at all is taken for half a
 * cluster: people do not paste keys.
 */
export function resolveCertificate(referrer: Referrer, ref: ObjectRef, cluster: Cluster): CertificateResult {
  if (ref.group !== '' || ref.kind !== 'Secret') return 'kind';
  if (!isPermitted(referrer, ref, cluster)) return 'not-permitted';
  const secret = cluster.secrets.get(`${ref.namespace}/${ref.name}`);
  if (secret === undefined) return cluster.secrets.size === 0 ? 'ok' : 'missing';
  return ['tls.crt', 'tls.key'].every((key) => secret.spec.pemKeys.includes(key)) ? 'ok' : 'missing';
}

/** Looks up the ConfigMap (or Secret) that holds a CA certificate under `ca.crt`. */
export function resolveCA(referrer: Referrer, ref: ObjectRef, cluster: Cluster): CertificateResult {
  const isConfigMap = ref.group === '' && ref.kind === 'ConfigMap';
  const isSecret = ref.group === '' && ref.kind === 'Secret';
  if (!isConfigMap && !isSecret) return 'kind';
  if (!isPermitted(referrer, ref, cluster)) return 'not-permitted';
  const store = isConfigMap ? cluster.configMaps : cluster.secrets;
  const holder = store.get(`${ref.namespace}/${ref.name}`);
  if (holder === undefined) return store.size === 0 ? 'ok' : 'missing';
  return holder.spec.pemKeys.includes('ca.crt') ? 'ok' : 'missing';
}
