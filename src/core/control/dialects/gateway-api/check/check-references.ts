import type { Cluster } from '../../../../cluster/cluster.ts';
import { groupsOfKind } from '../../../../cluster/declared-objects.ts';
import { siteOf } from '../../../../cluster/resource-site.ts';
import type { Finding, Fix } from '../../../../findings/finding.ts';
import { namespacedName } from '../../../../ids/ids.ts';
import type { Action, Target } from '../../../../ir/action.ts';
import type { Filter } from '../../../../ir/filter.ts';
import type { MeshIR } from '../../../../ir/mesh-ir.ts';
import type { RouteEntry } from '../../../../ir/table.ts';
import type { BackendObjectRef } from '../../../../resource/resource.ts';
import { resourceId } from '../../../../resource/resource-id.ts';
import { own } from '../../../../text/own.ts';
import type { Path } from '../../../../text/path.ts';
import type { GatewayAPIControl } from '../gateway-api-control.ts';
import { backendKindOf, GROUPS_OF_BACKENDS } from '../references/backend-kinds.ts';
import type { AnyRoute } from '../routes.ts';

type Report = (finding: Finding) => void;

/**
 * Reports findings about the references of the rules of a route: backends, mirrors, weights (R-330…R-339).
 * Reports one finding for each reference, at the wrong field.
 */
export function checkReferences(
  route: AnyRoute,
  entries: readonly RouteEntry[],
  control: GatewayAPIControl,
  cluster: Cluster,
  report: Report,
): void {
  const seen = new Set<Action>();
  for (const entry of entries) {
    if (seen.has(entry.action)) continue;
    seen.add(entry.action);
    const rule = route.spec.rules.find((each) => each.index === entry.rule);
    if (!rule) continue;
    const rulePath: Path = ['spec', 'rules', entry.rule];
    checkBackends(route, rule.backendRefs, entry.action, rulePath, control, cluster, report);
    checkMirrors(route, entry.action.filters, rulePath, report);
    checkAuthorizers(route, entry.action.filters, rulePath, report);
  }
  if (route.spec.rules.length === 0) {
    report(simple('route-without-rules', 'warning', route, ['spec'], { route: route.id }));
  }
}

function simple(
  code: Finding['code'],
  severity: Finding['severity'],
  route: AnyRoute,
  path: Path,
  args: Finding['args'],
): Finding {
  return { code, severity, args, site: siteOf(route, path), related: [], fixes: [] };
}

function checkBackends(
  route: AnyRoute,
  refs: readonly BackendObjectRef[],
  action: Action,
  rulePath: Path,
  control: GatewayAPIControl,
  cluster: Cluster,
  report: Report,
): void {
  const answers = action.filters.some(
    (filter) => filter.kind === 'redirect' || (filter.kind === 'opaque' && filter.mayAnswer),
  );
  const rule = rulePath[2] as number;
  if (action.targets.length === 0) {
    if (!answers)
      report(simple('rule-without-backends', 'warning', route, rulePath, { route: route.id, rule }));
    return;
  }
  if (action.targets.every((target) => target.weight === 0)) {
    const path = [...rulePath, 'backendRefs'];
    report(simple('weights-all-zero', 'warning', route, path, { route: route.id, rule }));
  }
  action.targets.forEach((target, at) => {
    if (target.to.kind === 'unresolved') {
      const ref = refs[at];
      // A reference without a port has its own finding: the field is required.
      const portless = target.to.detail === 'port' && ref?.port === null;
      if (ref && !portless)
        report(unresolved(route, target, ref, [...rulePath, 'backendRefs', at], control, cluster));
    } else if (target.to.kind === 'not-simulated') {
      const path = [...rulePath, 'backendRefs', at, 'kind'];
      report(
        simple('backend-kind-not-simulated', 'info', route, path, {
          route: route.id,
          backend: target.to.what,
        }),
      );
    } else if (target.to.kind === 'backend') {
      withoutEndpoints(route, target, [...rulePath, 'backendRefs', at], control.ir, report);
    }
    checkMirrors(route, target.filters, [...rulePath, 'backendRefs', at], report);
    checkAuthorizers(route, target.filters, [...rulePath, 'backendRefs', at], report);
  });
}

function withoutEndpoints(route: AnyRoute, target: Target, path: Path, ir: MeshIR, report: Report): void {
  if (target.to.kind !== 'backend' || target.weight === 0) return;
  const backend = ir.backend(target.to.key);
  if (backend.endpoints !== 0) return;
  const { service, port } = backend.key;
  const args = { route: route.id, service, port };
  report(simple('backend-without-endpoints', 'warning', route, path, args));
}

/** Returns a finding for one backendRef that cannot be used, with a fix if there is a safe one. */
function unresolved(
  route: AnyRoute,
  target: Target,
  ref: BackendObjectRef,
  path: Path,
  control: GatewayAPIControl,
  cluster: Cluster,
): Finding {
  const args = { route: route.id, service: target.service };
  const detail = target.to.kind === 'unresolved' ? target.to.detail : 'service';
  const reason = target.to.kind === 'unresolved' ? target.to.cause : 'BackendNotFound';
  const condition = { type: 'ResolvedRefs', reason };
  const at = (field: string) => siteOf(route, [...path, field]);
  const base = { severity: 'error' as const, related: [] as const, condition };
  switch (detail) {
    case 'kind':
      return {
        ...base,
        code: 'backend-kind-unknown',
        args: { route: route.id, kind: ref.group === '' ? ref.kind : `${ref.kind}.${ref.group}` },
        site: at('kind'),
        fixes: groupFixes(route, ref, path, cluster),
      };
    case 'object': {
      const backend = resourceId(ref.kind, ref.group, ref.namespace, ref.name);
      return {
        ...base,
        code: 'backend-object-missing',
        args: { route: route.id, backend, kind: ref.kind },
        site: at('name'),
        fixes: [],
      };
    }
    case 'grant':
      return {
        ...base,
        code: 'backend-ref-not-permitted',
        args,
        site: at('namespace'),
        fixes: [grantFix(route, ref)],
      };
    case 'external-name':
      return {
        ...base,
        code: 'backend-external-name',
        severity: 'warning',
        args,
        site: at('name'),
        fixes: [],
      };
    case 'protocol':
      return {
        ...base,
        code: 'backend-protocol-incompatible',
        args: { ...args, port: ref.port ?? 0, protocol: portOf(ref, control)?.appProtocol ?? '' },
        site: at('port'),
        fixes: [],
      };
    case 'transport': {
      const port = portOf(ref, control);
      const transport = route.kind === 'UDPRoute' ? 'UDP' : 'TCP';
      return {
        ...base,
        code: 'backend-transport-mismatch',
        args: { ...args, port: ref.port ?? 0, protocol: port?.protocol ?? '', transport },
        site: at('port'),
        fixes: [],
      };
    }
    case 'port':
      return wrongPort(route, ref, path, control, base);
    // No reference of Gateway API names a subset.
    case 'subset':
    case 'service':
      return {
        ...base,
        code: 'backend-service-missing',
        args,
        site: at('name'),
        fixes: [],
        related: nearby(ref, cluster),
      };
    default:
      return detail satisfies never;
  }
}

/**
 * Returns fixes with the group that a kind outside the core group needs, if it is missing: the declared
 * group, or the only known one.
 */
function groupFixes(route: AnyRoute, ref: BackendObjectRef, path: Path, cluster: Cluster): readonly Fix[] {
  if (ref.group !== '' || ref.kind === 'Service') return [];
  const declared = groupsOfKind(ref.kind, cluster).filter(
    (group) => backendKindOf(group, ref.kind) === 'open',
  );
  const known = own(GROUPS_OF_BACKENDS, ref.kind);
  const groups = declared.length > 0 || known === undefined ? declared : [known];
  return groups.map((group) => ({
    name: 'add-group',
    args: { group },
    edits: [{ site: siteOf(route, path), action: 'insert-field', key: 'group', text: group }],
  }));
}

function portOf(ref: BackendObjectRef, control: GatewayAPIControl) {
  const facet = control.services.find(namespacedName(ref.namespace, ref.name));
  return facet?.ports.find((each) => each.port === ref.port);
}

/**
 * Returns a finding for a wrong port. backendRef.port is the Service port, never the target port. The
 * usual error is the target port.
 */
function wrongPort(
  route: AnyRoute,
  ref: BackendObjectRef,
  path: Path,
  control: GatewayAPIControl,
  base: {
    readonly severity: 'error';
    readonly related: readonly [];
    readonly condition: { type: string; reason: string };
  },
): Finding {
  const facet = control.services.find(namespacedName(ref.namespace, ref.name));
  const ports = facet?.ports ?? [];
  const site = siteOf(route, [...path, 'port']);
  const service = namespacedName(ref.namespace, ref.name);
  const replace = (port: number) => ({
    name: 'use-service-port',
    args: { port },
    edits: [{ site, action: 'replace' as const, text: String(port) }],
  });
  const meant = ports.find((each) => each.targetPort === ref.port);
  if (meant) {
    const args = { route: route.id, service, port: ref.port ?? 0, use: meant.port };
    return { ...base, code: 'backend-port-is-target-port', args, site, fixes: [replace(meant.port)] };
  }
  const args = {
    route: route.id,
    service,
    port: ref.port ?? 0,
    ports: ports.map((each) => each.port).join(', '),
  };
  const [only] = ports;
  const fixes = ports.length === 1 && only ? [replace(only.port)] : [];
  return { ...base, code: 'backend-port-missing', args, site, fixes };
}

/** Returns the Service with that name in another namespace, if there is one. This is the usual error. */
function nearby(ref: BackendObjectRef, cluster: Cluster): Finding['related'] {
  const found: { note: string; site: ReturnType<typeof siteOf> }[] = [];
  for (const namespace of cluster.namespaceNames) {
    const service = cluster.services.get(namespacedName(namespace, ref.name));
    if (service) found.push({ note: 'same-name-elsewhere', site: siteOf(service, ['metadata', 'name']) });
  }
  return found;
}

/** Returns a fix that adds the ReferenceGrant for the reference as a new document. */
function grantFix(route: AnyRoute, ref: BackendObjectRef): Finding['fixes'][number] {
  const text = [
    'apiVersion: gateway.networking.k8s.io/v1beta1',
    'kind: ReferenceGrant',
    'metadata:',
    `  name: ${route.kind.toLowerCase()}-${route.namespace}-to-${ref.name}`,
    `  namespace: ${ref.namespace}`,
    'spec:',
    '  from:',
    `  - group: ${route.group}`,
    `    kind: ${route.kind}`,
    `    namespace: ${route.namespace}`,
    '  to:',
    '  - group: ""',
    '    kind: Service',
    `    name: ${ref.name}`,
    '',
  ].join('\n');
  return {
    name: 'add-reference-grant',
    args: { namespace: ref.namespace },
    edits: [{ site: siteOf(route, []), action: 'append-document', text }],
  };
}

function checkMirrors(route: AnyRoute, filters: readonly Filter[], path: Path, report: Report): void {
  filters.forEach((filter, at) => {
    if (filter.kind !== 'mirror') return;
    if (filter.to.kind === 'not-simulated') {
      const args = { route: route.id, backend: filter.to.what };
      report(simple('backend-kind-not-simulated', 'info', route, [...path, 'filters', at], args));
    }
    if (filter.to.kind !== 'unresolved') return;
    report({
      code: 'mirror-target-unusable',
      severity: 'warning',
      args: { route: route.id, service: filter.service },
      site: siteOf(route, [...path, 'filters', at]),
      related: [],
      fixes: [],
      condition: { type: 'ResolvedRefs', reason: filter.to.cause },
    });
  });
}

/** Reports ExternalAuth filters whose server cannot be reached. They allow no request. */
function checkAuthorizers(route: AnyRoute, filters: readonly Filter[], path: Path, report: Report): void {
  filters.forEach((filter, at) => {
    if (filter.kind !== 'broken' || filter.to?.kind !== 'unresolved') return;
    report({
      code: 'external-auth-unusable',
      severity: 'error',
      args: { route: route.id, cause: filter.to.cause },
      site: siteOf(route, [...path, 'filters', at]),
      related: [],
      fixes: [],
      condition: { type: 'ResolvedRefs', reason: filter.to.cause },
    });
  });
}
