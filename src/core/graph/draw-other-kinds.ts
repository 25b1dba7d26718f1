import type { Cluster } from '../cluster/cluster.ts';
import type { ResourceMeta } from '../resource/resource.ts';
import { compareText, type Drawing } from './drawing.ts';
import { backendId, namespaceId } from './node-ids.ts';

/** Kinds that every bundle is full of and that say nothing about where requests go. */
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
  'ResourceQuota',
  'LimitRange',
  'PriorityClass',
  'APIService',
  'ControllerRevision',
  'Node',
]);

/** So many nodes of kinds that we only draw may stand in one namespace before they are collapsed by kind. */
const HANDFUL = 4;

/** A resource that has no part of its own in the picture. */
type DrawnOnly = ResourceMeta & { readonly raw: unknown };

/** Draws what we do not simulate: named, greyed, harmless; collapsed where there is much of it. */
export function drawOtherKinds(drawing: Drawing, cluster: Cluster): void {
  const byNamespace = new Map<string, DrawnOnly[]>();
  const all: DrawnOnly[] = [...cluster.others, ...cluster.tlsPolicies, ...cluster.meshes];
  for (const resource of all) {
    if (NOISE.has(resource.kind)) continue;
    const list = byNamespace.get(resource.namespace);
    if (list) list.push(resource);
    else byNamespace.set(resource.namespace, [resource]);
  }
  for (const [namespace, resources] of byNamespace) {
    resources.sort((a, b) => compareText(a.id, b.id));
    if (resources.length <= HANDFUL) {
      for (const resource of resources) {
        drawOne(drawing, resource);
      }
      continue;
    }
    drawByKind(drawing, namespace, resources);
  }
}

function drawByKind(drawing: Drawing, namespace: string, resources: readonly DrawnOnly[]): void {
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
    if (list.length === 1) {
      drawOne(drawing, first);
    } else drawPile(drawing, namespace, kind, kind, list.length);
  }
  if (rest.length > 0) drawPile(drawing, namespace, '*', '', rest.length);
}

function drawPile(drawing: Drawing, namespace: string, id: string, kind: string, count: number): void {
  drawing.addNode({
    id: `other:${namespace}/${id}`,
    kind: 'other',
    resourceKind: kind,
    namespace,
    label: kind,
    facts: { count },
  });
}

/** A policy points at what it targets; what targets a Service acts where requests arrive. */
function drawOne(drawing: Drawing, resource: DrawnOnly): void {
  const targets = targetRefsOf(resource.raw).map((ref) => {
    const key = `${ref.namespace ?? resource.namespace}/${ref.name}`;
    if (ref.kind === 'Namespace') return namespaceId(ref.name);
    return ref.kind === 'Service' ? backendId(key) : `${ref.kind}/${key}`;
  });
  const onRoute = targets.some((target) => drawing.nodes.get(target)?.kind === 'route');
  drawing.addResource(resource, { kind: 'other', facts: onRoute ? { on: 'route' } : {} });
  for (const to of targets) drawing.addEdge({ from: resource.id, to, kind: 'applies' });
}

interface TargetRef {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | null;
}

/** `spec.targetRef` and `spec.targetRefs`, as policies of the Gateway API have them. */
function targetRefsOf(raw: unknown): readonly TargetRef[] {
  const spec = field(raw, 'spec');
  const several = field(spec, 'targetRefs');
  const refs = [field(spec, 'targetRef'), ...(Array.isArray(several) ? several : [])];
  return refs.flatMap((ref) => {
    const kind = field(ref, 'kind');
    const name = field(ref, 'name');
    const namespace = field(ref, 'namespace');
    if (typeof kind !== 'string' || typeof name !== 'string') return [];
    return [{ kind, name, namespace: typeof namespace === 'string' ? namespace : null }];
  });
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
