import type { Cluster } from '../cluster/cluster.ts';
import { siteOf } from '../cluster/site-of.ts';
import type { Finding, Fix } from '../findings/finding.ts';
import type { AnyRoute } from './any-route.ts';
import { allRoutes } from './any-route.ts';
import type { ControlPlane } from './control-plane.ts';
import { type GatewayAttachment, namesGateway } from './gateway/attach-to-listeners.ts';
import type { GatewayFacts } from './gateway/gateway-plane.ts';
import type { EffectiveListener } from './gateway/listeners.ts';

type Report = (finding: Finding) => void;

/** Findings of the gateway side: parents that are missing, listeners that refuse, conflicts, certificates (section 4). */
export function checkGateways(cluster: Cluster, control: ControlPlane, report: Report): void {
  const { plane } = control.memo;
  for (const facts of plane.gateways.values()) checkGateway(facts, report);
  const decided = new Map(
    plane.attachments.map((each) => [`${each.route.id} ${each.parent}`, each] as const),
  );
  for (const route of allRoutes(cluster)) {
    route.spec.parentRefs.forEach((ref, parent) => {
      if (!namesGateway(ref)) return;
      const attachment = decided.get(`${route.id} ${parent}`);
      if (attachment !== undefined) checkAttachment(attachment, report);
      else checkMissing(route, parent, cluster, report);
    });
  }
}

function checkMissing(route: AnyRoute, parent: number, cluster: Cluster, report: Report): void {
  const ref = route.spec.parentRefs[parent];
  if (ref === undefined) return;
  const key = `${ref.namespace}/${ref.name}`;
  const exists =
    ref.kind === 'Gateway'
      ? cluster.gateways.has(key)
      : cluster.listenerSets.some((set) => `${set.namespace}/${set.name}` === key);
  // One that exists but is pending has a finding of its own.
  if (exists) return;
  const none = cluster.gateways.size === 0;
  report({
    code: 'parent-gateway-missing',
    // A bundle without any Gateway is half a cluster: worth knowing, no mistake.
    severity: none ? 'info' : 'error',
    args: { route: route.id, gateway: `${ref.kind}/${key}` },
    site: siteOf(route, ['spec', 'parentRefs', parent, 'name']),
    related: [],
    fixes: [],
  });
}

function checkAttachment(attachment: GatewayAttachment, report: Report): void {
  if (attachment.accepted) return;
  const { route, parent, ref, target, verdicts, reason } = attachment;
  const base = { severity: 'error', related: [], condition: { type: 'Accepted', reason } } as const;
  const at = (field: string) => siteOf(route, ['spec', 'parentRefs', parent, field]);
  const names = { route: route.id, gateway: target };
  switch (reason) {
    case 'NoMatchingParent': {
      const wanted = [
        ref.sectionName === null ? null : `listener \`${ref.sectionName}\``,
        ref.port === null ? null : `port ${ref.port}`,
      ].filter((each) => each !== null);
      const listeners = verdicts.map(({ listener }) => `${listener.listener.name}:${listener.listener.port}`);
      const fixes = verdicts.map(({ listener }) => sectionFix(at('sectionName'), listener));
      const args = { ...names, wanted: wanted.join(' and '), listeners: listeners.join(', ') };
      report({
        ...base,
        code: 'listener-not-found',
        args,
        site: at(ref.sectionName === null ? 'port' : 'sectionName'),
        fixes: ref.sectionName === null ? [] : fixes,
      });
      return;
    }
    case 'NotAllowedByListeners': {
      const byNamespace = verdicts.filter((verdict) => verdict.refusal === 'namespace');
      if (byNamespace.length === 0) {
        report({
          ...base,
          code: 'listener-refuses-kind',
          args: { ...names, kind: route.kind },
          site: at('name'),
          fixes: [],
        });
        return;
      }
      const fixes = byNamespace.flatMap(({ listener }) => allowFix(listener, route.namespace));
      const args = { ...names, namespace: route.namespace };
      report({ ...base, code: 'listener-refuses-namespace', args, site: at('name'), fixes });
      return;
    }
    default: {
      const hosts = verdicts.map(({ listener }) => listener.listener.hostname ?? '*');
      const args = { ...names, hostnames: route.spec.hostnames.join(', '), listeners: hosts.join(', ') };
      report({
        ...base,
        code: 'listener-hostname-mismatch',
        args,
        site: siteOf(route, ['spec', 'hostnames']),
        fixes: [],
      });
    }
  }
}

function sectionFix(site: Finding['site'], { listener }: EffectiveListener): Fix {
  return {
    name: 'use-section',
    args: { section: listener.name },
    edits: [{ site, action: 'replace', text: listener.name }],
  };
}

/** Opens a listener that has no allowedRoutes to one namespace by its name; others say what they want already. */
function allowFix({ listener, set, gateway }: EffectiveListener, namespace: string): readonly Fix[] {
  const { from, selector } = listener.allowedRoutes.namespaces;
  if (from !== 'Same' || selector !== null || listener.allowedRoutes.kinds.length > 0) return [];
  const site = siteOf(set ?? gateway, ['spec', 'listeners', listener.index]);
  const text = `{namespaces: {from: Selector, selector: {matchLabels: {kubernetes.io/metadata.name: ${namespace}}}}}`;
  return [
    {
      name: 'allow-namespace',
      args: { namespace, listener: listener.name },
      edits: [{ site, action: 'insert-field', key: 'allowedRoutes', text }],
    },
  ];
}

function checkGateway(facts: GatewayFacts, report: Report): void {
  const { gateway, sets, listeners } = facts;
  if (facts.ownership === 'pending') {
    report({
      code: 'gateway-class-missing',
      severity: 'warning',
      args: { gateway: gateway.id, class: gateway.spec.gatewayClassName },
      site: siteOf(gateway, ['spec', 'gatewayClassName']),
      related: [],
      fixes: [],
      condition: { type: 'Accepted', reason: 'Pending' },
    });
    return;
  }
  for (const { set, allowed } of sets) {
    if (allowed) continue;
    report({
      code: 'listener-set-not-allowed',
      severity: 'error',
      args: { set: set.id, gateway: gateway.id },
      site: siteOf(set, ['spec', 'parentRef']),
      related: [],
      fixes: [],
      condition: { type: 'Accepted', reason: 'NotAllowed' },
    });
  }
  for (const listener of listeners) checkListener(listener, report);
}

function checkListener(effective: EffectiveListener, report: Report): void {
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
  const condition = { type: 'ResolvedRefs', reason: unresolved ?? '' };
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
