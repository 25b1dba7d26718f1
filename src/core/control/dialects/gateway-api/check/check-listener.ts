import type { Cluster } from '../../../../cluster/cluster.ts';
import { siteOf } from '../../../../cluster/resource-site.ts';
import type { Finding, Fix } from '../../../../findings/finding.ts';
import type { EffectiveListener } from '../gateways/listeners.ts';

type Report = (finding: Finding) => void;

/**
 * Returns a fix that names the Secret with a certificate, if the namespace of the listener declares exactly
 * one.
 */
function certificateFix({ namespace }: EffectiveListener, site: Finding['site'], cluster: Cluster): Fix[] {
  const [secret, ...more] = [...cluster.secrets.values()].filter(
    (each) =>
      each.namespace === namespace && ['tls.crt', 'tls.key'].every((key) => each.spec.pemKeys.includes(key)),
  );
  if (secret === undefined || more.length > 0) return [];
  const text = `{certificateRefs: [{name: ${secret.name}}]}`;
  const edits = [{ site, action: 'insert-field' as const, key: 'tls', text }];
  return [{ name: 'use-certificate', args: { secret: secret.name }, edits }];
}

/** Reports findings about one listener: conflicts, protocol, certificates, kinds (R-413… ). */
export function checkListener(effective: EffectiveListener, cluster: Cluster, report: Report): void {
  const { set, gateway, listener, conflict, refused, unresolved, id } = effective;
  const at = (...path: string[]) => siteOf(set ?? gateway, ['spec', 'listeners', listener.index, ...path]);
  const base = { related: [], fixes: [] };
  if (conflict !== null) {
    const condition = { type: 'Conflicted', reason: conflict };
    const args = { listener: id, reason: conflict };
    report({ ...base, code: 'listener-conflicted', severity: 'error', args, site: at('name'), condition });
  } else if (refused === 'UnsupportedProtocol') {
    const condition = { type: 'Accepted', reason: refused };
    const args = { listener: id, protocol: listener.protocol };
    report({
      ...base,
      code: 'listener-protocol-unsupported',
      severity: 'warning',
      args,
      site: at('protocol'),
      condition,
    });
  }
  // Admission refuses TLS without `tls`, and `tls` without a certificate. Their findings belong to the
  // resource.
  if (listener.protocol === 'HTTPS' && listener.tls === null) {
    report({
      ...base,
      code: 'listener-https-without-tls',
      severity: 'error',
      args: { listener: id },
      site: at('protocol'),
      fixes: certificateFix(effective, at(), cluster),
      condition: { type: 'Programmed', reason: 'Invalid' },
    });
  }
  const condition = { type: 'ResolvedRefs', reason: unresolved ?? '' };
  const isByCA = unresolved === 'InvalidCACertificateRef' || unresolved === 'InvalidCACertificateKind';
  if (set !== null && (isByCA || refused === 'NoValidCACertificate')) {
    // The settings of the Gateway also apply to the listeners of its sets. The error is in the Gateway.
    report({
      ...base,
      code: 'client-validation-unusable',
      severity: 'warning',
      args: { listener: id, gateway: gateway.id },
      site: at('name'),
      condition: isByCA ? condition : { type: 'Accepted', reason: 'NoValidCACertificate' },
    });
  }
  if (unresolved === 'InvalidCertificateRef') {
    report({
      ...base,
      code: 'certificate-unusable',
      severity: 'error',
      args: { listener: id },
      site: at('tls'),
      condition,
    });
  } else if (unresolved === 'RefNotPermitted') {
    report({
      ...base,
      code: 'certificate-not-permitted',
      severity: 'error',
      args: { listener: id },
      site: at('tls'),
      condition,
    });
  } else if (unresolved === 'InvalidRouteKinds') {
    const left = listener.allowedRoutes.kinds.filter((each) => !effective.supportedKinds.includes(each.kind));
    const args = { listener: id, kinds: left.map((each) => each.kind).join(', ') };
    report({
      ...base,
      code: 'listener-kind-invalid',
      severity: 'warning',
      args,
      site: at('allowedRoutes'),
      condition,
    });
  }
}
