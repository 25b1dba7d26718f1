import type { Cluster } from '../../../../cluster/cluster.ts';
import { siteOf } from '../../../../cluster/resource-site.ts';
import type { Finding } from '../../../../findings/finding.ts';
import { nearest } from '../../../../resource/nearest.ts';
import type { RouteFilter } from '../../../../resource/resource.ts';
import { resourceId } from '../../../../resource/resource-id.ts';
import type { Path } from '../../../../text/path.ts';
import { hasExtension } from '../compile/compiled-route.ts';
import { type AnyRoute, hasMatches } from '../routes.ts';

/**
 * Reports extension filters whose objects are missing in a bundle with other objects of their kind.
 */
export function checkExtensionFilters(
  route: AnyRoute,
  cluster: Cluster,
  report: (finding: Finding) => void,
): void {
  if (!hasMatches(route)) return;
  for (const rule of route.spec.rules) {
    const path: Path = ['spec', 'rules', rule.index];
    checkFilters(route, rule.filters, path, cluster, report);
    rule.backendRefs.forEach((ref, at) => {
      checkFilters(route, ref.filters, [...path, 'backendRefs', at], cluster, report);
    });
  }
}

function checkFilters(
  route: AnyRoute,
  filters: readonly RouteFilter[],
  path: Path,
  cluster: Cluster,
  report: (finding: Finding) => void,
): void {
  filters.forEach((filter, at) => {
    if (filter.type !== 'ExtensionRef' || hasExtension(filter, route, cluster)) return;
    const { kind, group, name } = filter;
    const site = siteOf(route, [...path, 'filters', at, 'extensionRef', 'name']);
    const meant = nearest(name, namesOf(kind, group, route.namespace, cluster));
    const found = meant === null ? null : cluster.byId.get(resourceId(kind, group, route.namespace, meant));
    report({
      code: 'extension-filter-missing',
      severity: 'error',
      args: { route: route.id, filter: resourceId(kind, group, route.namespace, name), kind },
      site,
      related: found ? [{ note: 'similar-name', site: siteOf(found.resource, ['metadata', 'name']) }] : [],
      fixes:
        meant === null
          ? []
          : [
              {
                name: 'use-name',
                args: { name: meant },
                edits: [{ site, action: 'replace', text: meant }],
              },
            ],
      condition: { type: 'ResolvedRefs', reason: 'InvalidKind' },
    });
  });
}

function namesOf(kind: string, group: string, namespace: string, cluster: Cluster): readonly string[] {
  return cluster.resources.flatMap(({ resource }) =>
    resource.kind === kind && resource.group === group && resource.namespace === namespace
      ? [resource.name]
      : [],
  );
}
