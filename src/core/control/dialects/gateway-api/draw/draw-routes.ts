import type { Cluster } from '../../../../cluster/cluster.ts';
import { drawMissing, resolvesToDrawn } from '../../../../graph/draw-destination.ts';
import { compareText, type Drawing, edgeId } from '../../../../graph/drawing.ts';
import type { GraphRole } from '../../../../graph/graph-model.ts';
import { backendId, frontendId, missingId } from '../../../../graph/node-ids.ts';
import { summarise } from '../../../../graph/rule-summary.ts';
import { namespacedName, type RuleIndex } from '../../../../ids/ids.ts';
import type { Action, Target } from '../../../../ir/action.ts';
import type { Filter } from '../../../../ir/filter.ts';
import type { RouteEntry } from '../../../../ir/table.ts';
import type { ReferenceGrantResource, RouteResource } from '../../../../resource/resource.ts';
import type { Attachment } from '../attach/attach-to-services.ts';
import type { GatewayAPIControl } from '../gateway-api-control.ts';

/** Draws routes with their roles, their parents, their backends and the grants that they use. */
export function drawRoutes(drawing: Drawing, cluster: Cluster, control: GatewayAPIControl): void {
  const places = placesInTables(control);
  drawGrants(drawing, cluster);
  const grants = grantsBySource(cluster);
  for (const route of [...cluster.routes].sort((a, b) => compareText(a.id, b.id))) {
    const own = control.attachmentsOf(route);
    const entries = entriesOf(route, control);
    drawing.addResource(route, {
      kind: 'route',
      facts: { rules: route.spec.rules.length },
      rules: summarise(route.spec.rules, entries),
      roles: rolesOf(route, own),
    });
    drawParents(drawing, route, own, places);
    drawTargets(drawing, route, own, entries, grants);
  }
}

/** Returns the entries in the mesh, or those of a route that only Gateways accept. */
function entriesOf(route: RouteResource, control: GatewayAPIControl): readonly RouteEntry[] {
  const entries = control.compiledOf(route)?.entries ?? [];
  return entries.length > 0 ? entries : (control.compiledAtGateways.get(route)?.entries ?? entries);
}

function rolesOf(route: RouteResource, attachments: readonly Attachment[]): readonly GraphRole[] {
  const roles = new Set<GraphRole>(attachments.map((each) => each.role));
  if (route.spec.parentRefs.some((ref) => ref.kind === 'Gateway')) roles.add('gateway');
  return [...roles].sort();
}

/**
 * The position of the first entry of a route among the routes of its table, and the routes that lost their
 * port to another kind.
 */
interface Places {
  readonly order: ReadonlyMap<string, number>;
  readonly conflicted: ReadonlySet<string>;
}

function placesInTables(control: GatewayAPIControl): Places {
  const order = new Map<string, number>();
  const conflicted = new Set<string>();
  for (const frontend of control.ir.frontends.values()) {
    for (const table of frontend.tables) {
      const seen = new Set<string>();
      if (table.routes.length > 1) {
        for (const { route } of table.entries) {
          if (seen.has(route)) continue;
          seen.add(route);
          const edge = edgeId(frontendId(frontend.service), route);
          if (!order.has(edge)) order.set(edge, seen.size);
        }
      }
      for (const { route } of table.conflicted) conflicted.add(edgeId(frontendId(frontend.service), route));
    }
  }
  return { order, conflicted };
}

function drawParents(
  drawing: Drawing,
  route: RouteResource,
  attachments: readonly Attachment[],
  places: Places,
): void {
  const byService = new Map<string, Attachment[]>();
  for (const each of attachments) {
    const list = byService.get(each.service);
    if (list) list.push(each);
    else byService.set(each.service, [each]);
  }
  for (const [service, list] of byService) {
    const [first] = list as [Attachment];
    const missing = first.facet === null;
    const from = missing ? missingId('Service', service) : frontendId(service);
    if (missing) drawMissing(drawing, from, 'Service', service, 'parent');
    const id = edgeId(from, route.id);
    const refused = list.every((each) => each.refusal !== null);
    drawing.addEdge({
      id,
      from,
      to: route.id,
      kind: 'attached',
      role: first.role,
      order: places.order.get(id) ?? null,
      broken: refused ? 'NoMatchingParent' : places.conflicted.has(id) ? 'RouteConflict' : null,
    });
  }
}

function drawTargets(
  drawing: Drawing,
  route: RouteResource,
  attachments: readonly Attachment[],
  entries: readonly RouteEntry[],
  grants: GrantsBySource,
): void {
  const seen = new Set<Action>();
  for (const { action, rule } of entries) {
    if (seen.has(action)) continue;
    seen.add(action);
    const total = action.targets.reduce((sum, target) => sum + target.weight, 0);
    const refs = route.spec.rules.find((each) => each.index === rule)?.backendRefs ?? [];
    for (const sum of sharesOf(drawing, action.targets, refs, attachments)) {
      drawing.addEdge({
        id: edgeId(route.id, sum.node, sum.broken === null ? `rule=${rule}` : `rule=${rule},${sum.broken}`),
        from: route.id,
        to: sum.node,
        kind: 'forwards',
        rule,
        share: total === 0 ? 0 : sum.weight / total,
        broken: sum.broken,
      });
      drawGrantEdge(drawing, route, sum.node, grants);
    }
    drawMirrors(drawing, route, rule, action.filters, 1);
    for (const target of action.targets)
      drawMirrors(drawing, route, rule, target.filters, total === 0 ? 0 : target.weight / total);
  }
}

interface Share {
  readonly node: string;
  readonly broken: string | null;
  weight: number;
}

/** Returns weights by node and cause. Two ports of one Service share one arrow. */
function sharesOf(
  drawing: Drawing,
  targets: readonly Target[],
  refs: readonly { readonly kind: string }[],
  attachments: readonly Attachment[],
): readonly Share[] {
  const shares = new Map<string, Share>();
  const add = (node: string, broken: string | null, weight: number) => {
    const id = broken === null ? node : `${node} ${broken}`;
    const known = shares.get(id);
    if (known) known.weight += weight;
    else shares.set(id, { node, broken, weight });
  };
  targets.forEach((target, at) => {
    if (target.to.kind === 'parent') {
      for (const service of new Set(attachments.map((each) => each.service)))
        add(backendId(service), null, target.weight);
      return;
    }
    const broken = target.to.kind === 'unresolved' ? target.to.cause : null;
    const kind = refs[at]?.kind ?? 'Service';
    add(resolvesToDrawn(drawing, kind, target.service).node, broken, target.weight);
  });
  return [...shares.values()];
}

function drawMirrors(
  drawing: Drawing,
  route: RouteResource,
  rule: RuleIndex,
  filters: readonly Filter[],
  share: number,
): void {
  for (const filter of filters) {
    if (filter.kind !== 'mirror') continue;
    const to = resolvesToDrawn(drawing, 'Service', filter.service).node;
    drawing.addEdge({
      id: edgeId(route.id, to, `rule=${rule},mirror`),
      from: route.id,
      to,
      kind: 'mirrors',
      rule,
      share: (share * filter.numerator) / filter.denominator,
      broken: filter.to.kind === 'unresolved' ? filter.to.cause : null,
    });
  }
}

/** ReferenceGrants by `KIND/NAMESPACE of the referrers → NAMESPACE of the targets`. */
type GrantsBySource = ReadonlyMap<string, readonly ReferenceGrantResource[]>;

function grantsBySource(cluster: Cluster): GrantsBySource {
  const bySource = new Map<string, ReferenceGrantResource[]>();
  for (const grants of cluster.grants.values()) {
    for (const grant of grants) {
      for (const { kind, namespace } of grant.spec.from) {
        const source = `${kind}/${namespace}->${grant.namespace}`;
        const list = bySource.get(source);
        if (list) list.push(grant);
        else bySource.set(source, [grant]);
      }
    }
  }
  return bySource;
}

function drawGrants(drawing: Drawing, cluster: Cluster): void {
  for (const grants of cluster.grants.values()) {
    for (const grant of grants) {
      drawing.addResource(grant, {
        kind: 'grant',
        facts: { from: [...new Set(grant.spec.from.map((each) => each.namespace))].sort().join(', ') },
      });
      for (const { kind, name } of grant.spec.to) {
        if (kind !== 'Service' || name === null || name === '') continue;
        drawing.addEdge({
          from: grant.id,
          to: backendId(namespacedName(grant.namespace, name)),
          kind: 'grants',
        });
      }
    }
  }
}

/** Draws an edge between a grant and the backend that a route of another namespace uses through it. */
function drawGrantEdge(drawing: Drawing, route: RouteResource, to: string, grants: GrantsBySource): void {
  const node = drawing.nodes.get(to);
  if (!node || node.namespace === route.namespace || node.kind !== 'backend') return;
  for (const grant of grants.get(`${route.kind}/${route.namespace}->${node.namespace}`) ?? []) {
    const open = grant.spec.to.some(
      (each) => each.kind === 'Service' && (each.name === null || each.name === ''),
    );
    if (open) drawing.addEdge({ from: grant.id, to, kind: 'grants' });
  }
}
