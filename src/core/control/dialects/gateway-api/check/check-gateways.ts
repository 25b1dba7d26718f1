import type { Cluster } from '../../../../cluster/cluster.ts';
import { siteOf } from '../../../../cluster/resource-site.ts';
import type { Finding, Fix } from '../../../../findings/finding.ts';
import { formatResourceId, namespacedName } from '../../../../ids/ids.ts';
import { IP_ADDRESS } from '../../../../resource/formats.ts';

import type {
  GatewayClassResource,
  GatewayResource,
  ListenerSetResource,
  ObjectRef,
  XMeshResource,
} from '../../../../resource/gateway-resource.ts';
import type { Path } from '../../../../text/path.ts';
import type { GatewayAttachment } from '../attach/attach-to-listeners.ts';
import { namesGateway } from '../attach/names-gateway.ts';
import { nearParentOf } from '../attach/near-parents.ts';
import type { GatewayAPIControl } from '../gateway-api-control.ts';
import type { GatewayFacts, GatewayPlane } from '../gateways/gateway-plane.ts';
import { hasParameters, unsupportedAddress } from '../gateways/gateway-refusal.ts';
import type { EffectiveListener } from '../gateways/listeners.ts';
import { ROUTES_OF_GATEWAYS } from '../gateways/routes-of-gateways.ts';
import type { AnyRoute } from '../routes.ts';
import { isAssumed } from '../status/route-status.ts';
import { checkGatewayCertificates } from './check-certificates.ts';
import { checkListener } from './check-listener.ts';
import { nearParentFixes } from './check-near-parents.ts';
import { checkRedirects } from './check-redirects.ts';
import { checkSharedHostnames } from './check-shared-hostnames.ts';

const GATEWAY_GROUP = 'gateway.networking.k8s.io';

type Report = (finding: Finding) => void;

/** Reports findings of Gateways: missing parents, refusing listeners, conflicts, certificates (section 4). */
export function checkGateways(cluster: Cluster, control: GatewayAPIControl, report: Report): void {
  const { plane } = control;
  for (const gatewayClass of [...cluster.gatewayClasses.values(), ...cluster.meshes]) {
    const { parametersRef } = gatewayClass.spec;
    if (parametersRef === null || hasParameters(gatewayClass, cluster)) continue;
    reportParameters(gatewayClass, parametersRef, ['spec', 'parametersRef'], report);
  }
  for (const facts of plane.gateways.values()) if (!facts.assumed) checkGateway(facts, cluster, report);
  const decided = new Map(
    plane.attachments.map((each) => [`${each.route.id} ${each.parent}`, each] as const),
  );
  for (const route of cluster.indexed(ROUTES_OF_GATEWAYS)) {
    route.spec.parentRefs.forEach((ref, parent) => {
      if (!namesGateway(ref)) return;
      const attachment = decided.get(`${route.id} ${parent}`);
      if (attachment !== undefined) {
        if (isAssumed(attachment, control)) reportAssumed(attachment, report);
        else checkAttachment(attachment, report);
      } else checkMissing(route, parent, cluster, control, report);
    });
  }
  checkDefaults(cluster, plane, report);
  checkSharedHostnames(plane, report);
  checkRedirects(control, report);
  checkSets(cluster, report);
}

/**
 * Reports routes at an assumed Gateway. A refusal is not an error of the route, because the listeners are
 * unknown.
 */
function reportAssumed({ route, parent, target }: GatewayAttachment, report: Report): void {
  report({
    code: 'gateway-assumed',
    severity: 'info',
    args: { route: route.id, gateway: target },
    site: siteOf(route, ['spec', 'parentRefs', parent, 'name']),
    related: [],
    fixes: [],
  });
}

function checkMissing(
  route: AnyRoute,
  parent: number,
  cluster: Cluster,
  control: GatewayAPIControl,
  report: Report,
): void {
  const ref = route.spec.parentRefs[parent];
  if (ref === undefined) return;
  const key = namespacedName(ref.namespace, ref.name);
  const exists =
    ref.kind === 'Gateway'
      ? cluster.gateways.has(key)
      : cluster.listenerSets.some((set) => namespacedName(set.namespace, set.name) === key);
  // A pending Gateway has its own finding.
  if (exists) return;
  const near = nearParentOf(route, ref, cluster, control.services);
  if (near !== null && near.finding !== 'parent-gateway-missing') return;
  const none = ref.kind === 'Gateway' ? cluster.gateways.size === 0 : cluster.listenerSets.length === 0;
  report({
    code: 'parent-gateway-missing',
    // A bundle without any object of the kind may be only a part of a cluster. This is not an error.
    severity: none ? 'info' : 'error',
    args: { route: route.id, gateway: `${ref.kind}/${key}` },
    site: siteOf(route, ['spec', 'parentRefs', parent, 'name']),
    related: [],
    fixes: near === null ? [] : nearParentFixes(route, parent, near),
  });
}

/**
 * Reports ListenerSets without a Gateway: no controller processes their listeners and routes.
 */
function checkSets(cluster: Cluster, report: Report): void {
  for (const set of cluster.listenerSets) {
    const { group, kind, namespace, name } = set.spec.parentRef;
    const isGateway = group === GATEWAY_GROUP && kind === 'Gateway';
    if (name === '' || (isGateway && cluster.gateways.has(namespacedName(namespace, name)))) continue;
    const gateway = formatResourceId(isGateway || group === '' ? kind : `${kind}.${group}`, namespace, name);
    report({
      code: 'listener-set-parent-missing',
      // A bundle without any Gateway may be only a part of a cluster. This is not an error.
      severity: isGateway && cluster.gateways.size === 0 ? 'info' : 'error',
      args: { set: set.id, gateway },
      site: siteOf(set, ['spec', 'parentRef', isGateway ? 'name' : 'kind']),
      related: [],
      fixes: [],
    });
  }
}

/** Reports routes that ask for default Gateways: Gateways that refuse them, and missing default Gateways. */
function checkDefaults(cluster: Cluster, { gateways, attachments }: GatewayPlane, report: Report): void {
  for (const each of attachments) if (each.byDefault) checkAttachment(each, report);
  const facts = [...gateways.values()];
  if (facts.some(({ gateway }) => gateway.spec.defaultScope === 'All')) return;
  for (const route of cluster.indexed(ROUTES_OF_GATEWAYS)) {
    if (route.spec.useDefaultGateways !== 'All') continue;
    report({
      code: 'default-gateway-missing',
      // A bundle without any Gateway may be only a part of a cluster. This is not an error.
      severity: facts.length === 0 ? 'info' : 'warning',
      args: { route: route.id },
      site: siteOf(route, ['spec', 'useDefaultGateways']),
      related: [],
      fixes: [],
    });
  }
}

/**
 * Reports listeners that accept a route only if its namespace has labels that no manifest declares.
 */
function reportSupposed(
  { route, parent, byDefault, target, verdicts }: GatewayAttachment,
  report: Report,
): void {
  const takers = verdicts.filter(({ refusal }) => refusal === null);
  if (takers.length === 0 || takers.some(({ supposed }) => supposed !== true)) return;
  const path = byDefault ? ['spec', 'useDefaultGateways'] : ['spec', 'parentRefs', parent, 'name'];
  report({
    code: 'namespace-labels-unknown',
    severity: 'info',
    args: { resource: route.id, gateway: target, namespace: route.namespace },
    site: siteOf(route, path),
    related: [],
    fixes: [],
  });
}

function checkAttachment(attachment: GatewayAttachment, report: Report): void {
  if (attachment.accepted) {
    reportSupposed(attachment, report);
    return;
  }
  const { route, parent, byDefault, ref, target, verdicts, reason } = attachment;
  // The route does not name the default Gateway. Its refusal need not be an error.
  const severity = byDefault ? 'warning' : 'error';
  const base = { severity, related: [], condition: { type: 'Accepted', reason } } as const;
  const at = (field: string) =>
    siteOf(route, byDefault ? ['spec', 'useDefaultGateways'] : ['spec', 'parentRefs', parent, field]);
  const names = { route: route.id, gateway: target };
  switch (reason) {
    case 'NoMatchingParent': {
      const listeners = verdicts.map(({ listener }) => `${listener.listener.name}:${listener.listener.port}`);
      const fixes = verdicts.map(({ listener }) => sectionFix(at('sectionName'), listener));
      const wanted = { section: ref.sectionName ?? '', port: ref.port ?? '' };
      const args = { ...names, ...wanted, listeners: listeners.join(', ') };
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
      const isTerminated = ({ listener }: (typeof verdicts)[number]) =>
        listener.listener.protocol === 'TLS' && listener.listener.tls?.mode === 'Terminate';
      if (byNamespace.length === 0 && route.kind === 'TCPRoute' && verdicts.some(isTerminated)) {
        const code = 'tcp-route-at-tls-listener';
        report({ ...base, code, severity: 'warning', args: names, site: at('name'), fixes: [] });
        return;
      }
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
    case 'Accepted':
    case 'UnsupportedValue':
    case 'IncompatibleFilters':
      // The value or the filter itself has a finding at its place.
      return;
    case 'NoMatchingListenerHostname': {
      const hosts = verdicts.map(({ listener }) => listener.listener.hostname ?? '*');
      const args = { ...names, hostnames: route.spec.hostnames.join(', '), listeners: hosts.join(', ') };
      report({
        ...base,
        code: 'listener-hostname-mismatch',
        args,
        site: siteOf(route, ['spec', 'hostnames']),
        fixes: [],
      });
      return;
    }
    default:
      reason satisfies never;
  }
}

function sectionFix(site: Finding['site'], { listener }: EffectiveListener): Fix {
  return {
    name: 'use-section',
    args: { section: listener.name },
    edits: [{ site, action: 'replace', text: listener.name }],
  };
}

/** Returns fixes that allow one namespace, by its name, at a listener without allowedRoutes. */
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

function reportParameters(
  resource: GatewayResource | GatewayClassResource | XMeshResource,
  { kind, namespace, name }: ObjectRef,
  path: Path,
  report: Report,
): void {
  const parameters = namespace === '' ? `${kind}/${name}` : formatResourceId(kind, namespace, name);
  report({
    code: 'parameters-missing',
    severity: 'error',
    args: { resource: resource.id, parameters },
    site: siteOf(resource, path),
    related: [],
    fixes: [],
    condition: { type: 'Accepted', reason: 'InvalidParameters' },
  });
}

/** Reports a Gateway or ListenerSet without a valid listener. */
function reportNoneValid(
  resource: GatewayResource | ListenerSetResource,
  listeners: readonly EffectiveListener[],
  report: Report,
): void {
  // The Gateways of an implementation may support its own protocol.
  const isOwn = listeners.every(({ refused }) => refused === 'UnsupportedProtocol');
  report({
    code: 'listeners-not-valid',
    severity: isOwn ? 'warning' : 'error',
    args: { resource: resource.id },
    site: siteOf(resource, ['spec', 'listeners']),
    related: [],
    fixes: [],
    condition: { type: 'Accepted', reason: 'ListenersNotValid' },
  });
}

/** Reports the reason why a Gateway as a whole is not accepted. Its listeners have their own findings. */
function checkRefusal({ gateway, refusal }: GatewayFacts, report: Report): void {
  const parameters = gateway.spec.infrastructureParametersRef;
  if (refusal === 'InvalidParameters' && parameters !== null) {
    reportParameters(gateway, parameters, ['spec', 'infrastructure', 'parametersRef'], report);
  } else if (refusal === 'UnsupportedAddress') {
    const type = unsupportedAddress(gateway);
    const at = gateway.spec.addresses.findIndex((each) => each.type === type);
    report({
      code: 'address-type-unsupported',
      severity: 'warning',
      args: { gateway: gateway.id, type: type ?? '' },
      site: siteOf(gateway, ['spec', 'addresses', at, 'type']),
      related: [],
      fixes: [],
      condition: { type: 'Accepted', reason: 'UnsupportedAddress' },
    });
  }
}

/** Reports invalid IP addresses. The API server does not check them, and no controller can use them. */
function checkAddresses(gateway: GatewayResource, report: Report): void {
  gateway.spec.addresses.forEach(({ type, value }, at) => {
    if (type !== 'IPAddress' || value === null || IP_ADDRESS.test(value)) return;
    report({
      code: 'address-not-an-ip',
      severity: 'error',
      args: { gateway: gateway.id, value },
      site: siteOf(gateway, ['spec', 'addresses', at, 'value']),
      related: [],
      fixes: [],
    });
  });
}

function checkGateway(facts: GatewayFacts, cluster: Cluster, report: Report): void {
  const { gateway, sets, listeners } = facts;
  checkRefusal(facts, report);
  checkAddresses(gateway, report);
  if (facts.ownership === 'pending') {
    // A declared class that is not accepted has its own finding.
    if (cluster.gatewayClasses.has(gateway.spec.gatewayClassName)) return;
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
  checkGatewayCertificates(facts, cluster, report);
  for (const { set, allowed, supposed } of sets) {
    if (allowed && facts.refusal !== null) {
      report({
        code: 'listener-set-parent-not-accepted',
        severity: 'warning',
        args: { set: set.id, gateway: gateway.id, reason: facts.refusal },
        site: siteOf(set, ['spec', 'parentRef']),
        related: [],
        fixes: [],
        condition: { type: 'Accepted', reason: 'ParentNotAccepted' },
      });
    }
    if (supposed) {
      report({
        code: 'namespace-labels-unknown',
        severity: 'info',
        args: { resource: set.id, gateway: gateway.id, namespace: set.namespace },
        site: siteOf(set, ['spec', 'parentRef']),
        related: [],
        fixes: [],
      });
    }
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
  for (const listener of listeners) checkListener(listener, cluster, report);
  if (facts.refusal === 'ListenersNotValid') reportNoneValid(gateway, listeners, report);
  for (const { set, allowed } of sets) {
    const own = listeners.filter((each) => each.set === set);
    if (allowed && own.every(({ refused }) => refused !== null)) reportNoneValid(set, own, report);
  }
}
