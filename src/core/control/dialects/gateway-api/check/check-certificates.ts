import type { Cluster } from '../../../../cluster/cluster.ts';
import { siteOf } from '../../../../cluster/resource-site.ts';
import type { Finding } from '../../../../findings/finding.ts';
import { formatResourceId } from '../../../../ids/ids.ts';
import type {
  BackendTLSPolicyResource,
  GatewayResource,
  ObjectRef,
} from '../../../../resource/gateway-resource.ts';
import type { Path } from '../../../../text/path.ts';
import type { GatewayFacts } from '../gateways/gateway-plane.ts';
import { hasValidCA } from '../policies/tls-policy.ts';
import { GATEWAY_GROUP } from '../references/backend-kinds.ts';
import { type CertificateResult, resolveCA, resolveCertificate } from '../references/object-reference.ts';

type Report = (finding: Finding) => void;

/**
 * Reports findings about the certificate that a Gateway presents to backends, and about the CA certificates
 * for clients.
 */
export function checkGatewayCertificates(
  { gateway, listeners }: GatewayFacts,
  cluster: Cluster,
  report: Report,
): void {
  const { backendClientCertificate, frontendDefault, frontendPerPort } = gateway.spec.tls;
  const referrer = { group: GATEWAY_GROUP, kind: 'Gateway', namespace: gateway.namespace };
  if (backendClientCertificate !== null) {
    const why = resolveCertificate(referrer, backendClientCertificate, cluster);
    const reason = why === 'not-permitted' ? 'RefNotPermitted' : 'InvalidClientCertificateRef';
    if (why !== 'ok') {
      const path = ['spec', 'tls', 'backend', 'clientCertificateRef'];
      report(unusable('client-certificate-unusable', gateway, backendClientCertificate, why, path, reason));
    }
  }
  // Only HTTPS listeners request certificates from clients.
  if (!listeners.some(({ listener }) => listener.protocol === 'HTTPS')) return;
  const base: Path = ['spec', 'tls', 'frontend'];
  const validations = [
    { validation: frontendDefault, path: [...base, 'default'] },
    ...frontendPerPort.map(({ validation }, at) => ({ validation, path: [...base, 'perPort', at, 'tls'] })),
  ];
  const none = listeners.find(({ refused }) => refused === 'NoValidCACertificate');
  if (none !== undefined) report(noneLeft(gateway, base));
  for (const { validation, path } of validations) {
    validation?.caCertificateRefs.forEach((ref, at) => {
      const why = resolveCA(referrer, ref, cluster);
      if (why === 'ok') return;
      const place = [...path, 'validation', 'caCertificateRefs', at];
      report(unusable('ca-certificate-unusable', gateway, ref, why, place, CA_REASONS[why]));
    });
  }
}

const CA_REASONS = {
  kind: 'InvalidCACertificateKind',
  'not-permitted': 'RefNotPermitted',
  missing: 'InvalidCACertificateRef',
} as const;

/** Reports findings about the CA certificates for backends. */
export function checkPolicyCertificates(
  policy: BackendTLSPolicyResource,
  cluster: Cluster,
  report: Report,
): void {
  const referrer = { group: GATEWAY_GROUP, kind: policy.kind, namespace: policy.namespace };
  if (!hasValidCA(policy, cluster)) report(noneLeft(policy, ['spec', 'validation', 'caCertificateRefs']));
  policy.spec.caCertificateRefs.forEach((ref, at) => {
    const why = resolveCA(referrer, ref, cluster);
    if (why === 'ok') return;
    const path = ['spec', 'validation', 'caCertificateRefs', at];
    const reason = why === 'kind' ? 'InvalidKind' : 'InvalidCACertificateRef';
    report(unusable('ca-certificate-unusable', policy, ref, why, path, reason));
  });
}

/**
 * Returns the finding that no CA certificate can be used. Connections cannot be verified and are not opened
 * (R-418, R-517).
 */
function noneLeft(resource: GatewayResource | BackendTLSPolicyResource, path: Path): Finding {
  return {
    code: 'ca-certificates-all-unusable',
    severity: 'error',
    args: { resource: resource.id },
    site: siteOf(resource, path),
    related: [],
    fixes: [],
    condition: { type: 'Accepted', reason: 'NoValidCACertificate' },
  };
}

function unusable(
  code: 'client-certificate-unusable' | 'ca-certificate-unusable',
  resource: GatewayResource | BackendTLSPolicyResource,
  { kind, namespace, name }: ObjectRef,
  why: Exclude<CertificateResult, 'ok'>,
  path: Path,
  reason: string,
): Finding {
  return {
    code,
    severity: 'error',
    args: { resource: resource.id, certificate: formatResourceId(kind, namespace, name), why },
    site: siteOf(resource, path),
    related: [],
    fixes: [],
    condition: { type: 'ResolvedRefs', reason },
  };
}
