import type { Cluster } from '../cluster/cluster.ts';
import type { ControlPlane } from '../control/control-plane.ts';
import { onlyDrawn } from '../control/not-simulated/only-drawn.ts';
import { targetRefsIn } from '../control/policy-target.ts';
import { targetOf } from '../control/target-of-reference.ts';
import { namespacedName } from '../ids/ids.ts';
import { targetId } from '../ir/policy.ts';
import type { PolicyTargetRef } from '../resource/gateway-resource.ts';
import type { ResourceMeta } from '../resource/resource.ts';
import { compareText, type Drawing } from './drawing.ts';
import { backendId, namespaceId, otherId } from './node-ids.ts';

/** Frequent kinds that say nothing about the destination of requests. */
const NOISE = new Set([
  'ConfigMap',
  'Secret',
  'ServiceAccount',
  'Role',
  'RoleBinding',
  'ClusterRole',
  'ClusterRoleBinding',
  'Event',
  'Lease',
  'CustomResourceDefinition',
  'MutatingWebhookConfiguration',
  'ValidatingWebhookConfiguration',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'StorageClass',
  'PodDisruptionBudget',
  'HorizontalPodAutoscaler',
  'VerticalPodAutoscaler',
  'ResourceQuota',
  'LimitRange',
  'PriorityClass',
  'APIService',
  'ControllerRevision',
  'Node',
]);

/**
 * The number of nodes of kinds that are only drawn, in one namespace, above which they are collapsed by kind.
 */
const HANDFUL = 4;
/** Policies act on requests, so more of them are drawn separately. */
const MOST_POLICIES = 12;

/** A resource without a simulated part in the graph. */
type DrawnOnly = ResourceMeta & { readonly targetRefs?: readonly PolicyTargetRef[] };

type DrawOne = (resource: DrawnOnly) => void;

/**
 * Draws policies with their targets, and kinds that are not simulated: with their names, greyed out.
 * Collapses them by kind when there are many.
 */
export function drawOtherKinds(drawing: Drawing, cluster: Cluster, control: ControlPlane): void {
  const policies = targetRefsIn(cluster);
  const isPolicy = new Set(policies.map(({ id }) => id));
  // Resources with a Pod template are drawn among the workloads.
  const plain = cluster.others.filter(({ workload }) => workload === undefined);
  const others = [...plain, ...onlyDrawn(cluster)].filter(({ id }) => !isPolicy.has(id));
  const one: DrawOne = (resource) => drawOne(drawing, resource, control);
  drawSome(drawing, policies, MOST_POLICIES, one);
  drawSome(drawing, others, HANDFUL, one);
}

function drawSome(drawing: Drawing, all: readonly DrawnOnly[], most: number, one: DrawOne): void {
  const byNamespace = new Map<string, DrawnOnly[]>();
  for (const resource of all) {
    if (NOISE.has(resource.kind)) continue;
    const list = byNamespace.get(resource.namespace);
    if (list) list.push(resource);
    else byNamespace.set(resource.namespace, [resource]);
  }
  for (const [namespace, resources] of byNamespace) {
    resources.sort((a, b) => compareText(a.id, b.id));
    if (resources.length <= most) for (const resource of resources) one(resource);
    else drawByKind(drawing, namespace, resources, one);
  }
}

function drawByKind(
  drawing: Drawing,
  namespace: string,
  resources: readonly DrawnOnly[],
  one: DrawOne,
): void {
  const byKind = new Map<string, DrawnOnly[]>();
  for (const resource of resources) {
    const list = byKind.get(resource.kind);
    if (list) list.push(resource);
    else byKind.set(resource.kind, [resource]);
  }
  const kinds = [...byKind].sort((a, b) => compareText(a[0], b[0]));
  const shown = kinds.length <= HANDFUL ? kinds : kinds.slice(0, HANDFUL - 1);
  const rest = kinds.slice(shown.length).flatMap(([, list]) => list);
  for (const [kind, list] of shown) {
    const [first] = list as [DrawnOnly];
    if (list.length === 1) one(first);
    else drawPile(drawing, namespace, kind, kind, list.length);
  }
  if (rest.length > 0) drawPile(drawing, namespace, '*', '', rest.length);
}

function drawPile(drawing: Drawing, namespace: string, id: string, kind: string, count: number): void {
  drawing.addNode({
    id: otherId(namespace, id),
    kind: 'other',
    resourceKind: kind,
    namespace,
    label: kind,
    facts: { count },
  });
}

/**
 * Draws an edge from a policy to its target. The edge is broken when the policy is not attached. For a
 * Service, the edge leads to its frontend.
 */
function drawOne(drawing: Drawing, resource: DrawnOnly, control: ControlPlane): void {
  const targets = (resource.targetRefs ?? []).map((ref) => {
    const target = targetOf(ref);
    const key = namespacedName(target.namespace, target.name);
    const attached = control.ir
      .policiesOn(targetId(target))
      .find((each) => each.policy === resource.id && each.target.section === target.section);
    const to =
      ref.kind === 'Namespace'
        ? namespaceId(ref.name)
        : ref.kind === 'Service'
          ? backendId(key)
          : `${ref.kind}/${key}`;
    return { to, broken: attached?.refusal ? REFUSALS[attached.refusal] : null };
  });
  const onRoute = targets.some(({ to }) => drawing.nodes.get(to)?.kind === 'route');
  drawing.addResource(resource, { kind: 'other', facts: onRoute ? { on: 'route' } : {} });
  for (const { to, broken } of targets) drawing.addEdge({ from: resource.id, to, kind: 'applies', broken });
}

/** The reason of the API when there is one. */
const REFUSALS = {
  'target-not-found': 'TargetNotFound',
  'section-not-found': 'TargetNotFound',
  conflicted: 'Conflicted',
} as const;
