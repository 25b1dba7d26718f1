import type { Cluster } from '../../../../cluster/cluster.ts';
import { siteOf } from '../../../../cluster/resource-site.ts';
import type { Finding } from '../../../../findings/finding.ts';
import { formatResourceId, namespacedName } from '../../../../ids/ids.ts';
import type { ParentRef } from '../../../../resource/resource.ts';
import { type Attachment, namesService } from '../attach/attach-to-services.ts';
import { misnamedParentOf } from '../attach/near-parents.ts';
import type { GatewayAPIControl } from '../gateway-api-control.ts';
import type { RouteServices } from '../references/route-services.ts';
import type { AnyRoute } from '../routes.ts';

const GATEWAY_GROUP = 'gateway.networking.k8s.io';

type Report = (finding: Finding) => void;

/** Reports findings about one Service parentRef (R-109, R-114, R-515). */
export function checkAttachment(attachment: Attachment, report: Report): void {
  const { route, ref, service, refusal, facet, parent } = attachment;
  const at = (field: string) => siteOf(route, ['spec', 'parentRefs', parent, field]);
  const condition = { type: 'Accepted', reason: 'NoMatchingParent' };
  const base = { related: [], fixes: [], condition };
  const names = { route: route.id, service };
  switch (refusal) {
    case null:
      if (facet?.facts.assumed) {
        const args = { ...names, port: facet.facts.ports[0] ?? 80 };
        report({
          ...unconditional('parent-service-assumed', 'warning', args),
          site: at('name'),
          fixes: [serviceFix(attachment)],
        });
      }
      return;
    case 'unsupported-value':
      // The value itself has a finding at its place.
      return;
    case 'service-missing':
      report({ ...base, code: 'parent-service-missing', severity: 'error', args: names, site: at('name') });
      return;
    case 'headless':
      report({
        ...base,
        code: 'parent-service-headless',
        severity: 'warning',
        args: names,
        site: at('name'),
      });
      return;
    case 'external-name':
      report({
        ...base,
        code: 'parent-service-external-name',
        severity: 'warning',
        args: names,
        site: at('name'),
      });
      return;
    case 'port-missing': {
      const ports = facet?.facts.ports ?? [];
      const args = { ...names, port: ref.port ?? 0, ports: ports.join(', ') };
      const [only] = ports;
      const fixes =
        ports.length === 1 && only !== undefined
          ? [
              {
                name: 'use-service-port',
                args: { port: only },
                edits: [{ site: at('port'), action: 'replace' as const, text: String(only) }],
              },
            ]
          : [];
      report({ ...base, code: 'parent-port-missing', severity: 'error', args, site: at('port'), fixes });
      return;
    }
    case 'section-missing': {
      const sections = (facet?.ports ?? []).map((port) => port.name).filter((name) => name !== '');
      const args = { ...names, section: ref.sectionName ?? '', sections: sections.join(', ') };
      const fixes = sections.map((section) => ({
        name: 'use-section',
        args: { section },
        edits: [{ site: at('sectionName'), action: 'replace' as const, text: section }],
      }));
      report({
        ...base,
        code: 'parent-section-missing',
        severity: 'error',
        args,
        site: at('sectionName'),
        fixes,
      });
      return;
    }
    default:
      refusal satisfies never;
  }
}

function unconditional(code: Finding['code'], severity: Finding['severity'], args: Finding['args']) {
  return { code, severity, args, related: [], fixes: [] };
}

/** Returns a fix that adds a minimal Service for a route whose Service is missing. */
function serviceFix({ route, ref, facet }: Attachment): Finding['fixes'][number] {
  const ports = facet?.facts.ports ?? [80];
  const text = [
    'apiVersion: v1',
    'kind: Service',
    'metadata:',
    `  name: ${ref.name}`,
    `  namespace: ${ref.namespace}`,
    'spec:',
    '  selector:',
    `    app: ${ref.name}`,
    '  ports:',
    ...ports.flatMap((port) => [`  - name: http${port === 80 ? '' : `-${port}`}`, `    port: ${port}`]),
    '',
  ].join('\n');
  return {
    name: 'add-service',
    args: { service: namespacedName(ref.namespace, ref.name) },
    edits: [{ site: siteOf(route, []), action: 'append-document', text }],
  };
}

/** Reports findings about a route as a whole: parents of other kinds, hostnames that a mesh ignores. */
export function checkRoute(route: AnyRoute, services: RouteServices, report: Report): void {
  const simple = (
    code: Finding['code'],
    severity: Finding['severity'],
    path: (string | number)[],
    args: Finding['args'],
  ) => report({ ...unconditional(code, severity, args), site: siteOf(route, path) });
  const meshParents = route.spec.parentRefs.filter((ref) => namesService(ref, route, services));
  route.spec.parentRefs.forEach((ref, at) => {
    if (namesService(ref, route, services) || isGateway(ref.group, ref.kind)) return;
    const misnamed = checkMisnamed(route, ref, at);
    if (misnamed !== null) {
      report(misnamed);
      return;
    }
    if (misnamedParentOf(ref) !== null) return;
    const parent = formatResourceId(
      `${ref.kind}${ref.group === '' ? '' : `.${ref.group}`}`,
      ref.namespace,
      ref.name,
    );
    simple('parent-kind-not-simulated', 'info', ['spec', 'parentRefs', at, 'kind'], {
      route: route.id,
      parent,
    });
  });
  // Only the SNI distinguishes TLSRoutes, also in a mesh (A-08).
  if (meshParents.length > 0 && route.spec.hostnames.length > 0 && route.kind !== 'TLSRoute') {
    const args = { route: route.id, hostnames: route.spec.hostnames.join(', ') };
    simple('hostnames-ignored', 'info', ['spec', 'hostnames'], args);
  }
}

/**
 * Returns a finding for a parentRef to a Gateway or a ListenerSet with the wrong group, or with the name of
 * ListenerSet before it moved to the group of the API (R-646). No controller processes such a parent, and
 * none writes a status (R-513).
 */
function checkMisnamed(route: AnyRoute, ref: ParentRef, at: number): Finding | null {
  const { group, kind } = ref;
  const isOutdated = kind === 'XListenerSet';
  if (!isOutdated && kind !== 'Gateway' && kind !== 'ListenerSet') return null;
  // The core group without a kind: the user may also mean a Service (R-103).
  if (group === '' && kind === 'Gateway') return null;
  const site = (field: string) => siteOf(route, ['spec', 'parentRefs', at, field]);
  const replace = (field: string, text: string) => ({
    site: site(field),
    action: 'replace' as const,
    text,
  });
  const edits = [
    ...(isOutdated ? [replace('kind', 'ListenerSet')] : []),
    // Without a group, the default is correct.
    ...(group === GATEWAY_GROUP ? [] : [replace('group', GATEWAY_GROUP)]),
  ];
  const meant = isOutdated ? 'ListenerSet' : kind;
  const args = { route: route.id, parent: namespacedName(ref.namespace, ref.name), kind, group };
  const fixes = [{ name: 'use-gateway-group', args: { kind: meant }, edits }];
  return isOutdated
    ? { code: 'parent-kind-outdated', severity: 'error', args, site: site('kind'), related: [], fixes }
    : { code: 'parent-group-wrong', severity: 'error', args, site: site('group'), related: [], fixes };
}

function isGateway(group: string, kind: string): boolean {
  return group === GATEWAY_GROUP && (kind === 'Gateway' || kind === 'ListenerSet');
}

/**
 * Reports routes whose kind lost a Service port to another kind (R-133): Accepted=False/Conflicted if no port
 * is left.
 */
export function checkKindConflicts(control: GatewayAPIControl, { byId }: Cluster, report: Report): void {
  const reported = new Set<string>();
  control.ir.frontends.forEach((frontend) => {
    for (const table of frontend.tables) {
      for (const { route, lostTo } of table.conflicted) {
        const key = `${route} ${frontend.id}`;
        const loser = byId.get(route)?.resource;
        if (!loser || reported.has(key)) continue;
        reported.add(key);
        const args = { route, kind: lostTo, service: frontend.service, port: frontend.port };
        report({
          ...unconditional('route-kind-conflict', 'warning', args),
          site: siteOf(loser, ['spec', 'parentRefs']),
          condition: { type: 'Accepted', reason: 'Conflicted' },
        });
      }
    }
  });
}
