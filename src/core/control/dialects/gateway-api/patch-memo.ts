import type { ClusterPatch } from '../../../cluster/cluster.ts';
import type { ServiceKey } from '../../../ir/service.ts';
import type { RouteEntry } from '../../../ir/table.ts';
import type { ControlMemo, MeshMemo } from '../../control-plane.ts';
import { buildService } from '../../service-frontends.ts';
import { attachRoute } from './attach/attach-to-services.ts';
import { compileOne, isCompiledForMesh, type World } from './compile/compiled-route.ts';
import type { AnyRoute } from './routes.ts';

/**
 * The memo after an edit: only routes that changed, or that refer to something that changed, are attached and compiled
 * again, and only the Services that these bind get new frontends. Everything else is copied over whole.
 */
export function patchMemo(
  previous: ControlMemo,
  patch: ClusterPatch,
  world: World,
  ageOf: (route: AnyRoute) => number | null,
): MeshMemo {
  const { cluster, facets, profile } = world;
  const attachments = new Map(previous.attachments);
  const compiled = new Map(previous.compiled);
  const byService = new Map(previous.byService);
  const built = new Map(previous.built);
  const frontends = new Map(previous.frontends);
  const touched = new Set<ServiceKey>(patch.services);

  const detach = (route: AnyRoute) => {
    for (const { service, refusal } of attachments.get(route) ?? []) {
      if (refusal !== null) continue;
      touched.add(service);
      byService.set(
        service,
        (byService.get(service) ?? []).filter((each) => each.route !== route),
      );
    }
    attachments.delete(route);
    compiled.delete(route);
  };
  const renewed = new Set<AnyRoute>();
  for (const { before, after } of patch.routes) {
    detach(before);
    renewed.add(after);
  }
  for (const route of referring(previous, patch)) {
    if (!attachments.has(route)) continue;
    detach(route);
    renewed.add(route);
  }
  for (const route of renewed) {
    const own = attachRoute(route, facets);
    attachments.set(route, own);
    if (isCompiledForMesh(route, facets)) compiled.set(route, compileOne(route, ageOf(route), world));
    for (const attachment of own) {
      if (attachment.refusal !== null) continue;
      touched.add(attachment.service);
      byService.set(attachment.service, [...(byService.get(attachment.service) ?? []), attachment]);
    }
  }

  const entriesOf = (route: AnyRoute): readonly RouteEntry[] => compiled.get(route)?.entries ?? [];
  for (const key of touched) {
    for (const frontend of built.get(key)?.frontends ?? []) frontends.delete(frontend.id);
    built.delete(key);
    const facet = facets.find(key);
    if (facet === null || facet.facts.kind !== 'cluster-ip') continue;
    const service = buildService(facet, byService.get(key) ?? [], entriesOf, profile);
    built.set(key, service);
    for (const frontend of service.frontends) frontends.set(frontend.id, frontend);
  }
  return {
    ...previous,
    cluster: cluster.identity,
    attachments,
    compiled,
    byService,
    built,
    frontends,
    renewed,
  };
}

/** The routes whose parents or backends are Services that changed, or whose references changed grants decide. */
function referring(previous: ControlMemo, patch: ClusterPatch): readonly AnyRoute[] {
  if (patch.services.size === 0 && patch.grants.size === 0) return [];
  const routes: AnyRoute[] = [];
  for (const [route, own] of previous.attachments) {
    const lookups = previous.compiled.get(route)?.lookups ?? [];
    const concerned =
      own.some((attachment) => patch.services.has(attachment.service)) ||
      lookups.some(
        ({ ref }) => patch.services.has(`${ref.namespace}/${ref.name}`) || patch.grants.has(ref.namespace),
      );
    if (concerned) routes.push(route);
  }
  return routes;
}
